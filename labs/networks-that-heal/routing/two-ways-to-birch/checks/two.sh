ways() { on alder birdc show route for 10.60.2.20 2>/dev/null | grep -o 'via 10\.50\.[0-9.]*' | sort -u; }
both() { [ "$(ways | wc -l)" = 2 ]; }
within 4 both || fail "alder knows $(ways | wc -l) of two ways to 10.60.2.20. What cedar knows it should have told alder."
credit 0.5
[ "$(way alder 10.60.2.20)" = 'via 10.50.1.2' ] || fail "alder knows both ways and goes $(way alder 10.60.2.20), through one site more than needed."
pass
