# The noisy agent, by the name of its process. It runs as root, so its open files can be read.
# A service that was just started again needs a moment until it carries its name.
agent_pid() {
	for _ in 1 2 3 4 5 6 7 8; do
		pgrep -o -x "$NOISY" && return
		sleep 0.25
	done
	return 1
}

# Where the agent writes now, with " (deleted)" behind it when the name is gone.
agent_log() { find "/proc/$1/fd" -lname '/var/log/*' -printf '%l\n' 2>/dev/null | head -1; }

# Seconds since a process began.
age() { ps -o etimes= -p "$1" | tr -d ' '; }
