unknown() { dpkg -S "$1" >/dev/null 2>&1 || dpkg -S "${1#/usr}" >/dev/null 2>&1; [ $? -ne 0 ]; }
setuid=0
while read -r file; do unknown "$file" && setuid=$((setuid + 1)); done < <(find / -xdev -type f -perm /6000 2>/dev/null)
capable=0
while read -r file _; do unknown "$file" && capable=$((capable + 1)); done < <(getcap -r /usr /opt /srv /home /var /etc /root /tmp 2>/dev/null)
[ "$setuid" -gt 0 ] || credit 0.5
[ "$capable" -gt 0 ] || credit 0.5
[ "$setuid" -eq 0 ] || fail 'A program with the setuid bit belongs to no package. Whoever starts it has the rights of root.'
[ "$capable" -eq 0 ] || fail 'No unknown program has the setuid bit any more. But one is left that carries a capability of root, which no `ls` shows.'
pass
