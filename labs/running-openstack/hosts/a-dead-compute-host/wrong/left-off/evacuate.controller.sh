# Evacuated, and nobody has looked since: Nova leaves them switched off.
export HOME=/home/stack OS_CLOUD=admin
sed "s/^/server evacuate /" /home/stack/runbook/birch | openstack >/dev/null || true
for _ in $(seq 60); do
	openstack server list --all-projects --host birch -f value -c ID | grep -q . || break
	sleep 1
done
