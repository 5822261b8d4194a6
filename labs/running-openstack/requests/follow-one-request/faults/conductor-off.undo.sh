rm -f /srv/cloud/services/nova-conductor/down
sv up nova-conductor
