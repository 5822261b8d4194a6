find_primary
credit 0.4
follows=$(on "$primary" mariadb -e 'show all replicas status\G' | field Master_Host)
[ -z "$follows" ] || fail "$primary takes writes, but still follows $follows: when that server comes back, $primary will take its word again. Let it forget."
credit 0.7
on "$primary" mariadbd --print-defaults 2>/dev/null | tr ' ' '\n' | grep -E '^--read[-_]only' | tail -1 | grep -Eiqv '=(0|off)$' &&
	fail "$primary takes writes now, but its configuration still says \`read_only\`. The next restart would stop the box office."
pass "$primary is the primary."
