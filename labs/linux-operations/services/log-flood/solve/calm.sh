sed -i 's/^level.*/level = info/' "/etc/agents/$NOISY.conf"
sv -w 10 restart "$NOISY"
