answers 10.40.2.10 8443 || fail "The desk in the office cannot reach the console on port 8443."
credit 0.4
answers 10.40.2.10 80 || fail "The desk reaches the console, but no longer the web page on port 80."
answers 10.40.2.10 "$PORT" && fail "The desk still reaches port $PORT. Nobody should."
answers 10.40.2.10 9100 && fail "The desk reads the figures on port 9100. Only the monitor, 10.40.2.30, should."
pass
