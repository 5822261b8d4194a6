ln -sfn /opt/labwright/autumn /opt/labwright/current
sv restart labwright
sleep 15
