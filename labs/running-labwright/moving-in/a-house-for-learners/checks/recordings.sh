on new sh -c 'cd /var/lib/labwright/recordings 2>/dev/null && sha256sum *.cast.gz' >"/tmp/there.$$" 2>/dev/null
missing=$(grep -vxFf "/tmp/there.$$" /root/recordings | wc -l)
rm -f "/tmp/there.$$"
[ "$missing" = 0 ] || fail "$missing of the recordings are missing in \`$data/recordings\` on \`new\`, or are not what they were. The database alone is not the house."
pass
