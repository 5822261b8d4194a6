curl -s -m 5 -o /dev/null "http://old:$PORT/healthz"
case $? in
0) fail "\`old\` still answers, and people still write there. Two houses with one name are worse than none." ;;
7) ;;
*) fail "\`old\` neither answers nor refuses: something still listens there." ;;
esac
credit 0.5
on old sh -c 'test -e /etc/service/labwright/down || ! test -e /etc/service/labwright/run'
[ $? = 0 ] || fail "The service on \`old\` is down, and will be back when the machine starts again."
pass
