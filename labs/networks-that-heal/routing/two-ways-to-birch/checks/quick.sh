for router in alder birch; do
	config=$(file "$router" /etc/bird/bird.conf) || fail "There is no /etc/bird/bird.conf on $router."
	slow=$(sed 's/#.*//' <<<"$config" | python3 -c '
import re, sys
text = sys.stdin.read()
block = r"^\s*%s\s+bgp\s+(\S+)([^{]*)\{(.*?)^\}"
pattern = {name: body for name, _, body in re.findall(block % "template", text, re.M | re.S)}
for name, more, body in re.findall(block % "protocol", text, re.M | re.S):
    model = re.search(r"from\s+(\S+)", more)
    hold = re.findall(r"\bhold\s+time\s+(\d+)", body + pattern.get(model[1], "") if model else body)
    if not hold or int(hold[0]) > 15: print(name)
')
	[ -z "$slow" ] || fail "$router may still wait minutes for \`$(head -1 <<<"$slow")\` before it believes that it is gone: see its \`hold time\`."
done
credit 0.6
for router in alder birch; do
	held() { on "$router" birdc show protocols all cedar | sed -n 's|.*Hold timer:.*/\([0-9]*\).*|\1|p' | grep -Eq '^([3-9]|1[0-5])$'; }
	within 4 held || fail "The configuration of $router is right, and its session with cedar does not go by it, or is not up: \`sudo birdc configure\` takes it in."
done
pass "Silence is noticed within seconds."
