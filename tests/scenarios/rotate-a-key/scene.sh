mkdir -p /srv/keys
echo old >/srv/keys/old
ls /nowhere
echo "$UNSET" >/dev/null
