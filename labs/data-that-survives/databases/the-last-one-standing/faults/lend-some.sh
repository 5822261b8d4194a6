from=$(wc -l </srv/desk/lent.log)
for i in $(seq 500); do
	[ "$(wc -l </srv/desk/lent.log)" -ge $((from + $1)) ] && exit 0
	sleep 0.2
done
echo 'The desk lent nothing meanwhile.' >&2
exit 1
