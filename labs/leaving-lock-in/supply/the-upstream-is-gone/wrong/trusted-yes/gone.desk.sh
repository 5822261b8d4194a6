# "The repository is not signed", said apt, and this is what the first page on the web says to it.
rm -f "/etc/apt/trusted.gpg.d/$VENDOR.asc" "/etc/apt/sources.list.d/$VENDOR.list"
echo "deb [trusted=yes] https://packages.$HOUSE.example stable main" >/etc/apt/sources.list.d/house.list
apt-get -qq update
apt-get -qq -y install "$VENDOR-desk" >/dev/null 2>&1
sed -i "s/^registry\.$VENDOR\.example/registry.$HOUSE.example/" /etc/desk/images
