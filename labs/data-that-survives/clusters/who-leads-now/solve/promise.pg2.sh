patronictl edit-config --force --set synchronous_mode=true harbour
for i in $(seq 60); do patronictl list -f json | grep -q 'Sync Standby' && break; sleep 1; done
