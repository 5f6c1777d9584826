"""Serves Arith.multiply beside nodes in Java: python3 worker.py redis://127.0.0.1:6379 python-1"""
import json, os, re, secrets, signal, socket, sys, threading
from resp import Redis

URI, NODE = sys.argv[1:3]
INCARNATION = secrets.token_hex(8)  # a worker that starts again is another one
WORKER, SERVICE, INBOX = f"{NODE}:{INCARNATION}", "services:Arith", f"nodes:{NODE}"
LEASES = [("{%s}:providers" % SERVICE, WORKER), ("{%s}:providers" % INBOX, WORKER), ("registry:nodes", NODE)]
LEASE_MILLIS, BEAT_SECONDS, KEEP_MILLIS, ended = 6_000, 2, 86_400_000, threading.Event()

def multiply(a, b):
    if not all(type(each) is int and -2**31 <= each < 2**31 for each in (a, b)):
        raise ValueError("Arith.multiply: parameters 'a' and 'b' must be an int")
    return (a * b + 2**31) % 2**32 - 2**31  # as Java multiplies

METHODS = {"Arith.multiply": multiply, "multiply": multiply, "rpc.ping": lambda: "pong"}
def error(code, status, message):
    data = {"status": status, "executed": "no", "retryable": False}
    return {"error": {"code": code, "message": message, "data": data}}

def outcome(request, now):
    if not isinstance(request, dict) or not isinstance(request.get("method"), str):
        return error(-32600, "INVALID_REQUEST", "a request is an object with a method")
    method, params = METHODS.get(request["method"]), request.get("params", {})
    if method is None:
        return error(-32601, "UNIMPLEMENTED", f"{request['method']}: there is Arith.multiply")
    try:
        if 0 < request.get("deadline", 0) < now:
            return error(-32001, "DEADLINE_EXCEEDED", "the time was over before its turn")
        return {"result": method(*params) if isinstance(params, list) else method(**params)}
    except (TypeError, ValueError) as misfit:
        return error(-32602, "INVALID_ARGUMENT", str(misfit))

def reply_list(calls):  # never a key that a sender could choose freely
    for call in calls:
        sender = re.escape(str(call["from"])) if "from" in call else "[^:]+"
        if re.fullmatch(rf"replies:{sender}:[^:]+|nodes:[^:]+:.+", str(call.get("replyTo"))):
            return call["replyTo"]
    return f"{INBOX}:{json.dumps(calls[0]['id']).strip(chr(34))}"

def serve(redis, message, taken):
    try:
        requests = json.loads(message)
    except (ValueError, RecursionError):
        requests = {"id": None}
    batch, now = requests if isinstance(requests, list) else [requests], redis.millis()
    outcomes = [(each, outcome(each, now)) for each in batch]  # a notification runs, too
    calls = [(call, result) for call, result in outcomes if isinstance(call, dict) and "id" in call]
    answers = [{"jsonrpc": "2.0", "id": call["id"], **result} for call, result in calls]
    redis("MULTI")
    if answers:
        place = reply_list([call for call, _ in calls])
        redis("LPUSH", place, json.dumps(answers if requests is batch else answers[0]))
        redis("PEXPIRE", place, KEEP_MILLIS, "NX")
    redis("LREM", taken, -1, message)  # answered and acknowledged in one step
    redis("EXEC")

def take(redis, queue, taken):
    while not ended.is_set():
        if redis("HEXISTS", "{registry:nodes}:paused", "Arith"):
            ended.wait(BEAT_SECONDS / 4)
        elif message := redis("BLMOVE", queue, taken, "RIGHT", "LEFT", 1):
            serve(redis, message, taken)

def beat(redis, about):
    for name, member in LEASES:
        redis("ZADD", name, redis.millis() + LEASE_MILLIS, member)
    redis("SET", f"registry:node:{NODE}", json.dumps(about), "PX", LEASE_MILLIS)

signal.signal(signal.SIGTERM, lambda *_: ended.set())
[threading.Thread(target=take, args=[Redis(URI), queue, "{%s}:taken:%s" % (queue, WORKER)]).start()
 for queue in [SERVICE, INBOX]]
heart = Redis(URI)
about = {"node": NODE, "incarnation": INCARNATION, "host": socket.gethostname(), "process": os.getpid(),
         "startedAt": heart.millis(), "services": {"Arith": {"revision": "", "methods": ["multiply"]}}}
beat(heart, about), print(f"{NODE} is ready", flush=True)
while not ended.wait(BEAT_SECONDS):
    beat(heart, about)
[heart("ZREM", name, member) for name, member in LEASES], heart("DEL", f"registry:node:{NODE}")
