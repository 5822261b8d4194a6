agent_pid >/dev/null || fail 'The program has stopped, and head office gets no more measurements. It shall run, only quietly.'
beat=$(cat "/run/agents/$NOISY.beat" 2>/dev/null) || broken 'The agent has left no heartbeat.'
age=$(($(date +%s) - beat))
[ "$age" -le 10 ] || fail "The program is there, but its last measurement is $age seconds old."
pass 'Measurements leave every second.'
