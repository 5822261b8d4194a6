#!/usr/bin/python3
"""Takes orders on 127.0.0.1, on the port given as its argument, and keeps one line about each
request in /var/log/orders/access.log. The signal HUP makes it open that file again."""
import signal
import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

LOG = "/var/log/orders/access.log"


class Orders(BaseHTTPRequestHandler):
    log = open(LOG, "a", buffering=1)

    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"orders: ready\n")

    def log_message(self, format, *args):
        Orders.log.write(f"{time.strftime('%H:%M:%S')} {self.client_address[0]} {format % args}\n")


def reopen(*_):
    old, Orders.log = Orders.log, open(LOG, "a", buffering=1)
    old.close()


signal.signal(signal.SIGHUP, reopen)
HTTPServer.allow_reuse_address = True
HTTPServer(("127.0.0.1", int(sys.argv[1])), Orders).serve_forever()
