rm -f "/etc/apt/trusted.gpg.d/$VENDOR.asc" "/etc/apt/sources.list.d/$VENDOR.list"
curl -fsS -o /etc/apt/keyrings/house.asc "https://packages.$HOUSE.example/house.asc"
echo "deb [signed-by=/etc/apt/keyrings/house.asc] https://packages.$HOUSE.example stable main" >/etc/apt/sources.list.d/house.list
apt-get -qq update
apt-get -qq -y install "$VENDOR-desk" >/dev/null 2>&1
sed -i "s/^registry\.$VENDOR\.example/registry.$HOUSE.example/" /etc/desk/images
