ssh learner@new sudo sv down labwright
ssh learner@new sudo rm -rf /var/lib/labwright/labwright.db-wal /var/lib/labwright/labwright.db-shm
ssh learner@new 'sudo tee /var/lib/labwright/labwright.db >/dev/null' </var/lib/labwright/labwright.db
touch /etc/service/labwright/down
sv down labwright
ssh learner@new sudo sv up labwright
sleep 15
