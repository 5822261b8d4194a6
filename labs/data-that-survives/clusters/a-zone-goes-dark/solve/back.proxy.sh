ssh zone2 'rm -rf /srv/node/d1/* /srv/node/d2/*'
ssh zone2 'rm -f /etc/service/swift-*/down; sv -w 20 start swift-account swift-container swift-object'
for port in 6200 6201 6202; do
	for i in $(seq 60); do (exec 3<>/dev/tcp/10.72.0.12/$port) 2>/dev/null && break; sleep 0.3; done
done
for zone in zone1 zone3; do ssh $zone replicate; done
for zone in zone1 zone3; do ssh $zone replicate object; done
