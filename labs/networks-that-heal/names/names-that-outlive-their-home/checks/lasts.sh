state=$(on ns2 rndc zonestatus "$ZONE" 2>&1)
grep -q '^type: primary' <<<"$state" && pass "\`ns2\` is the primary now."
grep -q '^type: secondary' <<<"$state" || fail "\`ns2\` does not know the zone: $(head -1 <<<"$state")"
fail "\`ns2\` still is a secondary without a primary. Whatever makes it answer now, it stops again $(sed -n 's/^expires: //p' <<<"$state")."
