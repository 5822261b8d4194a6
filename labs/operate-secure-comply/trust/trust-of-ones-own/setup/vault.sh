# A machine with nothing on it but a folder.
install -d -o learner -g learner -m 0755 /srv/ca
