# What Prometheus and the Alertmanager on `watch` say of themselves.
prometheus() {
	curl -fsS -m 4 "http://watch:9090/api/v1/$1" 2>/dev/null ||
		fail "Prometheus does not answer on \`watch:9090\`. Does it run? \`sudo sv status prometheus\`, and \`promtool check config\` if it does not start."
}
alerts() {
	curl -fsS -m 4 'http://watch:9093/api/v2/alerts' 2>/dev/null ||
		fail "The Alertmanager does not answer on \`watch:9093\`. Does it run? \`sudo sv status alertmanager\`, and \`amtool check-config\` if it does not start."
}
# Ask a document something: the words after it are Python, the document is `d`. Each line printed is an answer.
ask() { python3 -c 'import json, sys; d = json.load(sys.stdin); exec(sys.argv[1])' "$1"; }
