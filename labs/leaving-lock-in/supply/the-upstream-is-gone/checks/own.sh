# Uploads are begun from the hub itself, as nobody else may write; one that was begun is taken back.
said=$(on hub curl -s -m 10 -o /dev/null -D - -X POST "http://127.0.0.1:5000/v2/$VENDOR/catalogue/blobs/uploads/")
code=$(awk 'NR == 1 { print $2 }' <<<"$said")
where=$(tr -d '\r' <<<"$said" | awk 'tolower($1) == "location:" { print $2 }')
case $code in
	202) on hub curl -s -m 10 -o /dev/null -X DELETE "$where" ;;
	405) fail "The registry refuses whatever it is given (405): it is a cache of \`registry.$VENDOR.example\` still, and has what it was once asked for." ;;
	'') fail "Nothing answers on port 5000 of \`hub\`. \`sudo sv status registry\`, and \`sudo docker-registry serve /etc/docker/registry/config.yml\` says what it does not like." ;;
	*) fail "The registry answers an upload with $code." ;;
esac
curl -qfsS -m 10 --cacert /lab/ca/house.crt -o /dev/null "https://registry.$HOUSE.example/v2/" || fail "The registry runs, and nobody outside can reach it at \`https://registry.$HOUSE.example/\`."
pass "It keeps what it is given."
