"""A network that can fail: what a tablet in a hall has between itself and the application."""

import http.client
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.servers import free_port

RECEIVE = "/tablet/ontvangen/"


class Network:
    """What lies between a tablet and the application: it can be gone, answer for somebody else, or lose answers.

    ``fault`` is asked of every request, by its path and body: None lets it through, ``"lost"`` lets the application
    answer and breaks the connection before the tablet hears it, ``(status, type, body)`` is somebody else's answer.
    """

    def __init__(self, behind: int) -> None:
        self.behind = behind  # the port of the application
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.fault: Callable[[str, bytes], Any] = lambda path, body: None
        self.seen: list[str] = []
        self.server: ThreadingHTTPServer | None = None
        self.start()

    def start(self) -> None:
        """The network is there (again)."""
        self.server = ThreadingHTTPServer(("127.0.0.1", self.port), _passing(self))
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        """The network is gone: every connection is refused."""
        if self.server:
            self.server.shutdown()
            self.server.server_close()
        self.server = None


def _passing(network: Network) -> type[BaseHTTPRequestHandler]:
    class Passing(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            network.seen.append(self.path)
            fault = network.fault(self.path, body)
            if isinstance(fault, tuple):
                status, kind, told = fault
                self._answer(status, {"Content-Type": kind}.items(), told.encode())
                return
            there = http.client.HTTPConnection("127.0.0.1", network.behind, timeout=30)
            headers = {name: value for name, value in self.headers.items() if name.lower() != "connection"}
            try:
                there.request(self.command, self.path, body, headers)
                answer = there.getresponse()
                told = answer.read()
            finally:
                there.close()
            if fault == "lost":
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            with suppress(ConnectionError):  # a page that was left no longer listens
                self._answer(answer.status, answer.getheaders(), told)

        do_POST = do_GET  # noqa: N815

        def _answer(self, status: int, headers: Any, body: bytes) -> None:
            self.send_response_only(status)
            for name, value in headers:
                if name.lower() not in {"connection", "content-length", "transfer-encoding"}:
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: Any) -> None:
            """Nothing on the screen of the tests."""

    return Passing


def no_answer(path: str, body: bytes = b"") -> Any:
    return (503, "text/html", "<h1>Service Unavailable</h1>") if path == RECEIVE else None


def a_network(behind: int) -> "Iterator[Network]":
    """For a fixture: a network to the application on this port, gone afterwards."""
    network = Network(behind)
    yield network
    network.stop()
