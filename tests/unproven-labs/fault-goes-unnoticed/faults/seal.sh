rm /root/seal
