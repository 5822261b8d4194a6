export HOME=/home/stack OS_CLOUD=admin
cd /home/stack/trail
openstack server event list "$SERVER" -f value -c 'Request ID' >request
grep -m1 "$(cat request).*GET /allocation_candidates" /var/log/cloud/placement.log | grep -o 'req-[0-9a-f-]*' | sed -n 2p >candidates
