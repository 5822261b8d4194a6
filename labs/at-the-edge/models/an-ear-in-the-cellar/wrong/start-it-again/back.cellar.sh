# Perhaps it has only got stuck.
sv restart ear
sleep 2
