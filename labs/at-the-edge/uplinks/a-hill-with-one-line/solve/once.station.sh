# The same program does both.
grep -q "'PUT'" /opt/station/forward.py
