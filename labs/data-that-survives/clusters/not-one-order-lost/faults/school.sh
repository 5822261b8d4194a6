# The laboratory stands still, and a school's orders come in: they are in the list, and wait in the queue.
sv -w 20 down laboratory
for i in $(seq 260); do printf 'S-%s\n' "$(od -An -N4 -tx4 /dev/urandom | tr -d ' ')"; done > /srv/orders/school
/usr/local/bin/reorder < /srv/orders/school
cat /srv/orders/school >> /srv/orders/ordered.log
rm /srv/orders/school
