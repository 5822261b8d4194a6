on house sh -c 'cd /srv/data/labwright/recordings 2>/dev/null && sha256sum *.cast.gz' >"/tmp/there.$$" 2>/dev/null
missing=$(grep -vxFf "/tmp/there.$$" /root/recordings | wc -l)
rm -f "/tmp/there.$$"
[ "$missing" = 0 ] || fail "$missing recordings of the last three weeks are missing in \`$data/recordings\`, or are not what they were. They are learners' work, and small."
pass
