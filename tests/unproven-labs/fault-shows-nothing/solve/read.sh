echo mended >/root/seal
