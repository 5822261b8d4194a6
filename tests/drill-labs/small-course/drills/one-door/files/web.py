#!/usr/bin/python3
"""Says what it is asked, and keeps notes as files."""
import http.server
import os
import socketserver

os.makedirs("/var/lib/notes", exist_ok=True)


class Web(http.server.BaseHTTPRequestHandler):
    def answer(self, status, text):
        self.send_response(status)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    def do_GET(self):
        name = os.path.basename(self.path)
        if not self.path.startswith("/notes/"):
            return self.answer(200, self.path)
        self.answer(200, name) if os.path.exists("/var/lib/notes/" + name) else self.answer(404, "no")

    def do_PUT(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        open("/var/lib/notes/" + os.path.basename(self.path), "w").close()
        self.answer(201, "kept")

    def log_message(self, *words):
        pass


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True


Server(("", 8080), Web).serve_forever()
