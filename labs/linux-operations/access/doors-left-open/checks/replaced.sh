key=/home/build/.ssh/id_ed25519
accepted=/home/deploy/.ssh/authorized_keys
old=$(awk '{ print $2; exit }' /var/backups/deploy-authorized_keys 2>/dev/null)
[ -n "$old" ] || broken '/var/backups/deploy-authorized_keys is missing.'

[ -f "$key" ] || fail "\`build\` looks for its key in \`$key\`, and there is none."
public=$(ssh-keygen -y -P '' -f "$key" 2>/dev/null </dev/null | awk '{ print $2 }')
if [ -z "$public" ]; then
	[ "$(stat -c %a "$key" | tail -c 3)" = 00 ] || fail "\`$key\` is open to others, and \`ssh\` refuses to use it."
	fail "\`$key\` is no private key that opens without a passphrase. A machine has nobody to type one."
fi
[ "$public" != "$old" ] || fail "\`build\` still uses the key that leaked."
credit 0.3
[ "$(stat -c %U "$key")" = build ] || fail "The new key belongs to \`$(stat -c %U "$key")\`, so \`build\` cannot read it."
[ -f "$accepted" ] && grep -qF "$public" "$accepted" || fail "\`deploy\` does not accept the new key yet: its public half must stand in \`$accepted\`."
credit 0.6
for file in /home/deploy /home/deploy/.ssh "$accepted"; do
	case "$(stat -c '%U %A' "$file")" in
		deploy\ ?????-??-*) ;;
		*) fail "\`sshd\` will not trust \`$file\`: it must belong to \`deploy\` and be writable to nobody else." ;;
	esac
done
pass
