echo "hello $WORD" >/home/learner/hello.txt
