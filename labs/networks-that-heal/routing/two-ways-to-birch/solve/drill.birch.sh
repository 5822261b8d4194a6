# A site is one network of the size we know. Halves of it are nobody's to announce.
sed -i 's/^\t\timport all;/\t\timport where net ~ [ 10.60.0.0\/16{24,24} ];/' /etc/bird/bird.conf
birdc configure >/dev/null
