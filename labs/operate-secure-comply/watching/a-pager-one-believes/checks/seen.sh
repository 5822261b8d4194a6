# Right after a change nobody has been asked yet: that is not down, and not up.
for i in 1 2 3 4; do
	targets=$(prometheus targets) || exit
	grep -q '"health":"unknown"' <<<"$targets" || break
	sleep 1.5
done
down=$(ask 'print(*[t["scrapeUrl"] + " (" + t["lastError"][:90] + ")" for t in d["data"]["activeTargets"] if t["health"] != "up"], sep="\n")' <<<"$targets" | head -1)
have=$(ask 'print(*sorted(t["labels"]["job"] + " " + t["labels"]["instance"] for t in d["data"]["activeTargets"]), sep="\n")' <<<"$targets")
for want in 'machine web1:9100' 'machine web2:9100' "shop web1:$SHOPPORT" "shop web2:$SHOPPORT"; do
	grep -qxF "$want" <<<"$have" || fail "Prometheus does not look at \`${want#* }\` (job \`${want% *}\`)."
done
credit 0.5
[ -z "$down" ] || fail "Not every target answers: $down"
pass "Four targets, and all answer."
