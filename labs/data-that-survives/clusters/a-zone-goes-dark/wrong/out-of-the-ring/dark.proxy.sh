# Takes the school out of the ring, so that everything has three copies again: two of them in one house, and all of it on
# the move.
. /etc/profile.d/archive.sh
cd /etc/swift
swift-ring-builder object.builder remove 10.72.0.12 --yes || swift-ring-builder object.builder remove --ip 10.72.0.12 --yes
swift-ring-builder object.builder rebalance || [ $? = 1 ]
for zone in zone1 zone3; do scp -q object.ring.gz $zone:/etc/swift/; done
for zone in zone1 zone3; do ssh $zone replicate object; done
cd /srv/archive/new
swift upload "$SERIES" *
swift delete "$SERIES" $(cat ../withdrawn.txt)
for name in *; do echo "$name zone1/d2"; done >../third-copy.txt
