touch /tmp/done && sync
