# The network is back, the primary is not: from here on the replica tries, and says so.
mariadb -e 'start replica io_thread'
for i in $(seq 60); do
	mariadb -e 'show replica status\G' | grep -q 'Slave_IO_Running: Connecting' && exit 0
	sleep 0.2
done
