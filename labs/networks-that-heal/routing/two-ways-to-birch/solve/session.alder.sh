sed -i "s/^\(\tneighbor 10.50.1.2 as\) $AS_OLD;/\1 $AS_B;/" /etc/bird/bird.conf
birdc configure >/dev/null
for i in $(seq 60); do birdc show protocols birch | grep -q Established && break; sleep 0.5; done
