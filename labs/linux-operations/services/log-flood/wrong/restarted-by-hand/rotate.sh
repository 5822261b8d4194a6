# Right today, lost at the next rotation.
printf '%s\n' '/var/log/debug.log {' ' size 5M' ' rotate 6' ' create' '}' > /etc/logrotate.d/debug
logrotate --verbose /etc/logrotate.conf
sv -w 10 restart "$NOISY"
