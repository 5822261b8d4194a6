# As every other image: it boots into nothing.
export HOME=/home/stack OS_CLOUD=admin
openstack image create --disk-format qcow2 --container-format bare --file /srv/work/ledger.qcow2 ledger
openstack server create --wait --image ledger --flavor m1.tiny --network office ledger
for _ in $(seq 60); do openstack console log show ledger | grep -q 'Gave up' && break; sleep 1; done
