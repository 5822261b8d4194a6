rsync -a club::backup/ /root/backup/
cd /root/backup
zcat "club-2026-03-$GOOD.sql.gz" | mariadb
from=$(zcat "club-2026-03-$GOOD.sql.gz" | sed -n "s/.*gtid_slave_pos='\(.*\)'.*/\1/p")
mariadb-binlog --start-position="$from" binlog/binlog.0* | mariadb
