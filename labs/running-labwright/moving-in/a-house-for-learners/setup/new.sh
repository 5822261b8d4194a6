# The old house may log in here; its key comes with the next step.
ssh-keygen -q -A
sh /etc/lab/boot
install -d -o learner -g learner -m 700 /srv/incoming /home/learner/.ssh
printf 'ListenAddress 10.61.0.20\nPasswordAuthentication no\nKbdInteractiveAuthentication no\nUsePAM no\nAllowUsers learner\nPrintMotd no\n' >/etc/ssh/sshd_config.d/lab.conf
# The account is there and may log in with a key: nobody knows a password of it.
usermod -p '*' learner
