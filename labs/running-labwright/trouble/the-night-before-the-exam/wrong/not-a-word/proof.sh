# A backup is there. The next night that has none will be as quiet as the last.
chpst -u labwright /usr/local/sbin/nightly-backup
