folder=$(on house sh -c '. /etc/labwright/settings; printf %s "$BACKUPS"') || fail "\`/etc/labwright/settings\` cannot be read any more."
on house sh -c '. /etc/labwright/settings; cd "$BACKUPS" 2>/dev/null && sha256sum labwright-*.tar.gz' >"/tmp/there.$$" 2>/dev/null
missing=$(grep -vxFf "/tmp/there.$$" /root/backups | wc -l)
rm -f "/tmp/there.$$"
[ "$missing" = 0 ] || fail "$missing of the backups that there were are not in \`$folder\`, where the settings say that backups are. The council wants them kept, and tonight you may need one."
pass
