"""Calls a method: python3 client.py redis://127.0.0.1:6379 services:Arith Arith.multiply '{"a":7,"b":8}'"""
import json, secrets, sys
from resp import Redis

TIMEOUT_SECONDS = 10


class Client:
    """Calls services and nodes, one call at a time."""

    def __init__(self, uri, name="python-client"):
        self.redis, self.name = Redis(uri), name
        self.id_prefix = f"{name}-{secrets.token_urlsafe(16)}"  # nobody guesses the id of a call
        self.replies, self.calls = f"replies:{name}:{secrets.token_urlsafe(16)}", 0

    def call(self, queue, method, params):
        self.calls += 1
        now = self.redis.millis()
        request = {"jsonrpc": "2.0", "id": f"{self.id_prefix}-{self.calls}", "method": method,
                   "replyTo": self.replies, "deadline": now + TIMEOUT_SECONDS * 1000,
                   "sentAt": now, "from": self.name, "params": params}
        self.redis("LPUSH", queue, json.dumps(request))
        while answer := self.redis("BRPOP", self.replies, TIMEOUT_SECONDS):
            response = json.loads(answer[1])
            if response.get("id") == request["id"]:  # any other answers a call that was given up
                return response
        raise TimeoutError(f"{method} has not been answered in {TIMEOUT_SECONDS} seconds")


if __name__ == "__main__":
    uri, queue, method, params = sys.argv[1:]
    response = Client(uri).call(queue, method, json.loads(params))
    print(json.dumps(response.get("result", response.get("error"))))
    sys.exit("error" in response)
