for node in mq1 mq2; do
	serves "$node" || fail "\`$node\` serves nobody. It and its neighbour see each other, and are two of three."
	[[ " $(runs "$node") " == *" rabbit@mq1 rabbit@mq2 "* ]] || fail "\`$node\` does not see its neighbour: \`$(runs "$node")\`."
done
credit 0.3
on mq3 sv status /etc/service/rabbitmq | grep -qE '^(run|finish):' ||
	fail "\`mq3\` serves nobody because its service was stopped. It would still be down when the link is back."
serves mq3 && fail "\`mq3\` sees none of the others and still answers clients on port 5672. It takes what they say and can keep none of it."
pass "\`mq3\` sends its clients away, to brokers that can keep their word."
