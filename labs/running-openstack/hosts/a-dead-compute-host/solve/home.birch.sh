power on
