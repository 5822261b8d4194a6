# One master less: the spare no longer takes part, and nobody takes over next time.
sv down keepalived
sleep 3
