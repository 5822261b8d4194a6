detour() { [ "$(way alder 10.60.2.20)" = 'via 10.50.3.3' ] && [ "$(way birch 10.60.1.20)" = 'via 10.50.2.3' ]; }
within 4 detour || fail "alder goes to the archive $(way alder 10.60.2.20), birch to the desk $(way birch 10.60.1.20). The line between them, 10.50.1.0/24, is dead."
for router in alder birch; do
	on "$router" /usr/sbin/ip -o -4 route show | grep '^10\.60\.' | grep -v 'proto kernel' | grep -qv 'proto bird'
	[ $? = 1 ] || fail "$router has a route to a site that somebody wrote by hand. It points to cedar tonight, and to cedar for ever."
done
pass
