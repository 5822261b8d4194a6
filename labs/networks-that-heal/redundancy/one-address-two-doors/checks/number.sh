heard=$(for host in lb1 lb2; do on "$host" timeout 3 tcpdump -i eth0 -nn -l -c 2 'ip proto 112' 2>/dev/null; done)
[ -n "$heard" ] || fail "Neither machine speaks VRRP. Does keepalived run on both? \`sudo sv status keepalived\` tells."
grep -q "vrid $VRID," <<<"$heard" || fail "They speak VRRP, but under the number $(sed -n 's/.*vrid \([0-9]*\),.*/\1/p' <<<"$heard" | head -1). The one this pair was given is $VRID; others in the hall use theirs."
pass
