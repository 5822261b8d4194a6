# Both receive; that one of them may not lead is not seen by who looks at the states only.
sed -i "s/password: spring-tide/password: $REPL_PASS/" /etc/patroni/config.yml
sv hup patroni
