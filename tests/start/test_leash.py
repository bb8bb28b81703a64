"""The leash passes on how its command ended, and ends it with all it started when the holder goes.

That processes are gone is seen by the end of the output they all hold open: it needs no process list, and a process
that nobody has reaped yet does not count.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

LEASH = Path(__file__).resolve().parents[2] / "mixen" / "leash.py"
PYTHON = (sys.executable, "-I", "-S")
SLEEP = "import time; time.sleep(60)"
# A command with a child of its own; both hold the output open.
FAMILY = (
    f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {SLEEP!r}]); print('ready', flush=True); {SLEEP}"
)
STUBBORN = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('ready', flush=True); {SLEEP}"
HURRIED = (
    "import sys; sys.path.insert(0, sys.argv.pop(1)); import leash; leash.GRACE_SECONDS = 0.3;"
    "sys.exit(leash.main(sys.argv[1:]))"
)
HOLDER = (
    "import os, subprocess, sys; holder, kept = os.pipe(); leash, *command = sys.argv[1:];"
    "leashed = [sys.executable, leash, str(holder), '--', *command];"
    f"child = subprocess.Popen(leashed, pass_fds=[holder], start_new_session=True); {SLEEP}"
)


@pytest.fixture
def pipe() -> Iterator[list[int]]:
    """The read and the write end of the holder's pipe; a test that closes one takes it out of the list."""
    ends = list(os.pipe())
    yield ends
    for end in ends:
        os.close(end)


def run(holder: int, *command: str) -> "subprocess.CompletedProcess[str]":
    """The finished leash of a command that ends by itself."""
    return subprocess.run(
        [*PYTHON, LEASH, str(holder), "--", *command],
        pass_fds=[holder],
        timeout=10,
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,
    )


def started(*command: str, holder: int | None = None) -> "subprocess.Popen[str]":
    """A running process whose innermost command has said that it is ready."""
    process = subprocess.Popen(
        command,
        pass_fds=[] if holder is None else [holder],
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


@pytest.mark.parametrize("code", [0, 7])
def test_the_exit_code_of_the_command_is_passed_on(pipe: list[int], code: int) -> None:
    assert run(pipe[0], *PYTHON, "-c", f"raise SystemExit({code})").returncode == code


def test_a_command_ended_by_a_signal_gives_128_and_its_number(pipe: list[int]) -> None:
    suicide = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
    assert run(pipe[0], *PYTHON, "-c", suicide).returncode == 128 + signal.SIGKILL


def test_a_command_that_is_not_there_gives_127_and_says_so(pipe: list[int]) -> None:
    done = run(pipe[0], "no-such-program")
    assert done.returncode == 127
    assert "no-such-program does not start" in done.stderr


def test_a_wrong_call_explains_itself() -> None:
    done = subprocess.run([*PYTHON, LEASH, "x"], timeout=10, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("usage:")


def test_kill_9_of_the_holder_ends_the_command_and_what_it_started() -> None:
    with started(*PYTHON, "-c", HOLDER, str(LEASH), *PYTHON, "-c", FAMILY) as holder:
        holder.kill()
        rest, _ = holder.communicate(timeout=5)  # comes to its end only when nobody is left to write
        assert rest == ""


def test_a_command_that_ignores_the_request_to_end_is_killed_after_the_grace(pipe: list[int]) -> None:
    hurried = (*PYTHON, "-c", HURRIED, str(LEASH.parent))
    with started(*hurried, str(pipe[0]), "--", *PYTHON, "-c", STUBBORN, holder=pipe[0]) as leash:
        os.close(pipe.pop())
        leash.communicate(timeout=5)


def test_the_group_ends_on_term_while_the_holder_lives(pipe: list[int]) -> None:
    with started(*PYTHON, str(LEASH), str(pipe[0]), "--", *PYTHON, "-c", FAMILY, holder=pipe[0]) as leash:
        os.killpg(leash.pid, signal.SIGTERM)
        leash.communicate(timeout=5)
    assert leash.returncode == 128 + signal.SIGTERM
