page() { curl -fsS -m 2 http://10.60.2.20/catalogue 2>/dev/null | grep -q '^Archive of Birch: /catalogue'; }
within 4 page || fail "The desk gets nothing from the archive, http://10.60.2.20/. \`traceroute -n 10.60.2.20\` at the desk shows how far it comes."
pass
