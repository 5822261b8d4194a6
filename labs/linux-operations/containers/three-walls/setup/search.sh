# The tenant who comes with a search engine: a folder on the bench, and the same in the computer.
mkdir -p /srv/search/bin /srv/search/proc
cp /bin/busybox /srv/search/bin/
for tool in sh cat sleep uname mount sysctl; do ln -sf busybox "/srv/search/bin/$tool"; done
cat >/srv/search/bin/search <<SEARCH
#!/bin/sh
# The search engine. Like others of its kind it looks at the kernel first, and will not start on one that is too tight.
have=\$(cat /proc/sys/vm/max_map_count)
if [ "\${have:-0}" -lt $AREAS ]; then
	echo "search: vm.max_map_count is \${have:-unknown}, and must be $AREAS at least"
	exit 1
fi
while :; do
	read -r moment rest </proc/uptime
	echo "search: ready after \$moment s, \$have areas, Linux \$(uname -r)"
	sleep 4
done
SEARCH
chmod 755 /srv/search/bin/search
chown -R learner: /srv/search
tar -C /srv -cf - search | machine 'tar -C /srv -xf - && sync'
