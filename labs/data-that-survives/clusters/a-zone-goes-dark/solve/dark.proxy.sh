. /etc/profile.d/archive.sh
cd /srv/archive/new
swift upload "$SERIES" *
swift delete "$SERIES" $(cat ../withdrawn.txt)
for name in *; do
	swift-get-nodes -a /etc/swift/object.ring.gz "AUTH_$TOWN" "$SERIES" "$name" | grep '^curl.*Handoff' | while read -r line; do
		url=$(grep -o 'http://[^ "]*' <<<"$line")
		curl -sf -m 3 -o /dev/null -I -H 'X-Backend-Storage-Policy-Index: 0' "$url" || continue
		place=${url#http://10.72.0.1}
		disk=${place#*/}
		echo "$name zone${place%%:*}/${disk%%/*}"
	done
done >../third-copy.txt
cat ../third-copy.txt
