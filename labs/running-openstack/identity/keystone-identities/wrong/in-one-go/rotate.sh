# The key goes while the portal still lives on what it has signed.
for _ in 1 2; do keystone-manage fernet_rotate --keystone-user stack --keystone-group stack; done
sleep 4
