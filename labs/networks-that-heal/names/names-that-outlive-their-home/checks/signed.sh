proof() {
	answer=$(ask +dnssec "www.$ZONE" @10.42.0.12)
	grep -q RRSIG <<<"$answer"
}
within 5 proof
grep -q 'IN[[:space:]]*A[[:space:]]' <<<"$answer" || fail "\`ns2\` does not answer for \`www.$ZONE\` at the moment."
grep -q 'RRSIG' <<<"$answer" || fail "\`ns2\` answers for \`www.$ZONE\` without a signature. Has \`ns1\` signed the zone, and has \`ns2\` a copy of the signed one?"
pass
