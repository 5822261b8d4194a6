id -nG "$AUDITOR" | grep -qw "$PROJECT" && fail "\`$AUDITOR\` is in the group \`$PROJECT\` now, and may change things. An auditor must not be able to."
make "$BELA"
created=$?
as "$AUDITOR" cat "$made.txt" "$made/file" >/dev/null
reads=$?
as "$AUDITOR" test -w "$made.txt" || as "$AUDITOR" test -w "$made"
writes=$?
rm -rf "$made" "$made.txt"
as "$AUDITOR" ls "$folder" >/dev/null || fail "\`$AUDITOR\` cannot look into \`$folder\`."
as "$AUDITOR" test -w "$folder" && fail "\`$AUDITOR\` may create and remove files in \`$folder\`."
as "$AUDITOR" cat "$folder/plan.txt" "$folder/notes/minutes.txt" >/dev/null || fail "\`$AUDITOR\` cannot read what was there before, \`plan.txt\` or what lies in \`notes\`."
for file in "$folder/plan.txt" "$folder/notes" "$folder/notes/minutes.txt"; do
	as "$AUDITOR" test -w "$file" && fail "\`$AUDITOR\` may change \`$file\`."
done
credit 0.5
[ $created -eq 0 ] || fail "\`$BELA\` cannot create anything in \`$folder\`, so there is nothing new to read."
[ $reads -eq 0 ] || fail "\`$AUDITOR\` can read what is there, but not what \`$BELA\` creates from now on."
[ $writes -ne 0 ] || fail "\`$AUDITOR\` may change what \`$BELA\` creates."
pass
