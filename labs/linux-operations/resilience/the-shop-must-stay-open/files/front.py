#!/usr/bin/python3
"""The front of the shop: says hello by itself, and hands orders to the store."""
import http.client
import http.server
import socketserver
import sys

PORT, STORE = int(sys.argv[1]), sys.argv[2]


class Front(http.server.BaseHTTPRequestHandler):
    def answer(self, status, text):
        data = text.encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def pass_on(self, method):
        length = int(self.headers.get("Content-Length") or 0)
        store = http.client.HTTPConnection(STORE, timeout=3)
        try:
            store.request(method, self.path, self.rfile.read(length))
            response = store.getresponse()
            self.answer(response.status, response.read().decode())
        except OSError as error:
            self.answer(502, f"The store does not answer: {error}\n")
        finally:
            store.close()

    def do_GET(self):
        if self.path == "/health":
            return self.answer(200, "fine\n")
        if self.path.startswith("/hello?"):
            return self.answer(200, f"Good day, {self.path[7:]}\n")
        if self.path.startswith("/orders/"):
            return self.pass_on("GET")
        self.answer(404, "There is no such page.\n")

    def do_PUT(self):
        if self.path.startswith("/orders/"):
            return self.pass_on("PUT")
        self.answer(404, "There is no such page.\n")

    def log_message(self, *words):
        pass


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    request_queue_size = 64


Server(("", PORT), Front).serve_forever()
