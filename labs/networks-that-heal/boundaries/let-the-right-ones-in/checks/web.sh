curl -fsS -m 3 http://10.40.1.10/ 2>/dev/null | grep -q 'Garden tools' ||
	fail "A passer-by asked for the web page on port 80 and got nothing."
pass
