# What a colleague found on the web, and what it does to a list of images: each of them has no tag of its own.
cat >/etc/cron.weekly/sweep-registry <<'JOB'
#!/bin/sh
# Makes room on the disk of the registry.
sv -w 20 stop registry
chpst -u docker-registry docker-registry garbage-collect --delete-untagged /etc/docker/registry/config.yml >/var/log/sweep-registry.log 2>&1
sv -w 20 start registry
JOB
chmod 0755 /etc/cron.weekly/sweep-registry
/etc/cron.weekly/sweep-registry
for i in $(seq 75); do curl -fs -m 1 -o /dev/null http://127.0.0.1:5000/v2/ && exit 0; sleep 0.2; done
exit 1
