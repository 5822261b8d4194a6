"""The valley: keeps readings in the order in which they come, behind a line that is gone for some seconds now and then.

When the line goes, whatever is just being said still arrives; only the answer does not.
"""
import os
import re
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

DEAF, ROUND = int(os.environ['DEAF']), 11
HELP = '''Readings of the hills.

  POST /readings          body "NUMBER VALUE": appends a line to the list
  PUT  /readings/NUMBER   body "VALUE": the reading with this number; saying it again changes nothing
  GET  /readings          the list, a line each: NUMBER VALUE
'''
lock, kept, known = threading.Lock(), [], set()


def deaf():
    """Seconds until the line is back, or 0; and whether it has only just gone."""
    at = time.monotonic() % ROUND
    return (DEAF - at if at < DEAF else 0), at < 0.9


class Valley(BaseHTTPRequestHandler):
    def keep(self, number, value, again):
        gone, only_just = deaf()
        if gone and not only_just:
            return time.sleep(gone)
        with lock:
            if again or number not in known:
                kept.append(f'{number} {value}')
                del kept[:-4000]
            known.add(number)
        if gone:
            return time.sleep(gone)
        return self.say(201, 'kept\n')

    def body(self):
        return self.rfile.read(min(int(self.headers.get('Content-Length') or 0), 200)).decode('ascii', 'replace').strip()

    def do_POST(self):
        said = re.fullmatch(r'(\d{1,9}) (-?[\d.]{1,8})', self.body())
        if self.path != '/readings' or not said:
            return self.say(400, HELP)
        return self.keep(said[1], said[2], True)

    def do_PUT(self):
        where, value = re.fullmatch(r'/readings/(\d{1,9})', self.path), self.body()
        if not where or not re.fullmatch(r'-?[\d.]{1,8}', value):
            return self.say(400, HELP)
        return self.keep(where[1], value, False)

    def do_GET(self):
        with lock:
            text = '\n'.join(kept[-600:]) + '\n'
        self.say(200, text if self.path == '/readings' else f'{deaf()[0]:.1f}\n' if self.path == '/line' else HELP)

    def say(self, status, text):
        self.send_response(status)
        self.send_header('Content-Length', str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *args):
        pass


ThreadingHTTPServer(('0.0.0.0', 8000), Valley).serve_forever()
