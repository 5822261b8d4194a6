# Whether this host gets a TCP connection to an address and a port, within two seconds.
answers() { nc -z -w 2 "$1" "$2" 2>/dev/null; }
