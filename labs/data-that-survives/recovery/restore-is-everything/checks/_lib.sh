# Runs the job into a folder of its own, with the programs that lie in $1 before all others.
job=/usr/local/sbin/nightly-backup
run_job() {
	[ -x "$job" ] || fail "There is no \`$job\` any more, or it cannot be run."
	folder=$(mktemp -d) programs=$(mktemp -d)
	trap 'rm -rf "$folder" "$programs"' EXIT
	[ -z "$1" ] || { printf '#!/bin/sh\n%s\n' "$1" >"$programs/mariadb-dump"; chmod 755 "$programs/mariadb-dump"; }
	PATH="$programs:$PATH" timeout 15 "$job" "$folder" >/dev/null 2>&1
	code=$?
}
# A dump that ends in the middle, as with a full disk or a lost connection; and one that says it went well, and did not.
broken_dump='echo "-- MariaDB dump"; echo "CREATE TABLE members (id int);"; exit 2'
silent_dump='echo "-- MariaDB dump"; echo "CREATE TABLE members (id int);"; exit 0'
