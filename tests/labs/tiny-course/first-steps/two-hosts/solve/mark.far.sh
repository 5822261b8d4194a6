touch /tmp/mark
