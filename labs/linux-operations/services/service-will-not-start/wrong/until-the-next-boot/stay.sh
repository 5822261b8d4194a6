sv -w 10 start guestbook
