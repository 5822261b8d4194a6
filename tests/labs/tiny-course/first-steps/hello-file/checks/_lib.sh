HELLO=/home/learner/hello.txt
