# The grader asks brokers in their own language, from the house's side: `ask mq1 'rabbit_nodes:list_running()'`.
# The answer is the text that the Erlang expression makes; nothing when the broker's machine does not answer.
house() { echo "10.67.0.1${1#mq}"; }
cookie() { file "$1" /var/lib/rabbitmq/.erlang.cookie | tr -d '\n'; }
ask() {
	nc -z -w 2 "$(house "$1")" 4369 2>/dev/null || return 1
	printf 'lists:flatten(io_lib:format("~s", [%s])).\n' "$2" |
		timeout 5 erl_call -sname "rabbit@$1" -c "$(cookie "$1")" -e 2>/dev/null | sed -n 's/^{ok, "\(.*\)"}$/\1/p'
}
# A list of Erlang terms as words.
words() { echo "lists:join(\" \", [io_lib:format(\"~s\", [X]) || X <- $1])"; }
runs() { ask "$1" "$(words 'lists:sort(rabbit_nodes:list_running())')"; }
serves() { nc -z -w 2 "$(house "$1")" 5672 2>/dev/null; }
# A setting of a file below /etc/orders.
setting() { file hospital "/etc/orders/$1.conf" | sed -n "s/^$2=[[:space:]]*//p" | tail -1 | sed 's/[[:space:]]*$//'; }
# The first broker that serves clients.
first() { for node in mq1 mq2 mq3; do serves "$node" && echo "$node" && return; done; }
