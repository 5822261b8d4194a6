targets=$(prometheus targets) || exit
down=$(ask 'print(*[t["scrapeUrl"] + " (" + t["lastError"][:90] + ")" for t in d["data"]["activeTargets"] if t["health"] != "up"], sep="\n")' <<<"$targets" | head -1)
have=$(ask 'print(*sorted(t["labels"]["job"] + " " + t["labels"]["instance"] for t in d["data"]["activeTargets"]), sep="\n")' <<<"$targets")
for want in 'machine web1:9100' 'machine web2:9100' "shop web1:$SHOPPORT" "shop web2:$SHOPPORT"; do
	grep -qxF "$want" <<<"$have" || fail "Prometheus does not look at \`${want#* }\` (job \`${want% *}\`)."
done
credit 0.5
[ -z "$down" ] || fail "Not every target answers: $down"
pass "Four targets, and all answer."
