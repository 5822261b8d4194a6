pid=$(pgrep -o -x haproxy) || fail "The load balancer does not run."
ls -d /etc/service/*/ 2>/dev/null | xargs -rn1 sv status 2>/dev/null | grep -q "pid $pid)" ||
	fail "The load balancer runs, but nobody would start it again: no service in /etc/service has its process ($pid)."
curl -fsS -m 3 -o /dev/null "http://localhost/hello?check" || fail "The load balancer runs, but the shop does not answer through it."
