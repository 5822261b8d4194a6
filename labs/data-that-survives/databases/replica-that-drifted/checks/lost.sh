find_primary
named=$(file app /srv/boxoffice/lost.txt) || fail "There is no \`/srv/boxoffice/lost.txt\` on app yet."
sold=$(file app /srv/boxoffice/sold.log | grep -E '^[0-9a-f]{8}$' | sort -u)
lost=$(join -v 1 <(printf '%s\n' "$sold") <(sql_on "$primary" 'select ref from theatre.tickets' | sort))
named=$(printf '%s\n' "$named" | tr -d ' \t\r' | grep . | sort -u)
missing=$(comm -23 <(printf '%s\n' "$lost") <(printf '%s\n' "$named") | grep -c .)
extra=$(comm -13 <(printf '%s\n' "$lost") <(printf '%s\n' "$named") | grep -c .)
[ "$missing" = 0 ] || fail "$missing tickets were confirmed to customers, are not on $primary, and are not in your list either."
credit 0.5
[ "$extra" = 0 ] || fail "$extra lines of your list are no lost tickets."
pass "These people have paid, and the database does not know them. Yet."
