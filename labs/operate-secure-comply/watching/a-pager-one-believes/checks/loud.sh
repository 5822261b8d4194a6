config=$(curl -fsS -m 4 http://watch:9093/api/v2/status 2>/dev/null | ask 'print(d["config"]["original"])') || fail "The Alertmanager does not answer on \`watch:9093\`."
[ -n "$config" ] || fail "The Alertmanager does not answer on \`watch:9093\`."
python3 -c '
import re, sys
rules = re.search(r"^inhibit_rules:\n((?:[ -].*\n?)*)", sys.stdin.read() + "\n", re.M)
if rules:
    for rule in re.split(r"^- ", rules.group(1), flags=re.M)[1:]:
        if not re.search(r"equal:\s*(\n\s*- |\[\s*[A-Za-z])", rule): sys.exit(3)
' <<<"$config"
[ $? -ne 3 ] || fail "An inhibition asks for no equal label: while one machine is down, an outage on any other is quiet as well."
pass
