now=$(alerts) || exit
loud=$(ask 'print(*sorted({a["labels"]["alertname"] for a in d if a["labels"].get("severity") == "page"} - {"ShopDown", "MachineDown"}), sep="\n")' <<<"$now" | head -1)
[ -z "$loud" ] || fail "\`$loud\` fires with \`severity: page\`, while nothing is out. It has woken people for weeks; make it a ticket, or let it go."
credit 0.4
recent=$(on pager tail -n 60 /srv/heard.jsonl)
stray=$(NOW="$(date +%s)" TEAM="$TEAM" python3 -c '
import json, os, sys
for line in sys.stdin:
    told = json.loads(line)
    if int(os.environ["NOW"]) - told["at"] > 120 or told["path"] != "/page/" + os.environ["TEAM"]: continue
    for alert in told["alerts"]:
        if alert["labels"].get("severity") != "page": print(alert["labels"].get("alertname", "?"))
' <<<"$recent" | head -1)
[ -z "$stray" ] || fail "In the last two minutes team \`$TEAM\` was paged for \`$stray\`, which does not say \`severity: page\`. Only what says so goes to the pager."
pass
