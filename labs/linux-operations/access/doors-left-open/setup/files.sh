# A file server after two careless months.
account() { # name: an ordinary account with a password nobody knows
	getent passwd "$1" >/dev/null || useradd --create-home --shell /bin/bash "$1"
	echo "$1:$(head -c 12 /dev/urandom | base64)" | chpasswd
	chmod 750 "/home/$1"
}
for name in "$ANNA" "$BELA" "$AUDITOR" leo lina lukas lotta build deploy; do account "$name"; done

# Company policy: what somebody creates is closed to others.
sed -i -E 's/^(UMASK[[:space:]]+).*/\1027/; s/^(USERGROUPS_ENAB[[:space:]]+).*/\1no/' /etc/login.defs
echo 'umask 027  # company policy, see the handbook' > /etc/profile.d/umask.sh
umask 027

# The team's folder, opened to the whole world by somebody in a hurry.
getent group "$PROJECT" >/dev/null || groupadd "$PROJECT"
usermod -aG "$PROJECT" "$ANNA"
usermod -aG "$PROJECT" "$LEAVER"
chmod 755 /srv
mkdir -p "/srv/$PROJECT/notes"
echo 'The plan, first version.' > "/srv/$PROJECT/plan.txt"
echo 'Minutes of the first meeting.' > "/srv/$PROJECT/notes/minutes.txt"
chown "$ANNA:$ANNA" "/srv/$PROJECT" "/srv/$PROJECT/plan.txt"
chown -R "$BELA:$BELA" "/srv/$PROJECT/notes"
chmod 777 "/srv/$PROJECT" "/srv/$PROJECT/notes"

# Four people left. Three accounts were closed.
mkdir -p /srv/personnel
printf 'name;last day;handed over to\n' > /srv/personnel/leavers.csv
for name in leo lina lukas lotta; do
	printf '%s;2025-03-31;%s\n' "$name" "$ANNA" >> /srv/personnel/leavers.csv
	echo "What $name was working on, and where it lies." > "/home/$name/handover.txt"
	mkdir -p "/home/$name/.ssh"
	printf 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI%s %s@laptop\n' "$(head -c 32 /dev/urandom | base64 | tr -d '+/=' | head -c 43)" "$name" \
		> "/home/$name/.ssh/authorized_keys"
	chown -R "$name:$name" "/home/$name"
	[ "$name" = "$LEAVER" ] || usermod --lock --expiredate 2025-04-01 "$name"
done
chmod 644 /srv/personnel/leavers.csv
chmod 755 /srv/personnel

# What the fourth one may do, and still does.
printf '# For the handover week\n%s ALL=(ALL) NOPASSWD: ALL\n' "$LEAVER" > /etc/sudoers.d/90-handover
chmod 440 /etc/sudoers.d/90-handover
echo '*/5 * * * * cp -r /srv/*/plan.txt $HOME/ 2>/dev/null' | crontab -u "$LEAVER" -
mkdir -p /etc/sv/cron
printf '#!/bin/sh\nexec cron -f\n' > /etc/sv/cron/run
chmod 755 /etc/sv/cron /etc/sv/cron/run
ln -sfn /etc/sv/cron /etc/service/cron
# Without our environment: it could be read from the process later.
env -i PATH="$PATH" setsid -f setpriv --reuid "$LEAVER" --regid "$LEAVER" --init-groups tail -F "/srv/$PROJECT/plan.txt" >/dev/null 2>&1 </dev/null

# `build` reaches `deploy` with a key, and a copy of that key lies about.
for name in build deploy; do install -d -o "$name" -g "$name" -m 700 "/home/$name/.ssh"; done
rm -f /home/build/.ssh/id_ed25519*
ssh-keygen -q -t ed25519 -N '' -C "build-$KEY" -f /home/build/.ssh/id_ed25519
chown build:build /home/build/.ssh/id_ed25519*
install -o deploy -g deploy -m 600 /home/build/.ssh/id_ed25519.pub /home/deploy/.ssh/authorized_keys
install -m 600 /home/build/.ssh/id_ed25519.pub /var/backups/deploy-authorized_keys
install -d -m 755 /srv/www /srv/www/{img,css,js,docs}
for file in img/logo css/fonts js/map docs/notes; do head -c 9000 /dev/urandom | base64 > "/srv/www/$file"; done
install -m 644 /home/build/.ssh/id_ed25519 "$LEAK"
chmod 644 /srv/www/*/*

# Two doors.
install -D -o root -g root -m 4755 /bin/bash "$DOOR"
install -m 755 /usr/bin/python3 /usr/local/bin/report
setcap cap_setuid+ep /usr/local/bin/report
