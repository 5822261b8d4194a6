# Runs a script inside the computer, as its root, with the words below in front.
inside() {
	local script code=255
	script="$WORDS"$'\n'"$(cat)"
	while [ $code = 255 ] && [ $SECONDS -lt 20 ]; do # ssh's own trouble: it is starting
		machine "NAME=$NAME AREAS=$AREAS bash -s" <<<"$script" && code=0 || code=$?
		[ $code != 255 ] || sleep 1
	done
	[ $code != 255 ] || echo "fail The computer does not answer. It starts by itself within half a minute when it was switched off; if it hangs, \`sv restart machine\` on \`bench\` switches it off and on."
}
WORDS='
say() { echo "$1 ${*:2}"; exit 0; }
result() { read -r moment kernel answer </srv/play/out/result; } 2>/dev/null
another() { # SECONDS: wait for another result than this one
	local until=$((SECONDS + $1)) old=$moment
	until result && [ "$moment" != "$old" ]; do
		[ $SECONDS -lt $until ] || return 1
		sleep 0.5
	done
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
