# A replica tries once a minute; here nobody waits for that.
for i in $(seq 100); do
	mariadb -e 'stop replica io_thread; start replica io_thread'
	sleep 0.4
	mariadb -e 'show replica status\G' | grep -q 'Slave_IO_Running: Yes' && exit 0
done
echo 'The primary did not come back.' >&2
exit 1
