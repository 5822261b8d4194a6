getent passwd "$LEAVER" >/dev/null || fail 'The account is gone altogether. Only Reset brings it back.'
process=$(pgrep -o -u "$LEAVER") && fail "It still runs something: process $process, \`$(ps -o args= -p "$process" | cut -c1-80)\`. Closing the door does not send out who is inside."
credit 0.5
crontab -u "$LEAVER" -l 2>/dev/null | grep -qE '^[^#]' && fail 'It will run something again in a few minutes: it has a crontab.'
pass
