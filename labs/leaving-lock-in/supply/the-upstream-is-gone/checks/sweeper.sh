found=$(on hub sh -c 'grep -lsE "garbage-collect" /etc/cron.*/* /etc/crontab /var/spool/cron/crontabs/* 2>/dev/null' look)
for job in $found; do
	said=$(file hub "$job" | grep -v '^ *#' | grep garbage-collect)
	grep -qE -- ' (-[a-z]*m[a-z]*|--delete-untagged(=true)?)( |$)' <<<"$said"
	[ $? = 1 ] || fail "\`$job\` still takes away whatever has no tag. The image for one platform never has one: the list that names it has."
	credit 0.4
	grep -q . <<<"$said" || continue
	# What the sweep would take, if it came now.
	plan=$(on hub sh -c 'docker-registry garbage-collect --dry-run /etc/docker/registry/config.yml 2>/dev/null' plan)
	grep -q 'blobs marked' <<<"$plan" || fail "The sweep ends in an error: $(tail -n 1 <<<"$plan" | cut -c1-140)"
	while read -r pin; do
		grep -qF "manifest eligible for deletion: ${pin#*@}" <<<"$plan"
		[ $? = 1 ] || fail "The sweep would take \`${pin%@*}\`."
	done </lab/pins
done
pass "It takes what nothing refers to, and nothing else."
