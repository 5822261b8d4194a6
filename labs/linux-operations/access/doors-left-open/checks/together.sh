may_change() { as "$1" test -w "$2"; }
for pair in "$ANNA $BELA" "$BELA $ANNA"; do
	read -r one other <<<"$pair"
	make "$one"
	created=$?
	may_change "$other" "$made.txt"
	file=$?
	may_change "$other" "$made/file" && may_change "$other" "$made"
	below=$?
	mode=$(stat -c %A "$made.txt" 2>/dev/null)
	rm -rf "$made" "$made.txt"
	[ $created -eq 0 ] || fail "\`$one\` cannot create anything in \`$folder\`."
	[ $file -eq 0 ] || {
		id -nG "$other" | grep -qw "$PROJECT" || fail "\`$other\` is not in the group \`$PROJECT\`."
		fail "\`$one\` made a file, and \`$other\` may not write to it. Under the umask 027 its mode became \`$mode\`."
	}
	credit 0.4
	[ $below -eq 0 ] || fail "In the folder itself it works. But \`$one\` made a folder in it, and there \`$other\` may not write."
done
credit 0.7
for file in "$folder/plan.txt" "$folder/notes/minutes.txt"; do
	for name in "$ANNA" "$BELA"; do
		may_change "$name" "$file" || fail "New files work both ways. But \`$name\` still may not write to \`$file\`, which was there before."
	done
done
pass
