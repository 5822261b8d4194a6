# It is down, so up with it.
sv up nova-conductor
