found=$(find /srv /home /opt /tmp /var/tmp -xdev -type f -perm /044 -size -64k -exec grep -ls -e '-----BEGIN OPENSSH PRIVATE KEY-----' {} + 2>/dev/null | wc -l)
[ "$found" -eq 0 ] || fail "There is still a private key that others than its owner may read."
pass
