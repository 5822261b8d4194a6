from=$(wc -l </srv/boxoffice/sold.log)
for i in $(seq 250); do
	[ "$(wc -l </srv/boxoffice/sold.log)" -ge $((from + $1)) ] && exit 0
	sleep 0.2
done
echo 'The box office sold nothing meanwhile.' >&2
exit 1
