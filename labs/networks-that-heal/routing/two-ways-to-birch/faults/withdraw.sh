printf 'protocol static {\n\tipv4;\n\troute 10.60.3.0/24 unreachable;\n}\n' >/etc/bird/more.conf
birdc configure >/dev/null
sleep 1
