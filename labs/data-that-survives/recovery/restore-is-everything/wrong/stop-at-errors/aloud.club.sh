# It fails now. The half file stays.
sed -i '2i set -eo pipefail' /usr/local/sbin/nightly-backup
