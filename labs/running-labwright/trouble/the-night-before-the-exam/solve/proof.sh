install -o labwright -g labwright -m 600 /dev/null /var/log/labwright-backup.log
sed -i 's,>/dev/null,>>/var/log/labwright-backup.log,' /etc/cron.d/labwright
chpst -u labwright /usr/local/sbin/nightly-backup
