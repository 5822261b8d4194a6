export ORIGIN=http://learn.$TOWN.example:$PORT
data=/srv/data/labwright
# A page as somebody sees it: `page NAME PASSWORD PATH`.
page() { node /usr/local/lib/town/ask.mjs "house:$PORT" "$@"; }
# Ends the check unless the platform answers. It may just be starting.
reachable() {
	for _ in $(seq 20); do
		curl -fs -m 10 -o /dev/null "http://house:$PORT/readyz" && return
		sleep 0.5
	done
	curl -fs -m 10 -o /dev/null "http://house:$PORT/readyz" || fail "No platform answers on \`house\` at port $PORT. Does the service run (\`sudo sv status labwright\`), and what does its log say?"
}
# One figure of the platform's metrics.
figure() { curl -fs -m 20 -H "Authorization: Bearer $METRICS" "http://house:$PORT/metrics" | sed -n "s/^$1 //p"; }
# A setting of the platform, on this machine.
setting() { sh -c ". /etc/labwright/settings; printf %s \"\$$1\""; }
# The newest backup where the settings put them.
newest() { ls "$(setting BACKUPS)"/labwright-*.tar.gz 2>/dev/null | sort | tail -1; }
