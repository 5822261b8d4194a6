# The classic half: the group is right, and the umask takes its right to write away.
usermod -aG "$PROJECT" "$BELA"
chgrp -R "$PROJECT" "/srv/$PROJECT"
chmod -R g+rwX,o= "/srv/$PROJECT"
find "/srv/$PROJECT" -type d -exec chmod g+s {} +
setfacl -R -m "u:$AUDITOR:rX" "/srv/$PROJECT"
