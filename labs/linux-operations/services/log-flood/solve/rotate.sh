printf '%s\n' '/var/log/debug.log {' ' size 5M' ' rotate 6' ' compress' ' delaycompress' \
	' postrotate' "  sv hup $NOISY" ' endscript' '}' > /etc/logrotate.d/debug
logrotate --verbose /etc/logrotate.conf
sleep 1
