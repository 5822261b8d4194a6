pgrep -x cron >/dev/null || fail "No cron runs, so no timer does."
line=$(grep -hE '^[0-9*]' /etc/cron.d/labwright 2>/dev/null | head -1)
[ -n "$line" ] || fail "There is no line in \`/etc/cron.d/labwright\` any more."
read -r minute hour day month weekday who command <<<"$line"
[ "$day $month $weekday" = '* * *' ] || fail "The timer does not go every night: \`$minute $hour $day $month $weekday\`."
[ "$who" = labwright ] || fail "The timer runs as $who. What it makes then is not the platform's, and what it may do is too much."
# As cron does it: as that account, with next to nothing in the environment.
path=$(sed -n 's/^PATH=//p' /etc/cron.d/labwright | tail -1)
as_cron() { (cd / && env -i HOME=/var/lib/labwright LOGNAME=labwright SHELL=/bin/sh PATH="${path:-/usr/bin:/bin}" timeout 20 chpst -u labwright /bin/sh -c "$command" </dev/null); }
folder=$(setting BACKUPS)
before=$(newest)
sleep 1.1 # names are a second apart
as_cron >/dev/null 2>&1
after=$(newest)
[ -n "$after" ] && [ "$after" != "$before" ] || fail "The line of the timer was run as cron runs it, as labwright, and left no new backup in \`$folder\`. Run what it calls as that account, and read what it says."
tar tzf "$after" 2>/dev/null | grep -qx SHA256SUMS || fail "The timer made \`$after\`, and it is not whole."
credit 0.5 "The timer makes a backup."
# And when it cannot: for a moment nobody may write there.
log=/var/log/labwright-backup.log
lines=$(wc -l 2>/dev/null <$log || echo 0)
chmod 500 "$folder"
trap 'chmod 700 "$folder"' EXIT
as_cron >/dev/null 2>&1
[ "$(newest)" = "$after" ] || broken "A backup was made where nobody may write."
tail -n "+$((lines + 1))" $log 2>/dev/null | grep -q . || fail "It makes a backup. When it cannot, nobody hears of it: the timer was run while it might not write, and \`$log\` has no new line."
pass "The timer makes a backup, and says so when it cannot."
