tail -f "/dev/null"
