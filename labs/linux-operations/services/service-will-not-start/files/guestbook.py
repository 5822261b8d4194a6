#!/usr/bin/python3
"""A guestbook for one web page.

    guestbook SETTINGS            serve it
    guestbook --check SETTINGS    only say whether the settings are valid
"""
import fcntl
import html
import os
import sys
import urllib.parse
from http.server import BaseHTTPRequestHandler, HTTPServer

VERSION = os.path.dirname(os.path.abspath(__file__)).rsplit("-", 1)[-1]
KNOWN = {"listen_port", "entries_file", "title"}


def give_up(sentence):
    print(f"guestbook: {sentence}", flush=True)
    sys.exit(1)


def read_settings(path):
    found = {}
    try:
        lines = open(path).read().splitlines()
    except OSError as error:
        give_up(f"cannot read {path}: {error.strerror}")
    for number, line in enumerate(lines, 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        key, equals, value = (part.strip() for part in line.partition("="))
        if not equals:
            give_up(f"{path}, line {number}: expected NAME = VALUE")
        if key not in KNOWN:
            give_up(f'{path}, line {number}: there is no setting called "{key}"')
        found[key] = value
    for key in sorted(KNOWN - found.keys()):
        give_up(f"{path}: the setting {key} is missing")
    if not found["listen_port"].isdigit():
        give_up(f'{path}: listen_port must be a number, not "{found["listen_port"]}"')
    return found


def open_entries(path):
    try:
        entries = open(path, "r+")
    except OSError as error:
        give_up(f"cannot open {path} for writing: {error.strerror}")
    lock = os.path.join(os.path.dirname(path), "lock")
    try:
        fcntl.flock(os.open(lock, os.O_CREAT | os.O_WRONLY, 0o600), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        give_up(f"another guestbook already uses {path}")
    except OSError as error:
        give_up(f"cannot create {lock}: {error.strerror}")
    return entries


def pages(entries, title):
    class Page(BaseHTTPRequestHandler):
        server_version = f"guestbook/{VERSION}"

        def do_GET(self):
            entries.seek(0)
            body = f"<h1>{html.escape(title)}</h1>\n" + "".join(f"<p>{html.escape(e)}\n" for e in entries)
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body.encode())

        def do_POST(self):
            form = self.rfile.read(min(int(self.headers.get("Content-Length", 0)), 4096)).decode(errors="replace")
            text = " ".join(urllib.parse.parse_qs(form).get("entry", [""])[0].split())
            entries.seek(0, os.SEEK_END)
            entries.write(text + "\n")
            entries.flush()
            self.send_response(303)
            self.send_header("Location", "/")
            self.end_headers()

        def log_message(self, *_):
            pass

    return Page


def main():
    *options, path = sys.argv[1:] or [""]
    settings = read_settings(path)
    if options == ["--check"]:
        return print(f"valid: port {settings['listen_port']}, entries in {settings['entries_file']}")
    entries = open_entries(settings["entries_file"])
    port = int(settings["listen_port"])
    try:
        server = HTTPServer(("127.0.0.1", port), pages(entries, settings["title"]))
    except OSError as error:
        give_up(f"cannot listen on 127.0.0.1, port {port}: {error.strerror}")
    print(f"guestbook {VERSION}: ready on port {port}", flush=True)
    server.serve_forever()


main()
