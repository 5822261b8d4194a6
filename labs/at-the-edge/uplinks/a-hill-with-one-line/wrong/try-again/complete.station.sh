# Each reading is appended until somebody says yes.
cat >/opt/station/forward.py <<'PY'
import http.client
import os
import time as clock



def confirmed(count, text):
    try:
        line = http.client.HTTPConnection('valley', 8000, timeout=1)
        line.request('POST', '/readings', f'{count} {text}')
        return line.getresponse().status == 201
    except (OSError, http.client.HTTPException):
        return False


def pending(after):
    with open('/run/meter/readings') as kept:
        pairs = [row.split() for row in kept]
    return [(int(count), text) for count, text in pairs if int(count) > after]


def remembered():
    try:
        return int(open('/var/lib/station/place').read())
    except (OSError, ValueError):
        return 0


def remember(count):
    with open('/var/lib/station/place.new', 'w') as place:
        place.write(str(count))
    os.replace('/var/lib/station/place.new', '/var/lib/station/place')


at = remembered()
while True:
    for count, text in pending(at):
        if not confirmed(count, text):
            break
        at = count
        remember(at)
    clock.sleep(0.2)
PY
sv restart forward >/dev/null
sleep 2
