for n in 7 19 33; do
	curl -s -m 3 -o /dev/null --interface "10.40.1.$((NOISY + n))" http://10.40.1.10/ ||
		fail "10.40.1.$((NOISY + n)) is a customer like any other, and gets no page. Keep out one address, not its neighbours."
done
pass
