all='rabbit@mq1 rabbit@mq2 rabbit@mq3'
for node in mq1 mq2 mq3; do
	said=$(runs "$node")
	if [ -z "$said" ]; then
		[ "$(cookie "$node")" = "$(cookie mq1)" ] ||
			fail "\`$node\` still holds another cookie than \`mq1\`, so neither believes the other."
		serves "$node" || fail "\`$node\` serves nobody: is its service up, and its application started?"
		fail "\`$node\` runs, but not with the cookie that stands in its file. It is read when the broker starts."
	fi
	[ "$said" = "$all" ] && credit 0.3 && continue
	[ "$(cookie "$node")" = "$(cookie mq1)" ] ||
		fail "\`$node\` runs with a cookie that is not that of \`mq1\`: neither believes the other, and each is alone."
	fail "\`$node\` knows of \`$said\` only. The cookie is right; now the third one has to join."
done
pass "Three brokers, one cluster."
