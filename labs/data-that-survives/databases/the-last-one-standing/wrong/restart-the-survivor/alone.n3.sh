sv force-restart mariadb >/dev/null || true
