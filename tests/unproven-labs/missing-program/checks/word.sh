assert_line "hello $WORD" "$HELLO"
