verdict "$(inside <<'IN'
again
own "$pid" net || say fail "It uses the machine's own network."
addressed() { nsenter -t "$pid" -n ip -4 -o address show 2>/dev/null | grep -q "10\.77\.$NET\.2/"; }
answers() { one=$(curl -fsS -m 4 "http://10.77.$NET.2:8080/level" 2>&1); }
written() { answers && [ "${one%% *}" = "$NAME" ]; }
within 8 addressed || say fail "After a restart of the service, nothing in the container has the address 10.77.$NET.2."
within 12 answers || say fail "The machine asks http://10.77.$NET.2:8080/level and gets no answer: $one"
within 12 written || say fail "The page is not written by \`$NAME\`: it says \`$one\`."
curl -fsS -m 4 -o /dev/null "http://127.0.0.1:8080/level" 2>/dev/null && say fail "The same page is served by the machine itself, on port 8080."
say pass "$one"
IN
)"
