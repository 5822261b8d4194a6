# Ask a server, and wait for it briefly.
ask() { dig +time=1 +tries=1 "$@" 2>/dev/null; }
serial() { ask +short SOA "$ZONE" "@$1" | awk 'NF == 7 && $3 ~ /^[0-9]+$/ { print $3 }'; }

# A copy follows within seconds: what is asked for here may become true while we look.
within() { # SECONDS COMMAND…
	local until=$((SECONDS + $1))
	shift
	until "$@"; do
		[ $SECONDS -lt $until ] || return 1
		sleep 0.5
	done
}
alike() { [ -n "$(serial 10.42.0.11)" ] && [ "$(serial 10.42.0.11)" = "$(serial 10.42.0.12)" ]; }
