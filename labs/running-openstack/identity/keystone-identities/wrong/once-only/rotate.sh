# It does not sign any more, and is believed all the same.
keystone-manage fernet_rotate --keystone-user stack --keystone-group stack
sv hup /etc/service/portal
sleep 3
