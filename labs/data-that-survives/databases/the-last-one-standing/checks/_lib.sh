# For the grader: a status variable of a node, or nothing when it does not answer.
of() { on "$1" mariadb -NBe "show status like '$2'" 2>/dev/null | cut -f2; }
sql_on() { on "$1" mariadb -NBe "$2" 2>/dev/null; }
