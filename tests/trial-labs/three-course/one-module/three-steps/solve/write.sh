echo "$WORD" > /home/learner/word
