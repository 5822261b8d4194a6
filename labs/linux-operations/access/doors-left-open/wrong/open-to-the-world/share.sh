usermod -aG "$PROJECT" "$BELA"
chgrp -R "$PROJECT" "/srv/$PROJECT"
chmod -R 2777 "/srv/$PROJECT"
