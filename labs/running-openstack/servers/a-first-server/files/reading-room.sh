#!/bin/sh
# The screen of the reading room: every few seconds it asks for the page, tries the editor's door as
# well, and says on its console what came of it.
look() { wget -q -T 2 -O - "http://10.{{WING}}.{{AISLE}}.{{SEAT}}:$1/" 2>/dev/null | head -n 1; }
{
	number=0
	while :; do
		number=$((number + 1))
		page=$(look {{PORT}})
		editor=$(look {{EDIT}})
		[ -n "$editor" ] && editor=open || editor=closed
		echo "look $number: editor $editor, page: ${page:-none}"
		sleep 3
	done
} &
