set -a; . /etc/labwright/settings; set +a
cd /opt/labwright/current
chpst -u labwright node --run backup
scp -q "$(ls /var/backups/labwright/*.tar.gz | tail -1)" learner@new:/srv/incoming/
