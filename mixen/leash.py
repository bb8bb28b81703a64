"""Runs one command that must not outlive whoever started it, not even when that one is killed with ``kill -9``.

``python mixen/leash.py FD -- command...``: FD is the read end of a pipe whose write end only the holder has. When the
holder ends, in whatever way, the pipe closes and the command's whole process group is ended.

Run it by its path and not with ``-m``: the package imports Celery, which three watchers need not wait for.
"""

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Sequence

GRACE_SECONDS = 10.0
POLL_SECONDS = 0.2
USAGE = "usage: leash.py FD -- command..."


def main(arguments: Sequence[str]) -> int:
    """Run the command and give its exit code: 128 + n when signal n ended it, 127 when it cannot be started.

    Does not return when the holder goes first: then the whole group, this process included, is killed.
    """
    if len(arguments) < 3 or not arguments[0].isdigit() or arguments[1] != "--":
        sys.stderr.write(f"{USAGE}\n")
        return 2
    return run(int(arguments[0]), arguments[2:])


def run(holder: int, command: Sequence[str]) -> int:
    """Run ``command`` in this process's own group for as long as the pipe ``holder`` is open."""
    if os.getpgrp() != os.getpid():
        os.setpgid(0, 0)  # the group that is ended below must hold nobody else
    try:
        child = subprocess.Popen(command)
    except OSError as error:
        sys.stderr.write(f"{command[0]} does not start: {error.strerror}\n")
        return 127
    # Only now, because an ignored signal stays ignored in a child. These are meant for the command: the group gets
    # them, the command ends, and then so does the leash.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    while child.poll() is None:
        if closed_within(holder, POLL_SECONDS):
            end_group(child)
    return child.returncode if child.returncode >= 0 else 128 - child.returncode


def closed_within(holder: int, seconds: float) -> bool:
    """Whether the other end of the pipe is closed; waits at most ``seconds`` for it."""
    readable, _, _ = select.select([holder], [], [], seconds)
    return bool(readable) and not os.read(holder, 1)


def end_group(child: "subprocess.Popen[bytes]") -> None:
    """Ask the group to end, and kill what is left of it (this process too) once the command has, or after a grace."""
    group = os.getpgrp()
    os.killpg(group, signal.SIGTERM)
    deadline = time.monotonic() + GRACE_SECONDS
    while child.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    os.killpg(group, signal.SIGKILL)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
