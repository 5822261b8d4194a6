now=$(alerts) || exit
shop=$(ask 'print(*[a["labels"].get("instance", "") + " " + a["status"]["state"] + " " + str(len(a["status"]["inhibitedBy"])) for a in d if a["labels"]["alertname"] == "ShopDown"], sep="\n")' <<<"$now")
grep -q '^web2' <<<"$shop" || fail "\`ShopDown\` does not fire for \`web2\` at all. It is out; keep the alert, and keep it quiet."
credit 0.3
case $(grep '^web2' <<<"$shop" | head -1) in
	*' active '*) fail "\`ShopDown\` for \`web2\` is active, and pages besides \`MachineDown\`. Nothing inhibits it." ;;
	*' suppressed 0') fail "\`ShopDown\` for \`web2\` is silenced by hand. At the next machine somebody would have to do that again, at night." ;;
esac
ask 'print(*[len(a["status"]["inhibitedBy"]) for a in d if a["labels"]["alertname"] == "MachineDown"])' <<<"$now" | grep -q '[1-9]' &&
	fail "\`MachineDown\` itself is inhibited: now nobody is woken at all."
pass "One cause, one page."
