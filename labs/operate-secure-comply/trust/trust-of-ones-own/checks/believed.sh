said=$(env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin curl -fsS -q -m 4 "https://shop.$HOUSE.example/" 2>&1) || fail "The till refuses: ${said#curl: }"
grep -q "The shop is open: $PAGE" <<<"$said" || fail "Somebody answers as \`shop.$HOUSE.example\`, and it is not the shop."
pass
