sed -i 's|^journal *=.*|journal = /var/lib/store/journal|' /etc/store.conf
