# The agent goes on writing to debug.log.1.
printf '%s\n' '/var/log/debug.log {' ' size 5M' ' rotate 6' ' create' '}' > /etc/logrotate.d/debug
logrotate --verbose /etc/logrotate.conf
