sed -i -e 's/2026110301 ; serial/2026110302 ; serial/' -e "s/^\t$EXPIRE ; expire/\t1814400    ; expire/" "/var/lib/bind/ferry.zone"
rndc reload >/dev/null
