"""Real servers for the tests that need them, started in a temporary folder and removed afterwards.

Loaded before Django's settings (``-p tests.servers`` in pyproject.toml): with ``MIXEN_TEST_DATABASE=postgres`` in the
environment the whole run happens on a PostgreSQL of its own. Where a server or browser is missing, its tests are
skipped by name with the line that installs it; in CI that is a failure.
"""

import atexit
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

REDIS_NAMES = ("redis-server", "valkey-server")
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")


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
        settings = {"fsync": "off", "listen_addresses": "127.0.0.1", "port": self.port, "max_connections": 200}
        flags = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        command = [self.programs / "postgres", "-D", data, "-k", self.folder, *flags]
        self.process = subprocess.Popen(  # type: ignore[call-overload]
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **self._as_user()
        )
        self._wait()
        createdb = [self.programs / "createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "mixen", "mixen"]
        subprocess.run(createdb, check=True, capture_output=True)

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
        self.process = subprocess.Popen([self.program, *flags], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
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
