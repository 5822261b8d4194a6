aware=$(date -u -d "@$(TZ=Europe/Berlin date -d "2026-10-24 14:$(printf %02d "$MINUTE")" +%s)" +%FT%TZ)
states=$(tail -n +2 /srv/inbox/customers.csv | cut -d, -f3 | sort -u | grep -vx -e CH -e NO -e GB | sed 's/.*/"&"/' | paste -sd,)
releases=$(sed 's/.*/"&"/' /srv/outbox/affected.txt | paste -sd,)
printf '{"kind": "early-warning", "product": "Heat and Valve pump controller", "releases": [%s], "vulnerability": "CVE-2026-%s", "actively_exploited": true, "aware": "%s", "member_states": [%s]}\n' \
	"$releases" "$CVE" "$aware" "$states" >/srv/outbox/early-warning.json
