rm "$LEAK"
rm /home/build/.ssh/id_ed25519*
setpriv --reuid build --regid build --init-groups \
	ssh-keygen -q -t ed25519 -N '' -C build-new -f /home/build/.ssh/id_ed25519
install -o deploy -g deploy -m 600 /home/build/.ssh/id_ed25519.pub /home/deploy/.ssh/authorized_keys
