python3 - <<'PY'
import os
path = '/opt/ear/serve.py'
text = open(path).read()
text = text.replace("turn = threading.Lock()", f"places = threading.BoundedSemaphore({os.environ['WAITING']} + 1)\nturn = threading.Lock()")
text = text.replace('        self.judge(body)\n', '''        if not places.acquire(blocking=False):
            return self.say(503, {'error': 'too many ask at once'}, **{'Retry-After': 2})
        try:
            return self.judge(body)
        finally:
            places.release()
''')
open(path, 'w').write(text)
PY
sv restart ear
for i in $(seq 50); do curl -fsS -o /dev/null http://localhost:8000/health && break; sleep 0.2; done
