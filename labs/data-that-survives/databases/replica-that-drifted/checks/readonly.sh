[ "$(sql 'select @@read_only')" != 0 ] || fail "$LAB_HOST takes writes from every account that may write. Let it refuse: \`read_only\`."
credit 0.5
set -- $(mariadbd --print-defaults 2>/dev/null | tr ' ' '\n' | grep -E '^--(skip[-_])?(read[-_]only)' | tail -1) ''
case $1 in
	--read?only | --read?only=1 | --read?only=[oO][nN] | --read?only=[tT]* | --read?only=READ*) pass ;;
esac
fail "$LAB_HOST refuses writes now, but nothing in its configuration says so: after a restart it takes them again. Write it into a file in \`/etc/mysql/mariadb.conf.d\`."
