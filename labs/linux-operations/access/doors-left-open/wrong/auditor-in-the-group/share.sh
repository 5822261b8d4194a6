usermod -aG "$PROJECT" "$BELA"
usermod -aG "$PROJECT" "$AUDITOR"
chgrp -R "$PROJECT" "/srv/$PROJECT"
find "/srv/$PROJECT" -type d -exec chmod 2770 {} +
setfacl -R -m g::rwX,o::- "/srv/$PROJECT"
find "/srv/$PROJECT" -type d -exec setfacl -d -m g::rwX,o::- {} +
