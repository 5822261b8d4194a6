"""The ear: says over HTTP how a pump is. MODEL and PORT, in its environment, say by which model and where.

  POST /judge    a sound, as a list of numbers in JSON: how the pump is, and which model says so
  GET  /health   200 when the ear can be relied upon

Whoever delivers a new model replaces the file. It is used from the next sound on.
"""
import json
import os
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pumps

MODEL = os.environ.get('MODEL', '/srv/models/current.npz')
PORT = int(os.environ.get('PORT', '8000'))
turn = threading.Lock()  # there is one processor: one sound at a time
threading.stack_size(256 * 1024)


class Ear:
    def __init__(self, path):
        self.path, self.seen, self.model = path, None, None

    def current(self):
        """The model in use; a new one when the file has changed."""
        now = os.stat(self.path).st_mtime_ns
        if now != self.seen:
            self.model, self.seen = pumps.load(self.path), now
        return self.model


ear = Ear(MODEL)


class Door(BaseHTTPRequestHandler):
    timeout = 20

    def do_GET(self):
        if self.path == '/health':
            self.say(200, {'well': True})
        else:
            self.say(404, {'error': 'POST a sound to /judge'})

    def do_POST(self):
        body = self.rfile.read(int(self.headers['Content-Length']))
        self.judge(body)

    def judge(self, body):
        try:
            with turn:
                self.say(200, pumps.judge(ear.current(), json.loads(body)))
        except (ValueError, TypeError, pumps.Unfit) as error:
            self.say(400, {'error': str(error)})

    def say(self, status, answer, **headers):
        text = json.dumps(answer).encode()
        self.send_response(status)
        for name, value in {'Content-Type': 'application/json', 'Content-Length': len(text), **headers}.items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *args):
        pass


class Town(ThreadingHTTPServer):
    request_queue_size = 128


Town(('0.0.0.0', PORT), Door).serve_forever()
