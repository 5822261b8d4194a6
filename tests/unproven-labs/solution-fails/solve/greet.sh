echo "hello $WORD" >/home/lerner/hello.txt
