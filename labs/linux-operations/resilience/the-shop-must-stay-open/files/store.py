#!/usr/bin/python3
"""The store of the shop: keeps orders, in memory or in a journal, as /etc/store.conf says."""
import http.server
import json
import os
import socketserver
import threading

conf = {}
with open("/etc/store.conf") as file:
    for line in file:
        key, is_setting, value = line.partition("=")
        if is_setting and not line.startswith("#"):
            conf[key.strip()] = value.strip()

orders, lock, journal = {}, threading.Lock(), None
if conf.get("journal", "off") != "off":
    os.makedirs(os.path.dirname(conf["journal"]), exist_ok=True)
    journal = open(conf["journal"], "a+")
    journal.seek(0)
    for line in journal:
        try:
            key, value = json.loads(line)
            orders[key] = value
        except ValueError:
            pass  # the last line of a crash


def keep(key, value):
    with lock:
        if journal:
            journal.write(json.dumps([key, value]) + "\n")
            journal.flush()
            os.fsync(journal.fileno())
        orders[key] = value


class Store(http.server.BaseHTTPRequestHandler):
    def answer(self, status, text):
        data = text.encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self):
        key = self.path.removeprefix("/orders/")
        if key in orders:
            return self.answer(200, f"{key}: {orders[key]}\n")
        self.answer(404, "There is no such order.\n")

    def do_PUT(self):
        text = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        keep(self.path.removeprefix("/orders/"), text[:1000])
        self.answer(201, "Your order is accepted.\n")

    def log_message(self, *words):
        pass


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    request_queue_size = 64


Server(("", int(conf["port"])), Store).serve_forever()
