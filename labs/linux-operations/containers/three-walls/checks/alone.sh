verdict "$(inside <<'IN'
result
another 25 || say fail "The pupils get no results: \`/srv/play/out/result\` does not change."
[ "$kernel" != "$(uname -r)" ] || say fail "The pupil's program asks \`uname\` and hears $kernel: that is the kernel of the machine and of everybody on it, and what it sets there it sets for all."
now=$(cat /proc/sys/kernel/core_pattern)
[ "$now" = core ] || say fail "The machine's \`/proc/sys/kernel/core_pattern\` still says \`$now\`. Whoever moves the tenant also clears up behind him: the kernel's own value is \`core\`."
another 25 || say fail "The pupils get no more results: \`/srv/play/out/result\` does not change."
[ "$(cat /proc/sys/kernel/core_pattern)" = core ] || say fail "The setting was right, and a pupil has changed it again a moment ago."
pgrep -x runsc-sandbox >/dev/null || pgrep -f "runsc.*boot" >/dev/null || say fail "The results come from another kernel, and gVisor is not running."
say pass "The pupil's program talks to Linux $kernel, and the machine does not notice."
IN
)"
