"""A connection to Redis that speaks RESP, in Python's standard library alone."""
import socket
from urllib.parse import unquote, urlparse


class Redis:
    """Sends a command and returns its answer: bytes, a number, a list or None. For one thread."""

    def __init__(self, uri, patience=60):
        place = urlparse(uri)
        self.socket = socket.create_connection((place.hostname, place.port or 6379), patience)
        self.answers = self.socket.makefile("rb")
        if place.password:
            self("AUTH", *filter(None, [unquote(place.username or "")]), unquote(place.password))

    def __call__(self, *words):
        encoded = [word if isinstance(word, bytes) else str(word).encode() for word in words]
        parts = [b"$%d\r\n%s\r\n" % (len(word), word) for word in encoded]
        self.socket.sendall(b"*%d\r\n%s" % (len(parts), b"".join(parts)))
        return self.answer()

    def answer(self):
        line = self.answers.readline()
        kind, rest = line[:1], line[1:-2]
        if kind == b"-":
            raise RuntimeError(rest.decode())
        if kind == b":":
            return int(rest)
        if kind == b"$":
            return None if rest == b"-1" else self.answers.read(int(rest) + 2)[:-2]
        if kind == b"*":
            return None if rest == b"-1" else [self.answer() for _ in range(int(rest))]
        if kind != b"+":
            raise ConnectionError("Redis has closed the connection")
        return rest

    def millis(self):
        """Redis's own clock, in milliseconds: the only one that deadlines are compared with."""
        seconds, micros = self("TIME")
        return int(seconds) * 1000 + int(micros) // 1000
