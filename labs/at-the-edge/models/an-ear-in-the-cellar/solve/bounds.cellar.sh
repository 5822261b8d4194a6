python3 - <<'PY'
import os
path = '/opt/ear/serve.py'
text = open(path).read()
text = text.replace('''        body = self.rfile.read(int(self.headers['Content-Length']))
''', f'''        length = int(self.headers['Content-Length'])
        if length > {os.environ['LARGEST']} * 1024:
            self.close_connection = True
            return self.say(413, {{'error': 'no sound is that long'}})
        body = self.rfile.read(length)
''')
open(path, 'w').write(text)
PY
sed -i "s/chpst -u learner/chpst -m $((MEMORY * 1048576)) -u learner/" /etc/sv/ear/run
sv restart ear
for i in $(seq 50); do curl -fsS -o /dev/null http://localhost:8000/health && break; sleep 0.2; done
