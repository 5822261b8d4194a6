# A new machine for a counter, set up as the vendor's manual says. There is nothing on it yet.
rm -f /etc/apt/sources.list /etc/apt/sources.list.d/*
echo "deb https://packages.$VENDOR.example/debian stable main" >"/etc/apt/sources.list.d/$VENDOR.list"
curl -fsS -m 5 -o "/etc/apt/trusted.gpg.d/$VENDOR.asc" "https://packages.$VENDOR.example/key.asc"
install -d /etc/desk
