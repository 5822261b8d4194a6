rules=$(prometheus rules) || exit
wait=$(ask 'print(*[int(r["duration"]) for g in d["data"]["groups"] for r in g["rules"] if r["name"] == "ShopDown"])' <<<"$rules" | awk '{ print $1 }')
[ -n "$wait" ] || fail "Prometheus has no rule called \`ShopDown\`."
[ "$wait" -ge 5 ] || fail "\`ShopDown\` fires at the first look that fails (\`for\` is ${wait} s). One lost packet would wake somebody."
[ "$wait" -le 60 ] || fail "\`ShopDown\` waits $wait seconds. Customers do not."
pass "It waits $wait seconds."
