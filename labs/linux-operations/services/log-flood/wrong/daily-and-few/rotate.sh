# `minsize` is no limit: it only keeps small logs from being rotated.
printf '%s\n' '/var/log/debug.log {' ' daily' ' minsize 1M' ' rotate 1' ' copytruncate' '}' > /etc/logrotate.d/debug
logrotate --force /etc/logrotate.d/debug
