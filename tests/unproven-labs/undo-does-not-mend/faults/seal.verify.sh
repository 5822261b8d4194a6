test ! -e /root/seal
