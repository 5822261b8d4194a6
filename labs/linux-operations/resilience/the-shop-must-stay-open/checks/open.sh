word=$RANDOM$RANDOM
curl -fsS -m 3 "http://lb/hello?$word" | grep -q "$word" || fail "The shop does not answer at http://lb/."
