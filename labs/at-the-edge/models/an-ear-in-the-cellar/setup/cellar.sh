cp /srv/models/autumn.npz /srv/models/current.npz
chown -R root:root /srv/models
ln -sfn /etc/sv/ear /etc/service/ear
for i in $(seq 100); do
	listen "$CELLAR" 2>/dev/null | grep -q bearing && exit 0
	sleep 0.2
done
echo 'The ear does not hear the bearing.' >&2
exit 1
