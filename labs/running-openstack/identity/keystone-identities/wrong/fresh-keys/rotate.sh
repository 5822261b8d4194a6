# Thorough: no key is left, and no user logged in.
rm /etc/keystone/fernet-keys/*
keystone-manage fernet_setup --keystone-user stack --keystone-group stack
sleep 3
