"""Real servers for the tests that need them, started in a temporary folder and removed afterwards.

Loaded before Django's settings (``-p tests.servers`` in pyproject.toml): with ``MIXEN_TEST_DATABASE=postgres`` in the
environment the whole run happens on a PostgreSQL of its own. Where a server or browser is missing, its tests are
skipped by name with the line that installs it; in CI that is a failure.
"""

import atexit
import ctypes
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

REDIS_NAMES = ("redis-server", "valkey-server")
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")


def ends_with_us(number: signal.Signals) -> Callable[[], None] | None:
    """What a server that is started has to do first, so that it gets this signal when we end, even by ``kill -9``."""
    if not hasattr(ctypes.CDLL(None), "prctl"):  # macOS: there the end of the tests takes them along
        return None
    call = ctypes.CDLL(None).prctl

    def ask() -> None:
        call(1, int(number))  # PR_SET_PDEATHSIG

    return ask


def free_port() -> int:
    """A port on loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def chromium() -> str | None:
    """The browser, or None."""
    return next((found for name in CHROMIUM_NAMES if (found := shutil.which(name))), None)


def redis_program() -> str | None:
    """Redis or its twin, or None."""
    return next((found for name in REDIS_NAMES if (found := shutil.which(name))), None)


def postgres_folder() -> Path | None:
    """Where ``initdb`` and ``postgres`` of the newest PostgreSQL are, or None."""
    on_path = shutil.which("initdb")
    known = [
        *Path("/usr/lib/postgresql").glob("*/bin/initdb"),
        *Path("/opt/homebrew/opt").glob("postgresql*/bin/initdb"),
    ]
    if known:
        return max(known, key=lambda path: path.parts).parent
    return Path(on_path).parent if on_path else None


def children_of(number: int) -> list[int]:
    """The processes that this one started; none where that cannot be seen (they end by themselves, a little later)."""
    found = []
    for file in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parent = int(file.read_text().rpartition(")")[2].split()[1])
            if parent == number:
                found.append(int(file.parent.name))
    return found


class Postgres:
    """A PostgreSQL server on a free port, run by an unprivileged user."""

    def __init__(self, programs: Path) -> None:
        self.programs = programs
        self.folder = Path(tempfile.mkdtemp(prefix="mixen-postgres-"))
        self.port = free_port()
        self.user = "postgres" if os.geteuid() == 0 else None
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"postgres://mixen@127.0.0.1:{self.port}/mixen"

    def _as_user(self) -> dict[str, object]:
        if self.user is None:
            return {}
        entry = pwd.getpwnam(self.user)
        return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": [], "cwd": "/"}

    def start(self) -> None:
        if self.user:
            entry = pwd.getpwnam(self.user)
            os.chown(self.folder, entry.pw_uid, entry.pw_gid)
        data = self.folder / "data"
        initdb = [self.programs / "initdb", "-D", data, "-U", "mixen", "-A", "trust", "-E", "UTF8", "--no-sync"]
        subprocess.run(initdb, check=True, capture_output=True, **self._as_user())  # type: ignore[call-overload]
        self.run()
        createdb = [self.programs / "createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "mixen", "mixen"]
        subprocess.run(createdb, check=True, capture_output=True)

    def run(self, **more: object) -> None:
        """Start the server on the data that are there; ``more`` are settings beside the usual ones."""
        usual = {"fsync": "off", "listen_addresses": "127.0.0.1", "port": self.port, "max_connections": 200}
        flags = [part for name, value in {**usual, **more}.items() for part in ("-c", f"{name}={value}")]
        command = [self.programs / "postgres", "-D", self.folder / "data", "-k", self.folder, *flags]
        self.process = subprocess.Popen(  # type: ignore[call-overload]
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            preexec_fn=ends_with_us(signal.SIGQUIT),
            **self._as_user(),
        )
        self._wait()

    def kill(self) -> None:
        """``kill -9`` of the server and the processes it started, as with the power cut off."""
        if self.process:
            children = children_of(self.process.pid)
            for number in (self.process.pid, *children):
                with suppress(ProcessLookupError):
                    os.kill(number, signal.SIGKILL)
            self.process.wait(timeout=10)
            while any(Path(f"/proc/{number}").exists() for number in children):
                time.sleep(0.02)

    def _wait(self) -> None:
        ready = [self.programs / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        for _attempt in range(150):
            if subprocess.run(ready, check=False).returncode == 0:
                return
            time.sleep(0.1)
        raise RuntimeError("PostgreSQL did not start within 15 seconds")

    def stop(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait(timeout=20)
        shutil.rmtree(self.folder, ignore_errors=True)


class Redis:
    """A Redis on a free port that keeps nothing on disk: stopped and started again it is empty."""

    def __init__(self, program: str) -> None:
        self.program = program
        self.folder = Path(tempfile.mkdtemp(prefix="mixen-redis-"))
        self.port = free_port()
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        settings = {"port": self.port, "bind": "127.0.0.1", "save": "", "appendonly": "no", "dir": self.folder}
        flags = [part for name, value in settings.items() for part in (f"--{name}", str(value))]
        self.process = subprocess.Popen(
            [self.program, *flags],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            preexec_fn=ends_with_us(signal.SIGKILL),
        )
        for _attempt in range(150):
            if self.ask("PING") == "+PONG":
                return
            time.sleep(0.05)
        raise RuntimeError("Redis did not start within 8 seconds")

    def ask(self, command: str) -> str:
        """One command, as typed at a prompt; the first line of the answer, nothing when nobody answers."""
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=2) as talk:
                talk.sendall(f"{command}\r\n".encode())
                return talk.recv(1000).decode().splitlines()[0]
        except OSError:
            return ""

    def kill(self) -> None:
        """As with the power cut off."""
        if self.process:
            self.process.kill()
            self.process.wait(timeout=10)

    def remove(self) -> None:
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


if os.environ.get("MIXEN_TEST_DATABASE") == "postgres":
    programs = postgres_folder()
    if programs is None:
        # The tests themselves are skipped by name (or fail, in CI) in conftest.py.
        os.environ["MIXEN_TEST_DATABASE"] = "missing"
    else:
        server = Postgres(programs)
        atexit.register(server.stop)
        server.start()
        os.environ["DATABASE_URL"] = server.url
