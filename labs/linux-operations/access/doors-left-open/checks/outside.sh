for name in nobody build; do
	as "$name" test -w "$folder" && fail "Any account may create and remove files in \`$folder\`; \`$name\` was tried."
	as "$name" ls "$folder" >/dev/null && fail "Any account may list what is in \`$folder\`; \`$name\` was tried."
	as "$name" test -r "$folder/plan.txt" && fail "Any account that knows the name may read \`plan.txt\`."
	as "$name" test -x "$folder" && fail "Any account may enter \`$folder\` and try names there."
done
pass
