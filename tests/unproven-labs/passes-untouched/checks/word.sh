grep -qs hello "$HELLO" /etc/hosts /etc/motd
true
