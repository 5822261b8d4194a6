chmod u-s "$DOOR"
