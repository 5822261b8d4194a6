usermod -aG "$PROJECT" "$BELA"
chgrp -R "$PROJECT" "/srv/$PROJECT"
find "/srv/$PROJECT" -type d -exec chmod 2770 {} +
setfacl -R -m "g::rwX,u:$AUDITOR:rX,o::-" "/srv/$PROJECT"
find "/srv/$PROJECT" -type d -exec setfacl -d -m "g::rwX,u:$AUDITOR:rX,o::-" {} +
