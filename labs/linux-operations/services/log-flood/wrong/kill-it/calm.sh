# The supervisor brings it back, with the same settings.
pkill -9 -x "$NOISY"
sleep 8
