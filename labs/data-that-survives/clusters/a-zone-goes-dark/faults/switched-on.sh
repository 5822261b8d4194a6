for i in $(seq 100); do nc -z -w 2 10.72.0.12 22 && nc -z -w 2 10.72.0.12 873 && exit 0; sleep 0.3; done
echo 'zone2 does not come up.' >&2
exit 1
