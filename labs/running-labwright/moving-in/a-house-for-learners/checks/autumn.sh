reachable
home=$(curl -s -m 5 "http://new:$PORT/")
grep -q -- '-autumn' <<<"$home" || fail "The foot of the page still names the spring release."
credit 0.5
on new sqlite3 -readonly $data/labwright.db 'select count(*) from bookmarks' >/dev/null 2>&1 || fail "The autumn release runs, but not on the database in \`$data\`: that has not been brought up to date."
pass
