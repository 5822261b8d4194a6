# One of three brokers: its name for the others, its settings, its cookie. $1 is its number.
# Brokers call each other in the rack only, so their names mean their addresses there and no others.
names=$(grep -v 'mq[123]$' /etc/hosts)
printf '%s\n10.66.0.11 mq1\n10.66.0.12 mq2\n10.66.0.13 mq3\n' "$names" >/etc/hosts
cat > /etc/rabbitmq/rabbitmq.conf <<CONF
# Read when the broker starts.
listeners.tcp.default = 5672
log.file.level = info

# Who says nothing for so many seconds is gone: another broker, a client.
net_ticktime = 15
heartbeat = 10

# What a broker does that no longer sees the others.
cluster_partition_handling = ignore

# Above this nobody may publish.
vm_memory_high_watermark.absolute = 200MB
disk_free_limit.absolute = 50MB
CONF
cookie=$COOKIE
# The third was set up last year, with last year's cookie.
[ "$1" != 3 ] || cookie=$(printf 'last-year-%s' "$COOKIE" | md5sum | cut -c1-20)
printf '%s' "$cookie" > /var/lib/rabbitmq/.erlang.cookie
chown rabbitmq:rabbitmq /var/lib/rabbitmq/.erlang.cookie
chmod 400 /var/lib/rabbitmq/.erlang.cookie
ln -sfn /etc/sv/rabbitmq /etc/service/rabbitmq
