# The first answer of every forum: take the row away, go on, and look no further.
mariadb theatre -e "set sql_log_bin=0; delete from tickets where ref='byhand00'"
mariadb -e 'start replica'
