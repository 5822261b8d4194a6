fetch_root
name=shop.$HOUSE.example
openssl s_client -connect web:443 -servername "$name" </dev/null 2>/dev/null | openssl x509 >"$here/shop.crt" 2>/dev/null
[ -s "$here/shop.crt" ] || fail "\`web\` shows no certificate on port 443. Does nginx run? \`sudo sv status nginx\`, and \`sudo nginx -t\`."
openssl x509 -in "$here/shop.crt" -noout -checkend 0 >/dev/null || fail "\`web\` still shows a certificate that ended on $(openssl x509 -in "$here/shop.crt" -noout -enddate | cut -d= -f2)."
grep -q 'CA:TRUE' <<<"$(extension "$here/shop.crt" basicConstraints)" && fail "The certificate that \`web\` shows is an authority itself. A server needs one that can sign nothing."
credit 0.3
grep -qE "DNS:$name( |,|\$)" <<<"$(extension "$here/shop.crt" subjectAltName)" || fail "\`subjectAltName\` does not name \`$name\`. The subject is not looked at any more."
said=$(openssl verify -purpose sslserver -CAfile "$root" -verify_hostname "$name" "$here/shop.crt" 2>&1) ||
	fail "It is not vouched for by \`/srv/ca/root.crt\`: $(grep -m1 '^error' <<<"$said" | cut -c1-120)"
credit 0.7
openssl x509 -in "$here/shop.crt" -noout -checkend $((399 * 86400)) >/dev/null && fail "It holds for more than 398 days. Browsers refuse that, and a habit of renewing is the best proof that one can."
pass "It holds, for this name, and not for too long."
