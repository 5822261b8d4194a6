for node in mq1 mq2 mq3; do
	written=$(file "$node" /etc/rabbitmq/rabbitmq.conf | sed -n 's/^[[:space:]]*cluster_partition_handling[[:space:]]*=[[:space:]]*\([a-z_]*\).*/\1/p' | tail -1)
	case $written in
		pause_minority) ;;
		autoheal) fail "\`$node\` is told \`autoheal\`: while the link is cut both sides go on, and then the loser of the two restarts and forgets what it took." ;;
		*) fail "\`rabbitmq.conf\` of \`$node\` says \`${written:-nothing}\`: cut off from the others, it goes on as if they had died." ;;
	esac
	lives=$(ask "$node" 'atom_to_list(application:get_env(rabbit, cluster_partition_handling, none))')
	# One that waits for the others before it starts has only the file.
	[ "${lives:-$written}" = pause_minority ] || [ "$lives" = none ] ||
		fail "\`$node\` has been told, but its broker runs with \`$lives\` still: the file is read when it starts."
	credit 0.3
done
pass "Who sees no majority pauses."
