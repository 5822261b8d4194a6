# Whether somebody who is at work is told that nothing can be kept. Judged by what happens from now on.
accepted=$(wc -l </srv/town/accepted)
refused=$(wc -l </srv/town/log)
for _ in $(seq 160); do
	tail -n "+$((refused + 1))" /srv/town/log | grep -q 'disk of this platform is full' && exit
	[ "$(wc -l </srv/town/accepted)" -lt $((accepted + 3)) ] || exit 1
	sleep 0.5
done
exit 1
