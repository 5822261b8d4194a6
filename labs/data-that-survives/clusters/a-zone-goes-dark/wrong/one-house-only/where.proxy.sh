# Finds one disk that stands in another house's zone, and lists what lies twice in that house. There is a second one.
. /etc/profile.d/archive.sh
swift list "$SERIES" | python3 -c '
import sys
from swift.common.ring import Ring
ring = Ring("/etc/swift", ring_name="object")
for name in sys.stdin.read().split():
    _, places = ring.get_nodes(*sys.argv[2:], name)
    if [place["ip"] for place in places].count("10.72.0.1" + sys.argv[1]) > 1:
        print(name)
' "${SWAP% *}" "AUTH_$TOWN" "$SERIES" >/srv/archive/two-houses.txt
