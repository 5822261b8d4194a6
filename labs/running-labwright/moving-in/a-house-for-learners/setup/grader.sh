# Whom new lets in, and what a recording is.
for home in /root /home/learner; do file old "$home/.ssh/id_ed25519.pub"; done >/root/keys
on new sh -c 'echo "$1" >/home/learner/.ssh/authorized_keys; chown learner: /home/learner/.ssh/authorized_keys; chmod 600 /home/learner/.ssh/authorized_keys' sh "$(cat /root/keys)"
on old sh -c 'cd /var/lib/labwright/recordings && sha256sum *.cast.gz' >/root/recordings
[ -s /root/recordings ]
