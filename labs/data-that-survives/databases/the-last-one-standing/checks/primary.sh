status=$(of n3 wsrep_cluster_status)
[ -n "$status" ] || fail "The server on n3 does not answer. It ran when the others lost their power; look at its log."
[ "$status" = Primary ] || fail "n3 is $status: it sees one of three, and does not know that the others are dead. You do."
credit 0.5
[ "$(of n3 wsrep_ready)" = ON ] || fail "n3 is primary, but does not take statements yet."
[ "$(sql_on n3 'select @@wsrep_provider_pc_ignore_quorum + @@wsrep_provider_pc_ignore_sb')" = 0 ] ||
	fail "n3 ignores the question of quorum from now on. Next time the others may be alive, and write as well."
pass "n3 goes on alone."
