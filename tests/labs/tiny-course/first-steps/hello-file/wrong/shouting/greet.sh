echo "HELLO $WORD" >/home/learner/hello.txt
