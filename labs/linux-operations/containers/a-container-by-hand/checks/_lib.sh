# Runs a script inside the computer, as its root, with the words below in front.
inside() {
	local script code=255
	script="$WORDS"$'\n'"$(cat)"
	while [ $code = 255 ] && [ $SECONDS -lt 20 ]; do # ssh's own trouble: it is starting
		machine "NAME=$NAME MEMORY=$MEMORY PIDS=$PIDS NET=$NET bash -s" <<<"$script" && code=0 || code=$?
		[ $code != 255 ] || sleep 1
	done
	[ $code != 255 ] || echo "fail The computer does not answer. It starts by itself within half a minute when it was switched off; if it hangs, \`sv restart machine\` on \`bench\` switches it off and on."
}

# What all looks share: who is the first process of the container, and the words to say what is seen.
WORDS='
say() { echo "$1 ${*:2}"; exit 0; }
within() { # SECONDS COMMAND…: wait until it is so
	local until=$((SECONDS + $1))
	until "${@:2}"; do
		[ $SECONDS -lt $until ] || return 1
		sleep 0.5
	done
}
# Only one program is started for a look, since each costs the time of many lines.
found() { # the youngest, where there are several
	local one
	pid= left=
	for one in $(awk "/^Pid:/ { pid = \$2 } /^NSpid:/ && NF > 2 && \$NF == 1 { print pid }" /proc/[0-9]*/status 2>/dev/null); do
		[ -x "/proc/$one/root/bin/tide" ] || continue
		[ "$one" -lt "${pid:-0}" ] || pid=$one
		watched "$one" || left=$one
	done
	[ -n "$pid" ]
}
fields() { # PID: the fields of its line in the process table, from its state on
	local line
	read -r line <"/proc/$1/stat" || return 1
	read -ra field <<<"${line##*) }"
} 2>/dev/null
watched() { # is one of its ancestors a supervisor?
	local at=$1 name
	while fields "$at" && at=${field[1]} && [ "$at" -gt 1 ]; do
		read -r name <"/proc/$at/comm" && [ "$name" = runsv ] && return 0
	done 2>/dev/null
	return 1
}
lives() { # and has for a moment: one that is being ended does not count
	local up
	found && fields "$pid" || return 1
	read -r up _ </proc/uptime
	[ $((${up/./} - field[19])) -ge 300 ]
}
# State, number, control group and name of all processes of the container, a line each.
those() { ps -eo pidns=,stat=,pid=,cgroup=,comm= | awk -v mine="$(readlink "/proc/$pid/ns/pid" | tr -dc 0-9)" "\$1 == mine"; }
own() { [ "$(readlink "/proc/$1/ns/$2")" != "$(readlink "/proc/1/ns/$2")" ]; }
level() { cat "/proc/$pid/root/www/level" 2>/dev/null; }
measures() { # COUNT SECONDS: wait for so many new measurements
	local left=$1 until=$((SECONDS + $2)) old new
	old=$(level)
	while [ "$left" -gt 0 ]; do
		[ $SECONDS -lt $until ] || return 1
		sleep 0.5
		new=$(level)
		if [ -n "$new" ] && [ "$new" != "$old" ]; then
			old=$new
			left=$((left - 1))
		fi
	done
}
again() {
	[ -d /etc/service/tide ] || say fail "There is no service \`tide\` in \`/etc/service\`."
	found
	local old=$pid
	sv -w 4 force-shutdown /etc/service/tide >/dev/null 2>&1 # and the supervisor brings back even who watched over it
	another() { lives && [ "$pid" != "$old" ]; }
	within 25 another || say fail "The service \`tide\` was restarted, and afterwards there is no container that lasts."
	[ -z "$left" ] || say fail "The service was restarted, and an older container was left over: end it with \`kill -KILL $left\`, and let what the supervisor ends take its container along, as it does with \`exec\` and \`--kill-child\`."
}
here() {
	if [ ! -d /etc/service/tide ]; then
		pgrep -f "awk -f /bin/tide" >/dev/null && say fail "The program runs, and nothing watches over it: there is no service \`tide\` in \`/etc/service\` yet."
		say fail "There is no service \`tide\` in \`/etc/service\` yet."
	fi
	within 18 lives && return 0
	pgrep -f "awk -f /bin/tide" >/dev/null && say fail "The program runs, as one process among all others of the machine: it is not the first of a namespace of its own, nor is anything before it."
	say fail "There is a service \`tide\`, and no container with the program in it that lasts. See \`sv status tide\`, and start the script by hand to hear what it says."
}
'
# The verdict that was said in there.
verdict() {
	local word rest
	read -r word rest <<<"$1"
	case $word in
		pass) pass "$rest" ;;
		fail) fail "$rest" ;;
		*) broken "The look into the computer ended without a word: $1" ;;
	esac
}
