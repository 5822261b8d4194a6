sed -i -e 's/type secondary;/type primary;\n\tmasterfile-format raw;/' -e '/primaries {/d' /etc/bind/named.conf
rndc reconfig >/dev/null
sleep 3
