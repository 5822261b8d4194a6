rm /home/learner/word
