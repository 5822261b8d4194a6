find / -xdev -type f -perm -4000 -exec chmod u-s {} +
setcap -r /usr/local/bin/report
