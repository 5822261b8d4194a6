# logrotate itself explains what it understood, inherited settings included; -d changes nothing.
said=$(logrotate -d /etc/logrotate.conf 2>&1)
rule=$(grep -A1 -E '^rotating pattern:.*[ /]debug\.log|^rotating pattern:.*/var/log/\*' <<<"$said")
if [ -z "$rule" ]; then
	grep -rqs debug.log /etc/logrotate.d /etc/logrotate.conf || fail 'No rule in `/etc/logrotate.d` names `/var/log/debug.log` yet.'
	fail "There is a rule, but logrotate does not accept it: $(grep -m1 '^error:' <<<"$said" | cut -c8-160)"
fi
credit 0.3
# `size` and `maxsize` are limits; `minsize`, which only holds a rotation back, is none.
limit=$(sed -nE 's/.*log files >= ([0-9]+) are rotated earlier.*/\1/p; s/.*[^=] ([0-9]+) bytes .*/\1/p' <<<"$rule" | head -1)
[ -n "$limit" ] || fail 'The rule goes by time only. A flood does not wait for midnight: say a size.'
[ "$limit" -le $((5 * 1024 * 1024)) ] || fail "The rule waits until the log has $((limit / 1024 / 1024)) MB. At most 5 were asked for."
credit 0.7
count=$(grep -oE '\(([0-9]+) rotations\)|no old logs' <<<"$rule" | grep -oE '[0-9]+' | head -1)
[ "${count:-0}" -ge 4 ] || fail "The rule keeps ${count:-no} old logs. Keep at least four: they may be evidence."
pass "Rotated from $((limit / 1024)) kB on, $count old ones kept."
