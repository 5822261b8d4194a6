# The ring is right where it is built; those who should read it still read the old one, and move nothing.
cd /etc/swift
for house in $SWAP; do swift-ring-builder object.builder set_zone --ip 10.72.0.1$house --device d2 $house --yes; done
swift-ring-builder object.builder rebalance || [ $? = 1 ]
swift-ring-builder object.builder pretend_min_part_hours_passed
swift-ring-builder object.builder rebalance || [ $? = 1 ]
for zone in zone1 zone2 zone3; do ssh $zone replicate object; done
