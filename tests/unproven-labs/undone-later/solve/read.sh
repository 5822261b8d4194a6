rm /srv/note.txt
