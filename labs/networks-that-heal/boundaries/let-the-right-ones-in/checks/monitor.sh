answers 10.40.2.10 9100 || fail "The monitor, 10.40.2.30, cannot read the figures on port 9100."
credit 0.5
answers 10.40.2.10 "$PORT" && fail "The monitor still reaches port $PORT. Nobody should."
pass
