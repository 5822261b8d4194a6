echo "hello $WORD" >/home/learner/hello.txt
chmod 600 /home/learner/hello.txt
