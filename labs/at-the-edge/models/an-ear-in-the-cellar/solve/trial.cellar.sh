python3 - <<'PY'
path = '/opt/ear/serve.py'
text = open(path).read()
text = text.replace('''            self.model, self.seen = pumps.load(self.path), now
''', '''            self.seen = now
            try:
                model = pumps.load(self.path)
                if all(pumps.judge(model, one['sound'])['pump'] == one['pump'] for one in KNOWN):
                    self.model = model
            except pumps.Unfit:
                pass
        if self.model is None:
            raise LookupError('there is no fit model')
''')
text = text.replace("turn = threading.Lock()", "KNOWN = json.load(open('/srv/models/known.json'))\nturn = threading.Lock()")
text = text.replace('''            self.say(200, {'well': True})
''', '''            try:
                with turn:
                    fit = ear.current() is not None
                self.say(200, {'well': fit})
            except (LookupError, OSError) as error:
                self.say(503, {'error': str(error)})
''')
text = text.replace('''            self.say(400, {'error': str(error)})
''', '''            self.say(400, {'error': str(error)})
        except (LookupError, OSError) as error:
            self.say(503, {'error': str(error)})
''')
open(path, 'w').write(text)
PY
sv restart ear
for i in $(seq 50); do curl -fsS -o /dev/null http://localhost:8000/health && break; sleep 0.2; done
