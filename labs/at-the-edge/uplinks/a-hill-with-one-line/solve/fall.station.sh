# And this.
grep -q os.replace /opt/station/forward.py
