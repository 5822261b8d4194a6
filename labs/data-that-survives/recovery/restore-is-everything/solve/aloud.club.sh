cat >/usr/local/sbin/nightly-backup <<'SH'
#!/bin/bash
# nightly-backup [FOLDER]: the whole database of the club, with its place in the binary log. Fails aloud.
set -eo pipefail
to=${1:-/srv/backup}
new=$(mktemp "$to/.new.XXXXXX")
trap 'rm -f "$new"' EXIT
mariadb-dump --single-transaction --master-data=2 --gtid --databases club | gzip >"$new"
zcat "$new" | tail -1 | grep -q 'Dump completed'
mv "$new" "$to/club-$(date +%F).sql.gz"
SH
