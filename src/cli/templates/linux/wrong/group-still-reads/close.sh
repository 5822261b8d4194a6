# Not enough: the group still reads it. No check may give full marks for this.
chmod 640 /srv/letter
