#!/usr/bin/env python3
"""A receiver of the hub's webhooks, in one file, with Python's standard library (3.9 or later).

    ERTAD_KEYS="whsec_..." ERTAD_TEST=yes python3 receiver.py

    PORT              8090
    ERTAD_KEYS        keys it knows, separated by blanks. In a rotation the old one gets its end:
                      "whsec_new whsec_old@2026-11-24T10:05:00Z"
    ERTAD_STORE       file in which it keeps what came (inbox.jsonl)
    ERTAD_TEST        yes: GET /taken lists what it acted upon (ids only). Not in production.
    ERTAD_HUB, ERTAD_TOKEN_URL, ERTAD_CLIENT_ID, ERTAD_CLIENT_SECRET
                      where given, what the webhook points to is fetched

v1 (HMAC) only: Python's standard library has no Ed25519. For v1a install `cryptography`, or use
the receiver in TypeScript.

Put a web server with TLS in front of it (nginx, IIS); this listens on the machine itself only.
"""
import base64
import hashlib
import hmac
import json
import os
import queue
import re
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ENV = os.environ
STORE = ENV.get("ERTAD_STORE", "inbox.jsonl")
BODY_MOST = 65_536  # a webhook of the hub has 2 kB at most
DRAIN_MOST = 4 * 1024 * 1024  # thrown away of a body that is too large, before the connection is cut
WINDOW_SECONDS = 300  # how far the clocks may be apart, either way: keep yours right with NTP
ID = re.compile(r"[\x21-\x2d\x2f-\x7e]{1,200}")
TIMESTAMP = re.compile(r"[1-9][0-9]{0,11}")

# 1. Is it from the hub? -------------------------------------------------------------------------


def key_of(text):
    key, _, end = text.partition("@")
    if not key.startswith("whsec_"):
        sys.exit("a key is whsec_... (Python's standard library has no Ed25519 for whpk_...)")
    until = datetime.fromisoformat(end.replace("Z", "+00:00")).timestamp() if end else float("inf")
    return base64.b64decode(key[len("whsec_"):], validate=True), until


KEYS = [key_of(text) for text in ENV.get("ERTAD_KEYS", "").split()]
if not KEYS:
    sys.exit("ERTAD_KEYS is empty")


def is_from_hub(headers, body):
    """Three headers, a fresh time, and one signature of the list that one of our keys made."""
    three = [headers.get_all(name, []) for name in ("webhook-id", "webhook-timestamp", "webhook-signature")]
    if any(len(values) != 1 for values in three):
        return False
    (id_,), (at,), (given,) = three
    # Whole seconds and nothing else: int() would put up with blanks and a sign.
    if not ID.fullmatch(id_) or not TIMESTAMP.fullmatch(at):
        return False
    if abs(time.time() - int(at)) > WINDOW_SECONDS:
        return False
    # The bytes as they came: JSON that is parsed and written again has other bytes.
    content = f"{id_}.{at}.".encode() + body
    signatures = given.encode("utf-8", "replace").split(b" ")[:10]
    return any(is_signed(key, content, signatures) for key, until in KEYS if time.time() < until)


def is_signed(key, content, signatures):
    right = b"v1," + base64.b64encode(hmac.new(key, content, hashlib.sha256).digest())
    # The whole signature is compared, in a time that tells nothing about where it differs.
    return any(hmac.compare_digest(right, one) for one in signatures)


# 2. Have we had it, and is it in order? -----------------------------------------------------------
# A file stands in for your database: there, a table with webhook-id as its unique key.

LOCK = threading.Lock()
known, last_of, taken, unfinished = set(), {}, [], {}


def keep(line):
    with open(STORE, "a", encoding="utf-8") as store:
        store.write(json.dumps(line) + "\n")
        store.flush()
        os.fsync(store.fileno())


def is_new(event):
    """Says whether there is something to do. The same id is done once; what is older, not any more."""
    data = event["data"]
    subject = data["subject"]["id"]
    if data["id"] in known:
        return False
    known.add(data["id"])
    # We fetch the present state through the link, so what was overtaken needs no work.
    if data["sequence"] <= last_of.get(subject, 0):
        return False
    last_of[subject] = data["sequence"]
    return True


def done(event):
    data = event["data"]
    unfinished.pop(data["id"], None)
    taken.append({"id": data["id"], "sequence": data["sequence"], "subject": data["subject"]["id"]})


