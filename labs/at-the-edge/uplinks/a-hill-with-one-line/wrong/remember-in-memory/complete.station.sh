# Each once, as long as it lives: where it is stands in a variable.
cat >/opt/station/forward.py <<'PY'
import http.client
import os
import time as clock



def confirmed(count, text):
    try:
        line = http.client.HTTPConnection('valley', 8000, timeout=1)
        line.request('PUT', f'/readings/{count}', text)
        return line.getresponse().status == 201
    except (OSError, http.client.HTTPException):
        return False


def pending(after):
    with open('/run/meter/readings') as kept:
        pairs = [row.split() for row in kept]
    return [(int(count), text) for count, text in pairs if int(count) > after]


at = pending(0)[-1][0]
while True:
    for count, text in pending(at):
        if not confirmed(count, text):
            break
        at = count
    clock.sleep(0.2)
PY
sv restart forward >/dev/null
sleep 2
