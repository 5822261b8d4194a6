ls /var/log/debug.log?* >/dev/null 2>&1 || fail 'The log has not been rotated yet.'
pid=$(agent_pid) || fail 'The program does not run.'
log=$(agent_log "$pid")
case "$log" in
	/var/log/debug.log) ;;
	'') fail 'The program holds no log open below `/var/log`.' ;;
	*' (deleted)') fail "The program writes to a file that has no name any more: it never heard of the rotation." ;;
	/var/log/debug.log*) fail "The program still writes to \`$log\`: it follows the file it opened, not its name. Make it open its log again after each rotation." ;;
	*) fail "The program writes to \`$log\` now. Leave it at \`/var/log/debug.log\`." ;;
esac
said=$(grep -lrsE '/var/log/(debug|\*)' /etc/logrotate.d /etc/logrotate.conf | xargs -r cat 2>/dev/null)
grep -qE '^[[:space:]]*(copytruncate|postrotate)' <<<"$said" \
	|| fail 'It writes to the right file today. But the rule neither tells the program of a rotation nor leaves the file in place, so the next one loses it.'
pass 'The program writes to `/var/log/debug.log`.'
