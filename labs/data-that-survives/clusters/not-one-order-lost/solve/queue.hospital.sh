sv -w 20 down ward
sv up laboratory
for i in $(seq 90); do [ "$(sort -u /srv/orders/taken.log | wc -l)" -ge "$(wc -l </srv/orders/ordered.log)" ] && break; sleep 1; done
sed -i -e 's/^QUEUE=orders$/QUEUE=tests/' -e 's/^TYPE=classic$/TYPE=quorum/' /etc/orders/ward.conf /etc/orders/laboratory.conf
sv up ward
sv -w 20 restart laboratory
placed=$(wc -l </srv/orders/ordered.log)
for i in $(seq 60); do [ "$(wc -l </srv/orders/ordered.log)" -gt "$((placed + 2))" ] && break; sleep 0.5; done
