# The setting is raised on the machine, and the search engine starts beside everybody else.
machine "AREAS=$AREAS bash -eus" <<'INSIDE'
echo $AREAS >/proc/sys/vm/max_map_count
chroot /srv/search /bin/sh -c 'mount -t proc proc /proc; exec /bin/search' </dev/null >/srv/search.log 2>&1 &
INSIDE
(machine "tail -f /srv/search.log" </dev/null >/var/log/search.log 2>&1 &)
