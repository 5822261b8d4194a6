# The machine is whole, its disks are, so on with it: what was withdrawn while it was dark is there again.
ssh zone2 'rm -f /etc/service/swift-*/down; sv -w 20 start swift-account swift-container swift-object'
for i in $(seq 60); do (exec 3<>/dev/tcp/10.72.0.12/6200) 2>/dev/null && break; sleep 0.3; done
for zone in zone2 zone1 zone3; do ssh $zone replicate; done
