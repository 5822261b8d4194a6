cd /etc/swift
for house in $SWAP; do swift-ring-builder object.builder set_zone --ip 10.72.0.1$house --device d2 $house --yes; done
round() {
	swift-ring-builder object.builder rebalance || [ $? = 1 ]
	for zone in zone1 zone2 zone3; do scp -q object.ring.gz $zone:/etc/swift/; done
	for zone in zone1 zone2 zone3; do ssh $zone replicate object; done
}
round
swift-ring-builder object.builder pretend_min_part_hours_passed
round
for zone in zone1 zone2 zone3; do ssh $zone replicate object; done
