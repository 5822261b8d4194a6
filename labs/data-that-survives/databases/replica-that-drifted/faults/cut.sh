# The connection to the primary ends, first for the one that stays behind, then for the one that is ahead.
case $1 in
	ahead) [ "$AHEAD" = "$(hostname)" ] || exit 0; sleep 1 ;; # what was sold a moment ago is still on its way
	behind) [ "$AHEAD" != "$(hostname)" ] || exit 0 ;;
esac
mariadb -e 'stop replica io_thread'
