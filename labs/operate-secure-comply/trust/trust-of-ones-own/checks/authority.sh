fetch_root
said=$(extension "$root" basicConstraints)
grep -q 'CA:TRUE' <<<"$said" || fail "The certificate does not say that it is an authority: \`basicConstraints\` is missing, or says otherwise."
grep -q critical <<<"$said" || fail "\`basicConstraints\` is not marked \`critical\`. RFC 5280 asks for it, so that nobody overlooks it."
grep -q 'Certificate Sign' <<<"$(extension "$root" keyUsage)" || fail "Its \`keyUsage\` does not allow to sign certificates (\`keyCertSign\`)."
credit 0.6
openssl verify -CAfile "$root" "$root" >/dev/null 2>&1 || fail "It does not hold: $(openssl verify -CAfile "$root" "$root" 2>&1 | grep -m1 error | cut -c1-120)"
openssl x509 -in "$root" -noout -checkend $((5 * 365 * 86400)) >/dev/null || fail "It ends in less than five years. Every machine has to be told of the next one; give them time."
pass
