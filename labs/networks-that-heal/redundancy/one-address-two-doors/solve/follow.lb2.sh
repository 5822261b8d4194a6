sed -i -e '1i global_defs {\n\tscript_user nobody\n\tenable_script_security\n}\n\nvrrp_script sells {\n\tscript "/usr/bin/curl -fsS -m 1 -o /dev/null http://127.0.0.1/"\n\tinterval 1\n\tfall 2\n\trise 2\n}\n' \
	-e 's|^\tvirtual_ipaddress {|\ttrack_script {\n\t\tsells\n\t}\n&|' /etc/keepalived/keepalived.conf
sv restart keepalived
for i in $(seq 60); do curl -fsS -m 1 -o /dev/null "http://10.41.0.$VIP/" && break; sleep 0.5; done
sleep 3
