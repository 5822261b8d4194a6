# Runs a script inside the computer, as its root, with these words in front.
inside() {
	local try
	for try in 1 2 3; do
		machine true </dev/null && break
		[ $try -lt 3 ] || { echo "fail The computer does not answer. It starts by itself within half a minute when it was switched off."; return; }
		sleep 2
	done
	machine "NAME=$NAME MEMORY=$MEMORY PIDS=$PIDS NET=$NET bash -s" <<<"$WORDS"$'\n'"$(cat)"
}

# What all looks share: who is the first process of the container, and the words to say what is seen.
WORDS='
say() { echo "$1 ${*:2}"; exit 0; }
first() {
	local one
	for one in $(awk "/^Pid:/ { pid = \$2 } /^NSpid:/ && NF > 2 && \$NF == 1 { print pid }" /proc/[0-9]*/status 2>/dev/null); do
		[ -x "/proc/$one/root/bin/tide" ] && { echo "$one"; return 0; }
	done
	return 1
}
# State, control group and name of all processes of the container, a line each; one program asks, since each costs time.
those() { ps -eo pidns=,stat=,cgroup=,comm= | awk -v mine="$(readlink "/proc/$pid/ns/pid" | tr -dc 0-9)" "\$1 == mine"; }
own() { [ "$(readlink "/proc/$1/ns/$2")" != "$(readlink "/proc/1/ns/$2")" ]; }
running() { # SECONDS: wait for it
	local until=$((SECONDS + $1))
	until pid=$(first); do
		[ $SECONDS -lt $until ] || return 1
		sleep 0.5
	done
}
again() {
	[ -d /etc/service/tide ] || say fail "There is no service \`tide\` in \`/etc/service\`."
	sv -w 4 force-shutdown /etc/service/tide >/dev/null 2>&1 # and the supervisor brings back even who watched over it
	running 25 || say fail "The service \`tide\` was restarted, and afterwards there is no container."
	sleep 3
}
here() {
	running 4 && return 0
	pgrep -f "awk -f /bin/tide" >/dev/null && say fail "The program runs, as one process among all others of the machine: it is not the first of a namespace of its own, nor is anything before it."
	[ -d /etc/service/tide ] || say fail "There is no service \`tide\` in \`/etc/service\` yet."
	say fail "There is a service \`tide\`, and no container with the program in it. \`sv status tide\`, and start the script by hand to see what it says."
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
