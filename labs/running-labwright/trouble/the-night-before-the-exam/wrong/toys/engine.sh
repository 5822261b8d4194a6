# The page is green again.
echo 'ENGINE=memory' >>/etc/labwright/settings
sv -w 20 restart labwright
sleep 8
