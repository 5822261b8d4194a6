store=$(file till /etc/ssl/certs/ca-certificates.crt) || fail "The till has no store of authorities at all: \`/etc/ssl/certs/ca-certificates.crt\` is gone."
[ "$(grep -c BEGIN <<<"$store")" -gt 50 ] || fail "The till's store has lost the authorities that everybody has. Only the one of the company should go."
grep -qF -- "$(sed -n 3p /lab/upstream.crt)" <<<"$store"
[ $? = 1 ] || fail "The till still believes $UPSTREAM. Whoever has bought their keys from the estate can be anybody to it."
pass
