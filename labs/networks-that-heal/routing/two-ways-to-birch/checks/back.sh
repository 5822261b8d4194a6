ways() { on birch birdc show route for 10.60.1.20 2>/dev/null | grep -o 'via 10\.50\.[0-9.]*' | sort -u; }
both() { [ "$(ways | wc -l)" = 2 ]; }
within 4 both || fail "birch knows $(ways | wc -l) of two ways to the desk, 10.60.1.20. A way there without a way back is no way."
pass
