#!/usr/bin/env python3
"""Sends one step of a task to the hub as a signed webhook, with Python's standard library (3.9+).

    ERTAD_URL=http://localhost:4600 ERTAD_AGENCY=municipality-zestaponi ERTAD_SECRET=whsec_... \\
    ERTAD_TASK=tsk_... ERTAD_VERSION=3 ERTAD_TO=accepted ERTAD_PERSON="Nino Kapanadze" \\
    python3 sender.py

    ERTAD_VERSION   the version your decision is based on: the ETag with which you read the task
    ERTAD_PERSON    who acts; ERTAD_DEPUTY, ERTAD_REASON, ERTAD_OUTCOME where the step wants them
    ERTAD_TIMEOUT   seconds to wait for an answer (15)

Exit code: 0 the hub has it; 1 the hub refused it, a person must look; 2 not configured;
3 the hub could not be reached. v1 (HMAC) only: the standard library has no Ed25519.
"""
import base64
import hashlib
import hmac
import http.client
import json
import os
import sys
import time
import urllib.parse
import uuid
from datetime import datetime, timezone

ENV = os.environ
# Seconds between tries. A real outbox goes on for hours: the hub answers a repetition as the first.
PAUSES = [1, 5, 30, 120, 600]
TIMEOUT = float(ENV.get("ERTAD_TIMEOUT", "15"))
LATER = (408, 425, 429)  # "not now": the same message again, later. All others of 4xx are final.


def wanted(name):
    if ENV.get(name):
        return ENV[name]
    print(f"{name} is missing", file=sys.stderr)
    sys.exit(2)


# Id and bytes are made once, when the decision is made. Keep them in your database with it, and
# take them from there after a restart: so the hub sees that it is the same message.
ID = f"msg_{uuid.uuid4()}"
data = {"task": wanted("ERTAD_TASK"), "version": int(wanted("ERTAD_VERSION")), "to": wanted("ERTAD_TO")}
for name, field in (("PERSON", "actingPerson"), ("DEPUTY", "deputy"), ("REASON", "reason"), ("OUTCOME", "outcome")):
    if ENV.get(f"ERTAD_{name}"):
        data[field] = ENV[f"ERTAD_{name}"]
NOW = datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
BODY = json.dumps({"type": "task.transition", "timestamp": NOW, "data": data}).encode()
URL = urllib.parse.urlsplit(wanted("ERTAD_URL"))
PATH = f"/v1/inbound/{wanted('ERTAD_AGENCY')}"
SECRET = wanted("ERTAD_SECRET")
if not SECRET.startswith("whsec_"):
    print("ERTAD_SECRET is not whsec_...: the standard library has no Ed25519", file=sys.stderr)
    sys.exit(2)


def headers():
    # Signed anew for every try, with the time of now: the hub refuses what is older than 5 minutes.
    timestamp = str(int(time.time()))
    content = f"{ID}.{timestamp}.".encode() + BODY  # the very bytes that go out
    code = hmac.new(base64.b64decode(SECRET[len("whsec_"):]), content, hashlib.sha256).digest()
    return {
        "Content-Type": "application/json",
        "webhook-id": ID,
        "webhook-timestamp": timestamp,
        "webhook-signature": "v1," + base64.b64encode(code).decode(),
    }


def attempt():
    """Status (0: no answer), seconds to wait, and what the hub says. Follows no redirect."""
    connect = http.client.HTTPSConnection if URL.scheme == "https" else http.client.HTTPConnection
    line = connect(URL.hostname, URL.port, timeout=TIMEOUT)
    try:
        line.request("POST", PATH, body=BODY, headers=headers())
        answer = line.getresponse()
        again = answer.getheader("Retry-After", "")
        problem = answer.read(2000).decode("utf-8", "replace")
        return answer.status, int(again) if again.isdigit() else 0, problem
    except (OSError, http.client.HTTPException):
        # Refused, cut, or no answer in time: it may have been recorded, so the same goes again.
        return 0, 0, ""
    finally:
        line.close()


for wait in [*PAUSES, None]:
    status, retry_after, problem = attempt()
    if 200 <= status < 300:
        sys.exit(0)
    if 0 < status < 500 and status not in LATER:
        # 409, 412: somebody else moved the task. Read it again and let a person decide anew.
        print(f"the hub refused it ({status}): {problem}", file=sys.stderr)
        sys.exit(1)
    print(f"not now ({status or 'no answer'})", file=sys.stderr)
    if wait is not None:
        time.sleep(max(wait, retry_after))
print("the hub could not be reached", file=sys.stderr)
sys.exit(3)
