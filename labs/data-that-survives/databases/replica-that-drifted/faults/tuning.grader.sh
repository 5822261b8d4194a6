# The server that the box office writes to is "tuned": a setting that does not exist, and a restart.
host=$(file app /etc/boxoffice.conf | sed -n 's/^DB_HOST=//p' | tail -1)
case $host in 10.61.0.1?) host=db${host#10.61.0.1} ;; esac
on "$host" bash -c 'printf "# Faster. See the blog post.\n[mariadbd]\ninnodb_buffer_pool_sise = 96M\n" >/etc/mysql/mariadb.conf.d/99-tuning.cnf
	sv -w 30 force-restart mariadb >/dev/null 2>&1 || true'
