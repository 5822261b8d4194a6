curl -s -m 2 -o /dev/null --interface "10.40.1.$NOISY" http://10.40.1.10/ &&
	fail "The nuisance still gets the page. If there is a rule that drops it: which rule is asked before that one, and accepts?"
credit 0.5
ping -c 1 -W 2 -I "10.40.1.$NOISY" 10.40.1.10 >/dev/null 2>&1 &&
	fail "The page is closed to it, but the server still answers its ping. Nothing of it should come in."
pass
