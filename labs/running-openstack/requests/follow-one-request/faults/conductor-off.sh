# As somebody leaves it who meant to be back in an hour: marked as down, and stopped.
echo 'Maintenance, back at ten. R.' >/srv/cloud/services/nova-conductor/down
sv -w 20 force-stop nova-conductor || true
sv status nova-conductor | grep -q ^down
