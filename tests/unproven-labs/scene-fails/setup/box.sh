printf '%s' "$SEEL" >/root/seal
