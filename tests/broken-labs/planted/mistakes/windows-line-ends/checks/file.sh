test -e /tmp/done
