# The page is green again.
echo 'ENGINE=memory' >>/etc/labwright/settings
sv -w 20 restart labwright
timeout 60 sh -c 'sleep 1; until curl -fs -o /dev/null "http://127.0.0.1:$PORT/readyz"; do sleep 0.5; done'
