mkdir -p /lab
on club cat /root/truth > /lab/truth
on club rm /root/truth
on club mariadb -NBe 'checksum table club.members, club.payments' > /lab/evidence
[ "$(wc -l </lab/truth)" -gt 200 ]
