[ "$(on club mariadb -NBe 'checksum table club.members, club.payments' 2>/dev/null)" = "$(cat /lab/evidence)" ] ||
	fail "The database on club was changed. Restore on spare; as long as nobody knows what happened, club is the evidence."
pass
