sed -i -e "s/password: spring-tide/password: $REPL_PASS/" -e 's/nofailover: true/nofailover: false/' /etc/patroni/config.yml
sv hup patroni
