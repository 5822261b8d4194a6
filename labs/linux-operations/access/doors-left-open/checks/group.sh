getent group "$PROJECT" >/dev/null || fail "There is no group \`$PROJECT\` any more."
make "$ANNA"
created=$?
groups=$(stat -c %G "$made.txt" "$made/file" 2>/dev/null | sort -u | tr '\n' ' ')
rm -rf "$made" "$made.txt"
[ $created -eq 0 ] || fail "\`$ANNA\` cannot create anything in \`$folder\`."
[ "$groups" = "$PROJECT " ] || fail "What \`$ANNA\` creates belongs to the group \`${groups% }\`, so the team has no hold on it."
credit 0.6
old=$(find "$folder" ! -group "$PROJECT" -print -quit)
[ -z "$old" ] || fail "New files get the right group. But \`$old\` was there before, and belongs to \`$(stat -c %G "$old")\`."
pass
