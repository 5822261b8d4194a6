# A key asks for no password; and who is inside stays inside.
passwd -l "$LEAVER"
