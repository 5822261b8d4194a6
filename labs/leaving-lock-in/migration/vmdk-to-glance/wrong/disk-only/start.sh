# It runs, and nobody reaches it.
export HOME=/home/stack OS_CLOUD=admin
openstack image create --disk-format qcow2 --container-format bare --file /srv/work/ledger.qcow2 \
	--property hw_disk_bus=scsi --property hw_scsi_model=vmpvscsi ledger
openstack server create --wait --image ledger --flavor m1.tiny --network office ledger
for _ in $(seq 150); do openstack console log show ledger | grep -q 'ledger is ready' && break; sleep 1; done
