old=$(awk '{ print $2; exit }' /var/backups/deploy-authorized_keys 2>/dev/null)
[ -n "$old" ] || broken '/var/backups/deploy-authorized_keys is missing.'
for file in /home/*/.ssh/authorized_keys /home/*/.ssh/authorized_keys2 /root/.ssh/authorized_keys; do
	[ -f "$file" ] && grep -v '^[[:space:]]*#' "$file" | grep -qF "$old" \
		&& fail "\`$file\` still accepts the old key. Whoever copied it while it lay open can still come in, whatever its mode is today."
done
pass
