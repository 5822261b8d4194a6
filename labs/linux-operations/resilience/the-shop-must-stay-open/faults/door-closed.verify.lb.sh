# It hurts while nothing answers. A door that is watched over may be open again already: then it is young.
if ! curl -fsS -m 2 -o /dev/null "http://localhost/hello?fault-check"; then exit 0; fi
[ "$(ps -o etimes= -p "$(pgrep -ox haproxy)")" -lt 6 ]
