status=$(of n3 wsrep_cluster_status)
[ -n "$status" ] || fail "The server on n3 does not answer. It ran when the others lost their power; look at its log."
[ "$status" = Primary ] || fail "n3 is $status: it sees one of three, and does not know that the others are dead. You do."
credit 0.5
[ "$(of n3 wsrep_ready)" = ON ] || fail "n3 is primary, but does not take statements yet."
on n3 sh -c 'mariadb -NBe "select @@wsrep_provider_options"' | grep -Eq 'pc.ignore_(quorum|sb) = (true|1|YES|on)' &&
	fail "n3 ignores the question of quorum from now on. Next time the others may be alive, and write as well."
pass "n3 goes on alone."
