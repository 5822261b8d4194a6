fetch_root
key=$(file vault /srv/ca/root.key) || fail "There is no \`/srv/ca/root.key\` on vault."
mode=$(on vault stat -c %a /srv/ca/root.key)
case $mode in 400 | 600) ;; *) fail "The key on vault has the mode $mode: others can read what must be known to one." ;; esac
credit 0.4
if grep -q ENCRYPTED <<<"$key"; then pass "One account, and a passphrase besides."; fi
[ "$(openssl pkey -pubout <<<"$key" 2>/dev/null)" = "$(openssl x509 -in "$root" -noout -pubkey)" ] || fail "\`root.key\` is not the key of \`root.crt\`."
line=$(sed -n 2p <<<"$key")
for host in web till; do
	on "$host" sh -c 'grep -rqsF -- "$1" $(ls -d /etc/nginx /home /root /srv /tmp /usr/local/share /var/tmp 2>/dev/null)' look "$line"
	[ $? = 1 ] || fail "The key of the authority is on $host as well, which talks to the world. It has no business anywhere but on vault."
done
pass
