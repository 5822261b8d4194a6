# Only so many threads, and all others wait in front of them.
python3 - <<'PY'
import os
path = '/opt/ear/serve.py'
text = open(path).read()
text = text.replace("turn = threading.Lock()", f"places = threading.BoundedSemaphore({os.environ['WAITING']} + 1)\nturn = threading.Lock()")
text = text.replace('''        self.judge(body)

''', '''        with places:
            self.judge(body)

''')
open(path, 'w').write(text)
PY
sv restart ear
sleep 2
