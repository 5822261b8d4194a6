reachable
home=$(curl -s -m 5 "http://new:$PORT/")
grep -q "$TOWN learns" <<<"$home" || fail "A platform answers, but it does not call itself \"$TOWN learns\". Does it read the settings?"
credit 0.5
form=$(node -e '
	import("/usr/local/lib/town/person.mjs").then(async ({ Person }) => {
		const who = new Person({ at: process.argv[1], origin: process.env.ORIGIN, name: "nobody-here" });
		console.log((await who.ask("/sign-in", { name: "nobody-here", password: "nothing" })).status);
	});
' "new:$PORT")
[ "$form" != 403 ] || fail "Pages come, but no form is taken: \`ORIGIN\` is not \`$ORIGIN\`, which is what people type."
pass "It answers as $TOWN learns."