def read_store():
    """What was kept before a restart; what was not finished is worked on again."""
    if not os.path.exists(STORE):
        return
    with open(STORE, encoding="utf-8") as store:
        for line in map(json.loads, store):
            if "came" in line and is_new(line["came"]):
                unfinished[line["came"]["data"]["id"]] = line["came"]
            if line.get("finished") in unfinished:
                done(unfinished[line["finished"]])


# 3. The work, after the answer --------------------------------------------------------------------
# One worker is in order for every subject. A busy system has one queue for each of several workers
# and chooses by subject.

work_queue = queue.Queue()


def worker():
    while True:
        event = work_queue.get()
        try:
            work(event)
        except Exception as error:  # one that fails must not stop those after it
            print(f'{event["data"]["id"]}: {type(error).__name__}', file=sys.stderr, flush=True)


def work(event):
    if ENV.get("ERTAD_TOKEN_URL"):
        status = fetched(event["data"]["link"])
        # Here your system opens a task for a person. Never log what the hub answers: it is personal.
        print(f'{event["type"]} {event["data"]["subject"]["id"]}: fetched, {status}', flush=True)
    with LOCK:
        keep({"finished": event["data"]["id"]})
        done(event)


def fetched(link):
    url = urllib.parse.urljoin(ENV.get("ERTAD_HUB", ""), link)
    request = urllib.request.Request(url, headers={"Authorization": f"Bearer {fresh_token()}"})
    try:
        with urllib.request.urlopen(request, timeout=15) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def fresh_token():
    """Client credentials. A token holds for a while: a busy system keeps it until shortly before."""
    pair = f'{ENV.get("ERTAD_CLIENT_ID", "")}:{ENV.get("ERTAD_CLIENT_SECRET", "")}'
    form = urllib.parse.urlencode({"grant_type": "client_credentials", "scope": "ertad/api"})
    basic = base64.b64encode(pair.encode()).decode()
    request = urllib.request.Request(
        ENV["ERTAD_TOKEN_URL"], data=form.encode(), headers={"Authorization": f"Basic {basic}"}
    )
    with urllib.request.urlopen(request, timeout=15) as answer:
        return json.load(answer)["access_token"]


# 4. The server --------------------------------------------------------------------------------------


class Receiver(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 30  # seconds a slow sender may take between two pieces

    def do_POST(self):
        length = self.headers.get("Content-Length", "")
        if not re.fullmatch(r"[0-9]{1,12}", length):
            self.close_connection = True
            return self.answer(411)  # the hub always says how long its body is
        if int(length) > BODY_MOST:
            self.close_connection = True
            self.answer(413)
            return self.drain(int(length))
        body = self.rfile.read(int(length))
        # No word more than this: whoever tries to forge one learns nothing.
        if not is_from_hub(self.headers, body):
            return self.answer(401)
        try:
            event = json.loads(body)
        except ValueError:
            return self.answer(400)
        if event["type"] == "endpoint.challenged":
            return self.answer(200, {"challenge": event["data"]["challenge"]})
        if "sequence" not in event["data"]:
            return self.answer(204)  # the test button: nothing to do
        # Stored first, then 2xx, then worked on.
        with LOCK:
            if is_new(event):
                keep({"came": event})
                unfinished[event["data"]["id"]] = event
                work_queue.put(event)
        # Known already, or of a type we do not know: taken all the same, or it would come again.
        self.answer(204)

    def do_GET(self):
        if ENV.get("ERTAD_TEST") == "yes" and self.path == "/taken":
            with LOCK:
                return self.answer(200, list(taken))
        self.answer(405)

    def answer(self, status, body=None):
        text = b"" if body is None else json.dumps(body).encode()
        self.send_response(status)
        if status != 204:
            self.send_header("Content-Length", str(len(text)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(text)
        self.wfile.flush()

    def drain(self, length):
        """Lets the other side read the answer before the connection is cut."""
        left = min(length, DRAIN_MOST)
        while left > 0:
            piece = self.rfile.read(min(left, 65_536))
            if not piece:
                return
            left -= len(piece)

    def log_message(self, *_):
        """Addresses and paths stay out of the log."""


class Server(ThreadingHTTPServer):
    request_queue_size = 128  # what piled up comes together
    daemon_threads = True


read_store()
for event in list(unfinished.values()):
    work_queue.put(event)
threading.Thread(target=worker, daemon=True).start()
server = Server(("127.0.0.1", int(ENV.get("PORT", "8090"))), Receiver)
print(f'listening on {json.dumps({"address": "127.0.0.1", "port": server.server_address[1]})}', flush=True)
try:
    server.serve_forever()
except KeyboardInterrupt:
    pass
