# When the power is back, Swift waits on this machine until somebody starts it.
for part in account container object; do touch /etc/sv/swift-$part/down; done
