named() { on alder birdc show protocols | awk '$2 == "BGP" { print $1, $6 }' | grep -q Established; }
within 4 named || fail "No BGP session of alder is up: \`birdc show protocols\` there says \`$(on alder birdc show protocols | awk '$2 == "BGP" { $2 = $3 = $5 = ""; print }' | tr -s ' ' | head -1)\`."
credit 0.4
routes alder 10.60.2.0/24 | grep -q 'proto static\|proto boot' && fail "alder has a route to 10.60.2.0/24 that somebody wrote by hand. It will still be there when the line is not; take it away."
bird() { routes alder 10.60.2.0/24 | grep -q 'via 10.50.1.2 .*proto bird'; }
within 3 bird || fail "A session is up, and the kernel of alder has no route to 10.60.2.0/24 from it."
pass "alder goes where birch told it to."
