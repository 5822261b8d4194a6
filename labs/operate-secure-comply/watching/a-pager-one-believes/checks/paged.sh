known=$(prometheus alertmanagers) || exit
ask 'print(*[m["url"] for m in d["data"]["activeAlertmanagers"]])' <<<"$known" | grep -q ':9093/' ||
	fail "Prometheus does not talk to the Alertmanager on port 9093: whatever fires, nobody hears of it."
credit 0.2
rules=$(prometheus rules) || exit
names=$(ask 'print(*[r["name"] for g in d["data"]["groups"] for r in g["rules"] if r["type"] == "alerting"], sep="\n")' <<<"$rules")
grep -qx ShopDown <<<"$names" || fail "Prometheus has no rule called \`ShopDown\`."
credit 0.4
heard=$(on pager cat /srv/heard.jsonl)
told=$(TEAM="$TEAM" python3 -c '
import json, os, sys
for line in sys.stdin:
    told = json.loads(line)
    for alert in told["alerts"]:
        if alert["status"] == "firing" and alert["labels"].get("alertname") == "ShopDown":
            print(told["path"], alert["labels"].get("instance", "?"))
' <<<"$heard" | sort -u)
[ -n "$told" ] || fail "\`ShopDown\` is there, and no page of it has reached the pager. Does it fire, and where does its route lead?"
grep -q "^/page/$TEAM web1:" <<<"$told" || fail "A page went to \`$(head -1 <<<"$told" | cut -d' ' -f1)\`. The shop belongs to team \`$TEAM\`, whose pager is at \`http://pager:9099/page/$TEAM\`."
pass "Team $TEAM was woken for the shop on web1."
