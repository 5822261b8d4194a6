verdict "$(inside <<'IN'
again
own "$pid" net || say fail "It uses the machine's own network."
nsenter -t "$pid" -n ip -4 -o address show | grep -q "10\.77\.$NET\.2/" || say fail "After a restart of the service, nothing in the container has the address 10.77.$NET.2."
one=$(curl -fsS -m 4 "http://10.77.$NET.2:8080/level" 2>&1) || say fail "The machine asks http://10.77.$NET.2:8080/level and gets no answer: $one"
[ "${one%% *}" = "$NAME" ] || { sleep 4; one=$(curl -fsS -m 4 "http://10.77.$NET.2:8080/level"); }
[ "${one%% *}" = "$NAME" ] || say fail "The page is not written by \`$NAME\`: it says \`$one\`."
curl -fsS -m 4 -o /dev/null "http://127.0.0.1:8080/level" 2>/dev/null && say fail "The same page is served by the machine itself, on port 8080."
say pass "$one"
IN
)"
