# A change went out to both balancers at once: from now on an office is fit when it answers 204, which none does.
grep -q 'http-check expect' /etc/haproxy/haproxy.cfg ||
	sed -i 's|^\([[:space:]]*\)option httpchk.*|&\n\1http-check expect status 204|' /etc/haproxy/haproxy.cfg
sv restart haproxy
# Until the offices are taken for unfit.
for i in $(seq 40); do curl -fsS -m 1 -o /dev/null http://127.0.0.1/ 2>/dev/null || break; sleep 0.5; done
