#!/bin/sh
# User data of `probe`: knocks at `web` every two seconds, and says on the console what came of it.
(
	while :; do
		if ping -c 1 -W 1 10.77.{{THIRD}}.10 >/dev/null 2>&1; then echo 'probe: web answers'; else echo 'probe: web is silent'; fi
		sleep 2
	done
) </dev/null >/dev/console 2>&1 &
