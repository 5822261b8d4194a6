# PostgreSQL is told to wait, and Patroni is not told why.
patronictl edit-config --force --pg synchronous_standby_names='*' harbour
sleep 8
