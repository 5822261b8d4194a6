printf '%s' "$SEAL" >/root/seal
