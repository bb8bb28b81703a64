"""`manage.py start` for real: it answers, and nothing of it is left, however it ends.

The three processes and `start` hold one output open together; its end shows that all of them have ended.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from mixen.management.commands import start

ROOT = Path(__file__).resolve().parents[2]
OVERRIDDEN = {"MIXEN_ENV", "DEBUG", "REDIS_URL", "CELERY_BROKER_URL", "PORT"}
MANAGE = [sys.executable, "manage.py"]


@pytest.fixture(scope="module")
def variables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Settings that point at a folder of its own, with a migrated SQLite database in it."""
    var = tmp_path_factory.mktemp("var")
    made = {"VAR_DIR": str(var), "MEDIA_ROOT": str(var / "media"), "DATABASE_URL": f"sqlite:///{var}/db.sqlite3"}
    migrate = [*MANAGE, "migrate", "--verbosity", "0", "--skip-checks"]
    subprocess.run(migrate, cwd=ROOT, env=environment(made), timeout=60, check=True)
    return made


def environment(variables: dict[str, str]) -> dict[str, str]:
    """This process's environment without its settings of the site, and with these."""
    return {name: value for name, value in os.environ.items() if name not in OVERRIDDEN} | variables


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@pytest.fixture
def running(variables: dict[str, str], port: int) -> Iterator["subprocess.Popen[str]"]:
    with started(variables, port) as process:
        yield process
        if process.poll() is None:
            process.kill()  # and its children follow


def started(variables: dict[str, str], port: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [*MANAGE, "start", "--port", str(port)],
        cwd=ROOT,
        env=environment(variables),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def wait_until(condition: Callable[[], bool], process: "subprocess.Popen[str]", seconds: float = 90) -> None:
    """Wait for the condition; fails when the process ends first or the time is over."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert process.poll() is None, f"start ended: {process.communicate(timeout=10)[0]}"
        assert time.monotonic() < deadline, "it took too long"
        time.sleep(0.05)


def healthy(port: int) -> bool:
    """Whether the health page answers as it should; an open port alone is not enough."""
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/healthz/")
        response = connection.getresponse()
        response.read()
    except OSError:
        return False
    finally:
        connection.close()
    return response.status == 200


def processes() -> dict[int, int]:
    """Every process on this machine that still runs, with its parent."""
    listed = subprocess.run(["ps", "-axo", "pid=,ppid=,stat="], check=True, capture_output=True, text=True).stdout
    rows = [line.split() for line in listed.splitlines()]
    return {int(pid): int(parent) for pid, parent, state in rows if not state.startswith("Z")}


def children_of(pid: int) -> set[int]:
    return {child for child, parent in processes().items() if parent == pid}


def test_kill_9_leaves_nothing_running(running: "subprocess.Popen[str]", port: int) -> None:
    wait_until(lambda: healthy(port), running)
    wait_until(lambda: len(children_of(running.pid)) == 3, running)  # web, worker and beat, which comes last
    leashes = children_of(running.pid)
    running.kill()
    output, _ = running.communicate(timeout=start.GRACE_SECONDS + 5)
    assert f"http://127.0.0.1:{port}/ontwikkeling/post/" in output
    assert not healthy(port)
    until = time.monotonic() + 3  # what was killed closes its output a moment before it is gone
    while leashes & set(processes()) and time.monotonic() < until:
        time.sleep(0.1)
    assert not leashes & set(processes())


def test_term_ends_it_without_an_error(running: "subprocess.Popen[str]", port: int) -> None:
    wait_until(lambda: healthy(port), running)
    running.send_signal(signal.SIGTERM)
    output, _ = running.communicate(timeout=start.GRACE_SECONDS + 5)
    assert running.returncode == 0
    assert "Stopping." in output


def test_a_process_that_ends_by_itself_is_named_and_ends_the_rest(variables: dict[str, str], port: int) -> None:
    with started({**variables, "CELERY_BROKER_URL": "nothing://nowhere"}, port) as process:
        output, _ = process.communicate(timeout=40)
    assert process.returncode == 1
    assert "process ended by itself with exit code 1; the others are stopped too." in output
    assert not healthy(port)


def test_a_taken_port_is_said_before_anything_starts() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(CommandError, match="Cannot listen on"):
        call_command("start", port=taken.getsockname()[1])


@pytest.mark.parametrize(
    ("code", "words"),
    [(3, "ended by itself with exit code 3"), (137, "was ended by signal 9"), (-9, "was ended by signal 9")],
)
def test_how_a_process_ended_is_told_in_words(code: int, words: str) -> None:
    exits = f"import os, signal; os._exit({code}) if {code} >= 0 else os.kill(os.getpid(), signal.SIGKILL)"
    process = subprocess.Popen([sys.executable, "-I", "-S", "-c", exits])
    process.wait(timeout=10)
    assert start.Child("web", process).outcome() == words
