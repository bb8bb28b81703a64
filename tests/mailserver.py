"""A mail server on loopback that behaves as badly as it is told: takes mail, is slow, hangs, or refuses."""

import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


class _Talk(socketserver.StreamRequestHandler):
    """One connection: just enough of SMTP for Python's own client."""

    server: "MailServer"

    def handle(self) -> None:
        if self.server.hangs:
            self.server.let_go.wait(30)
            return
        self._say("220 mail.example.org")
        self.to: list[str] = []
        while line := self.rfile.readline().decode(errors="replace").strip():
            word = line[:4].upper()
            if word == "QUIT":
                self._say("221 bye")
                return
            self._answer(word, line)

    def _answer(self, word: str, line: str) -> None:
        if word == "RCPT":
            address = line.partition("<")[2].partition(">")[0]
            refusal = self.server.refusals.get(address) or self.server.refusals.get("*")
            if refusal is None:
                self.to.append(address)
            self._say(refusal or "250 ok")
        elif word == "DATA":
            self._take()
        else:
            if word == "MAIL":
                self.to = []
            self._say("250 ok")

    def _take(self) -> None:
        self._say("354 go on")
        lines = []
        while (line := self.rfile.readline()) not in {b".\r\n", b""}:
            lines.append(line)
        time.sleep(self.server.pause)
        with self.server.lock:
            self.server.taken += [(address, b"".join(lines).decode(errors="replace")) for address in self.to]
        self._say("250 taken")

    def _say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


class MailServer(socketserver.ThreadingTCPServer):
    """``taken`` holds what it took: to whom, and the text. Change how it behaves while it runs.

    ``refusals`` are answers per address, ``*`` for all; ``pause`` is in seconds per mail.
    """

    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.taken: list[tuple[str, str]] = []
        self.refusals: dict[str, str] = {}
        self.pause = 0.0
        self.hangs = False
        self.let_go = threading.Event()
        self.lock = threading.Lock()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Who is killed in the middle of a mail leaves a broken line; that is what these tests are about."""

    def wait_for(self, number: int, seconds: float = 20) -> None:
        """Until ``number`` mails were taken."""
        last = time.monotonic() + seconds
        while len(self.taken) < number:
            assert time.monotonic() < last, f"{len(self.taken)} of {number} mails after {seconds} seconds"
            time.sleep(0.01)

    def wait_for_quiet(self, seconds: float) -> None:
        """Until nothing came for so many seconds."""
        known = -1
        while known != len(self.taken):
            known = len(self.taken)
            time.sleep(seconds)


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """A server that runs in a thread of its own until the end of the block."""
    server = MailServer()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.let_go.set()
        server.shutdown()
        server.server_close()
        thread.join(timeout=5)
