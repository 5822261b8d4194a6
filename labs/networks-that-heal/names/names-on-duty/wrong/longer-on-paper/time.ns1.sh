# The number is changed and the serial is not: ns2 never hears of it.
sed -i "s/^\t$EXPIRE ; expire/\t1814400    ; expire/" "/var/lib/bind/ferry.zone"
