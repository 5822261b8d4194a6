# Nobody can read it any more. Everybody may have read it already.
chmod 600 "$LEAK"
