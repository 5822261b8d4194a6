sed -i 's/^\tconnect retry time 5;/&\n\thold time 9;\n\tkeepalive time 3;/' /etc/bird/bird.conf
birdc configure >/dev/null
for i in $(seq 60); do birdc show protocols cedar | grep -q Established && break; sleep 0.5; done
