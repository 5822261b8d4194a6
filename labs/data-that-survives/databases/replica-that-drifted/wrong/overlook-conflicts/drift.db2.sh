mariadb -e "set global slave_exec_mode='IDEMPOTENT'; start replica"
