power off
