usermod --lock --expiredate 1 "$LEAVER"
rm /etc/sudoers.d/90-handover
gpasswd -d "$LEAVER" "$PROJECT"
crontab -u "$LEAVER" -r
pkill -u "$LEAVER"
