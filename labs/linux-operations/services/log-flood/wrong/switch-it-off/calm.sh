sv -w 10 down "$NOISY"
