sv up laboratory
for i in $(seq 90); do [ "$(sort -u /srv/orders/taken.log | wc -l)" -ge "$(sort -u /srv/orders/ordered.log | head -n -2 | wc -l)" ] && break; sleep 1; done
