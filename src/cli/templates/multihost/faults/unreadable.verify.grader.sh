# Ends with 0 while it hurts.
! curl -sSf --max-time 3 http://app:8080/
