# Runs as root before the learner comes; $TEAM is this learner's own.
useradd "$TEAM"
echo "To team $TEAM" >/srv/letter
chown "$TEAM" /srv/letter
chmod 644 /srv/letter
