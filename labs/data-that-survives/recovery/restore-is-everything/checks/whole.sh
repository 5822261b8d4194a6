here() { on spare mariadb -NBe "$1" 2>/dev/null; }
here 'select 1' >/dev/null || fail "The server on spare does not answer."
[ "$(here "select count(*) from information_schema.tables where table_schema = 'club'")" = 2 ] || fail "spare does not have the two tables of \`club\` yet."
credit 0.2
members=$(grep -c '	Member ' /lab/truth)
[ "$(here 'select count(*) from club.members')" = "$members" ] || fail "Members are missing on spare: there should be $members. Half a dump loads without a complaint."
paid=$(($(wc -l </lab/truth) - members))
found=$(here 'select count(*) from club.payments')
[ "$found" -ge $((BAD - 1)) ] || fail "$found payments are on spare, and before the mistake there were more. Replay the log from the place to which the dump belongs."
[ "$found" -le "$paid" ] || fail "$found payments are on spare, and there were only $paid. Something was replayed twice."
credit 0.5
[ "$found" = "$paid" ] || fail "All is there up to the mistake. But people went on paying after it: $((paid - found)) payments are missing."
credit 0.7
here 'select * from club.members order by id; select ref, member, amount from club.payments order by ref' | diff -q - /lab/truth >/dev/null ||
	fail "Every payment is there, but the balances are not what they should be. Is the mistake among what you replayed?"
pass "Everything is there but the mistake."
