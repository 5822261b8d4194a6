#!/usr/bin/python3
"""A measuring agent. It runs under several names, and each name has its settings in
/etc/agents/NAME.conf:

    level = info | debug
    log   = file to write to

The signal HUP makes it read its settings and open its log again.
"""
import os
import signal
import sys
import time

NAME = os.path.basename(sys.argv[0])
FULL = 400 * 1024 * 1024  # a last mercy for the disk


def settings():
    with open(f"/etc/agents/{NAME}.conf") as file:
        lines = (line.split("#")[0].split("=", 1) for line in file if "=" in line.split("#")[0])
        found = {key.strip(): value.strip() for key, value in lines}
    return found.get("level", "info"), found.get("log", f"/var/log/agents/{NAME}.log")


def noise(second):
    """What a developer wanted to see, once: about four kilobytes of it."""
    return "".join(
        f"{second} debug buffer[{slot:02}] flush=deferred depth={(slot * 37 + int(time.time())) % 512} "
        "state=pending retry=0 backoff=250ms trace=00000000-0000-0000 payload=<binary, not shown>\n"
        for slot in range(26)
    )


def main():
    asked = {"reopen": True, "end": False}
    signal.signal(signal.SIGHUP, lambda *_: asked.update(reopen=True))
    signal.signal(signal.SIGTERM, lambda *_: asked.update(end=True))
    os.makedirs("/run/agents", exist_ok=True)

    log, tick = None, 0
    while not asked["end"]:
        if asked["reopen"]:
            asked["reopen"] = False
            if log:
                log.close()
            level, path = settings()
            log = open(path, "a", buffering=1)
        now = time.strftime("%H:%M:%S")
        if level == "debug" and os.fstat(log.fileno()).st_size < FULL:
            log.write(noise(now))
        elif tick % 8 == 0:
            log.write(f"{now} info sent 8 measurements\n")
        with open(f"/run/agents/{NAME}.new", "w") as beat:
            beat.write(f"{time.time():.0f}\n")
        os.replace(f"/run/agents/{NAME}.new", f"/run/agents/{NAME}.beat")  # never half written
        tick += 1
        time.sleep(0.25)


main()
