# Started again, it reads its copy, answers, and forgets once more.
sv restart named
sleep 3
