# One value of a statement on this server.
sql() { mariadb -NBe "$1" 2>/dev/null; }
# Fields of `show replica status`, from its text.
field() { sed -n "s/^ *$1: \(.*\)$/\1/p" | head -1; }
# For the grader: the same on another host. A server that does not answer gives nothing.
sql_on() { on "$1" mariadb -NBe "$2" 2>/dev/null; }
# Which of db2 and db3 takes writes.
writable() {
	for host in db2 db3; do [ "$(sql_on "$host" 'select @@read_only')" = 0 ] && echo "$host"; done
}
# Sets `primary` to the one that took over, or says why there is none.
find_primary() {
	primary=$(writable)
	case $(wc -w <<<"$primary") in
		0) fail "Neither db2 nor db3 takes writes yet." ;;
		1) ;;
		*) fail "Both db2 and db3 take writes. The box office would sell the same seat twice: let one of them refuse." ;;
	esac
}
