begin
sleep $((ROUND / 2 + 1))
arrived "$((first + 1))" "$((first + ROUND))" 14 ||
	fail "Of $ROUND readings that were made while we looked, $missing are not in the valley. When the line is gone, what is not delivered must be kept, and tried again."
pass "$ROUND readings, and one loss of the line among them: all there."
