"""``manage.py start``: web server, worker and beat as one, started and ended together."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from types import FrameType
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, connections

LEASH = Path(__file__).resolve().parents[2] / "leash.py"
GRACE_SECONDS = 10.0
POLL_SECONDS = 0.2
CELERY = ["-m", "celery", "--quiet", "--app", "mixen"]
BEAT_COMMAND = [*CELERY, "beat", "--loglevel", "WARNING", "--pidfile="]
DEMO_WORD = "mokum-demo"  # the password of log-ins that exist in the demo data only
DEMO_LOGINS = {
    "coordinator@example.org": "coordinator",
    "projectleider@example.org": "projectleider",
    "ambassadeur@example.org": "ambassadeur",
    "nieuw-west@example.org": "stadsdeel Nieuw-West",
    "noord@example.org": "stadsdeel Noord",
}


@dataclass(frozen=True)
class Child:
    """One of the processes, by way of its leash, which leads the process group it runs in."""

    name: str
    leash: "subprocess.Popen[bytes]"

    def send(self, number: signal.Signals) -> None:
        """Signal the whole group; also after the leash itself has gone, for then its command may still be there."""
        with suppress(ProcessLookupError, PermissionError):  # nobody is left; macOS says so with "not permitted"
            os.killpg(self.leash.pid, number)

    def ended(self) -> bool:
        """Whether the leash and with it, unless somebody killed it, its command has ended."""
        return self.leash.poll() is not None

    def outcome(self) -> str:
        """How it ended, in words."""
        code = self.leash.returncode
        if code is None:
            return "is running"
        number = code - 128 if code > 128 else -code
        return f"was ended by signal {number}" if number > 0 else f"ended by itself with exit code {code}"


class Command(BaseCommand):
    """Start the three processes and stay until a signal comes or one of them ends."""

    help = "Starts the web server, the worker and the beat together; Ctrl-C ends all three."
    requires_system_checks = ()  # `migrate` and `check` do these; a start should be quick

    def add_arguments(self, parser: CommandParser) -> None:
        """``--port`` (else PORT, else 8000) and ``--bind``."""
        parser.add_argument("--port", type=int, default=os.environ.get("PORT") or 8000, help="default: PORT or 8000")
        parser.add_argument("--bind", default="127.0.0.1", help="the address to listen on; default: %(default)s")

    def handle(self, *args: Any, port: int, bind: str, **options: Any) -> None:
        """Run until told to stop; CommandError (exit code 1) when the port is taken or a process ends by itself."""
        refuse_taken_port(bind, port)
        os.environ["PORT"] = str(port)  # the children's settings make addresses with it
        stop = stop_on_signals()
        holder, kept = os.pipe()  # `kept` is closed by the end of this process and by nothing else
        children: list[Child] = []
        try:
            self.run(children, holder, stop, bind, port)
        finally:
            end(children)
            os.close(holder)
            os.close(kept)

    def run(self, children: list[Child], holder: int, stop: threading.Event, bind: str, port: int) -> None:
        """Start the web server and, once it answers, the rest; return at ``stop``, CommandError when a child ends."""
        children.append(Child("web", on_leash(holder, web_command(bind, port))))
        while not stop.wait(POLL_SECONDS):
            for child in children:
                if child.ended():
                    raise CommandError(f"The {child.name} process {child.outcome()}; the others are stopped too.")
            # The first page comes sooner when the other two do not compete with it for the processor.
            if len(children) == 1 and answers(bind, port):
                self.stdout.write(announcement(f"http://{reachable(bind)}:{port}"))
                self.stdout.flush()
                children.append(Child("worker", on_leash(holder, worker_command())))
                children.append(Child("beat", on_leash(holder, BEAT_COMMAND)))
        self.stdout.write("Stopping.")


def web_command(bind: str, port: int) -> list[str]:
    """What Python is to run as web server."""
    return [
        *("-m", "gunicorn", "mixen.wsgi:application", "--bind", f"{bind}:{port}"),
        *("--worker-class", "gthread", "--workers", "2", "--threads", "4"),
        *("--log-level", "warning", "--error-logfile", "-", "--logger-class", "mixen.gunicorn_logs.GunicornLogger"),
        "--forwarded-allow-ips=",  # nobody in front of this one: believe no forwarded header
        "--no-control-socket",  # it would lie in the home folder, shared with every other gunicorn
    ]


def worker_command() -> list[str]:
    """What Python is to run as worker; in development, often a container, being root is no news."""
    quiet = [] if settings.PRODUCTION else ["-W", "ignore:You're running the worker with superuser"]
    return [
        *(*quiet, *CELERY, "worker", "--pool", "solo", "--loglevel", "WARNING"),
        *("--without-gossip", "--without-mingle", "--without-heartbeat"),
    ]


def on_leash(holder: int, arguments: list[str]) -> "subprocess.Popen[bytes]":
    """Start Python with these arguments so that it ends when this process does."""
    return subprocess.Popen(
        [sys.executable, "-I", "-S", str(LEASH), str(holder), "--", sys.executable, *arguments],
        cwd=settings.BASE_DIR,
        pass_fds=[holder],
        stdin=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C reaches this process only, which then stops the others in order
    )


def stop_on_signals() -> threading.Event:
    """An event that Ctrl-C, TERM and HUP set, except those that were being ignored (``nohup``)."""
    stop = threading.Event()

    def handler(number: int, frame: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, handler)
    return stop


def end(children: list[Child]) -> None:
    """Ask all to end, wait at most the grace for all together, and kill what is left of their groups."""
    for child in children:
        child.send(signal.SIGTERM)
    deadline = time.monotonic() + GRACE_SECONDS
    while time.monotonic() < deadline and not all(child.ended() for child in children):
        time.sleep(0.05)
    for child in children:
        child.send(signal.SIGKILL)
        child.leash.wait()


def reachable(bind: str) -> str:
    """The address at which this machine itself reaches a server listening on ``bind``."""
    return bind if bind.strip("0.") else "127.0.0.1"  # all addresses are written as nothing or as zeros


def refuse_taken_port(bind: str, port: int) -> None:
    """CommandError when nothing can listen there; the web server would try for seconds and say it less clearly."""
    try:
        socket.create_server((bind, port)).close()
    except (OSError, OverflowError) as error:
        raise CommandError(f"Cannot listen on {bind}:{port}: {error}. Choose another one with --port.") from error


def answers(bind: str, port: int) -> bool:
    """Whether the web server gives any answer at all yet."""
    connection = HTTPConnection(reachable(bind), port, timeout=1)
    try:
        connection.request("GET", "/healthz/")
        connection.getresponse().read()
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
    return True


def announcement(url: str) -> str:
    """What a person needs to know once it runs; in development also how to log in, if the demo data are there."""
    lines = ["", f"Mixen in Mokum runs at {url}/  (Ctrl-C stops it)"]
    logins = [] if settings.PRODUCTION else demo_logins()
    if logins:
        lines += ["", f"Log in with the password {DEMO_WORD} as"]
        lines += [f"  {email:<27} {DEMO_LOGINS[email]}" for email in logins]
    if not settings.PRODUCTION:
        lines += ["", f"Mail is not sent but shown at {url}/ontwikkeling/post/"]
    return "\n".join([*lines, ""])


def demo_logins() -> list[str]:
    """The demo log-ins that exist in this database."""
    try:
        present = set(get_user_model().objects.filter(email__in=DEMO_LOGINS).values_list("email", flat=True))
    except DatabaseError:
        return []  # a database that is not migrated yet; the web server's own log says so
    finally:
        connections.close_all()
    return [email for email in DEMO_LOGINS if email in present]
