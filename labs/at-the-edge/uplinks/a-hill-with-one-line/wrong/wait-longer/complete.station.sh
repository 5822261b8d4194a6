# Only the patience is greater.
sed -i 's/timeout=1/timeout=8/' /opt/station/forward.py
sv restart forward >/dev/null
sleep 2
