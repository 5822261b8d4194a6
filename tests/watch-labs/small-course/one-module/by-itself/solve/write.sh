echo "$WORD" >/tmp/word; chmod 600 /tmp/word
