pkill -u "$LEAVER"
sleep 1
userdel -r "$LEAVER"
