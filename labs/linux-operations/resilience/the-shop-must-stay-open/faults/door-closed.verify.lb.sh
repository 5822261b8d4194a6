! curl -fsS -m 2 -o /dev/null "http://localhost/hello?fault-check"
