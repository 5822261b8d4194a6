begin
sleep $((ROUND / 2 + 8))
twins=$(listed | awk -v from="$first" '$1 > from' | sort | uniq -d | wc -l)
[ "$(listed | awk -v from="$first" '$1 > from' | wc -l)" -gt $((ROUND / 3)) ] || fail "Hardly anything has arrived in the valley while we looked."
[ "$twins" = 0 ] || fail "$twins readings are in the valley's list twice. They had arrived, and only the answer had not; then they were said again."
again=$(file station /opt/station/forward.py | sed 's/#.*//' | grep -c 'PUT')
[ "$again" -gt 0 ] || fail "Nothing was said twice while we looked, and still the forwarder only knows how to append. Sooner or later an answer is lost: let it be harmless to say a thing again."
pass "What is said again changes nothing."
