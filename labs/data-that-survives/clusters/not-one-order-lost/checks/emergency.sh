taken() { file hospital /srv/orders/taken.log | grep -c '^E-'; }
before=$(taken)
for i in $(seq 12); do
	sleep 1
	[ "$(taken)" -gt "$before" ] && pass "The emergency ward's orders reach the laboratory again."
done
fail "The laboratory gets nothing from the emergency ward. Its last complaint: $(on hospital grep emergency /srv/orders/errors.log | tail -n 1)"
