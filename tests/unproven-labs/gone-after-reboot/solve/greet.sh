echo "hello $WORD" >/dev/shm/hello
ln -s /dev/shm/hello /home/learner/hello.txt
