# A session needs some seconds to come up, and routes a moment more: what is asked for may become true while we look.
within() { # SECONDS COMMAND…
	local until=$((SECONDS + $1))
	shift
	until "$@"; do
		[ $SECONDS -lt $until ] || return 1
		sleep 0.5
	done
}
# For the grader: the way that the kernel of a router takes to an address, such as `via 10.50.1.2`. The toolbox has an `ip` as
# well, which does not say who made a route.
way() { on "$1" /usr/sbin/ip -o route get "$2" 2>/dev/null | grep -o 'via [0-9.]*' | head -1; }
routes() { on "$1" /usr/sbin/ip -o -4 route show "$2" 2>/dev/null; }
