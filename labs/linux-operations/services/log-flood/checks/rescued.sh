copy=/srv/rescue/access.log
held=$(find /proc/[0-9]*/fd -lname '/var/log/orders/access.log (deleted)' -print -quit 2>/dev/null)
if [ ! -f "$copy" ]; then
	[ -n "$held" ] || fail 'The deleted file was let go before it was copied, so its data is lost. Only Reset brings it back.'
	fail 'There is no file `/srv/rescue/access.log` yet.'
fi
[ -s "$copy" ] || fail '`/srv/rescue/access.log` is empty.'
head -1 "$copy" | grep -q "order $FIRST " || fail '`/srv/rescue/access.log` is not the deleted log: that one began with an order.'
credit 0.5
grep -q "order $LAST " "$copy" || fail 'The copy begins well but its end is missing. Was it cut short?'
pass 'Every line is there.'
