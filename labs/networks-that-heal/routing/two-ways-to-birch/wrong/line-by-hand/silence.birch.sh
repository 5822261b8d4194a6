birdc disable alder >/dev/null
sleep 2
