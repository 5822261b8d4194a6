# The till has believed the company for years. Its root is kept here, too, to recognise it by.
mkdir -p /lab
file web /root/upstream.crt >/lab/upstream.crt
on till sh -c 'printf "%s\n" "$1" >/usr/local/share/ca-certificates/upstream.crt && update-ca-certificates >/dev/null 2>&1' believe "$(cat /lab/upstream.crt)"
on till sh -c 'echo "10.46.0.20 shop.$1.example" >>/etc/hosts' names "$HOUSE"
on web rm /root/upstream.crt
