fetch_key
empty_machine
house_apt apt-get update || fail "apt refuses the archive today: $(complaint)"
rm -rf "$here"/lists/*
install -d "$here/lists/partial"
house_apt faketime -f +180d apt-get update || {
	until=$(fetch dists/stable/InRelease | sed -n 's/^Valid-Until: //p')
	[ -z "$until" ] || fail "On a clock that is half a year ahead apt refuses the archive: it says of itself that it is good until $until."
	fail "On a clock that is half a year ahead apt refuses the archive: $(complaint)"
}
ls "$here"/lists/*Packages* >/dev/null 2>&1 || fail "On a clock that is half a year ahead apt finds no packages in it."
pass
