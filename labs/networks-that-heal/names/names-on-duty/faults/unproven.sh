! timeout 4 delv @10.43.0.53 -a /var/lib/probe/anchor "+root=$ZONE" "fault$RANDOM.berth.$ZONE" A 2>&1 | grep -q '^; fully validated'
