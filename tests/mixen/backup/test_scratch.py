"""The plain copy of the database goes, also of a backup or a restore that was killed; never under one that runs."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from mixen.backup import scratch
from mixen.backup.scratch import MOST_SECONDS, sweep
from mixen.tasks import sweep_scratch
from tests.architecture.checkers import ROOT

AT_WORK = """
import sys
from mixen.backup.scratch import scratch
with scratch("restore-") as folder:
    (folder / "database").write_text("alles, leesbaar")
    print(folder, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def var(tmp_path: Path, settings: Any) -> Path:
    settings.VAR_DIR = tmp_path
    return tmp_path


@pytest.fixture
def at_work(var: Path) -> Iterator[Callable[[], "subprocess.Popen[str]"]]:
    """Starts a process that has a plain copy open; what is left of it ends with the test."""
    started = []

    def start() -> "subprocess.Popen[str]":
        variables = {**os.environ, "VAR_DIR": str(var), "DJANGO_SETTINGS_MODULE": "mixen.settings"}
        process = subprocess.Popen(
            [sys.executable, "-c", AT_WORK], cwd=ROOT, env=variables, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        started.append(process)
        assert process.stdout
        assert process.stdout.readline().startswith(str(var))
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def left(var: Path) -> list[str]:
    return [path.name for path in var.iterdir() if path.name.startswith(("copy-", "restore-"))]


def test_of_who_was_killed_it_goes_and_of_who_works_it_stays(var: Path, at_work: Callable[[], Any]) -> None:
    process = at_work()
    assert sweep() == []
    (folder,) = left(var)
    assert (var / folder).stat().st_mode & 0o777 == 0o700
    process.send_signal(signal.SIGKILL)
    process.wait(timeout=20)
    assert (var / folder / "database").exists(), "nothing but a sweep removes it"
    assert sweep() == [folder]
    assert left(var) == []


def test_what_an_older_release_left_goes_at_night(var: Path) -> None:
    (var / "copy-abc").mkdir()
    (var / "copy-abc" / "database").write_text("alles")
    (var / "keys").mkdir()
    (var / "copy-of-a-letter.txt").write_text("is geen map")
    assert sweep_scratch() == 1
    assert sorted(path.name for path in var.iterdir()) == ["copy-of-a-letter.txt", "keys"]


def test_one_that_is_swept_before_it_was_locked_is_made_anew(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between making a folder and locking it somebody may sweep."""
    first = iter([True])
    is_free = scratch._is_free

    def slow(lock: int, *, wait: bool = False) -> bool | None:
        if wait and next(first, False):
            assert len(sweep()) == 1
        return is_free(lock, wait=wait)

    monkeypatch.setattr(scratch, "_is_free", slow)
    with scratch.scratch("copy-") as folder:
        assert folder.is_dir()
        assert sweep() == []
    assert left(var) == []


def test_on_a_disk_without_locks_it_goes_after_a_day(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scratch, "_is_free", lambda lock, *, wait=False: None)
    for name, age in (("copy-young", MOST_SECONDS - 60), ("copy-old", MOST_SECONDS + 60)):
        (var / name).mkdir()
        os.utime(var / name, (time.time() - age,) * 2)
    assert sweep() == ["copy-old"]


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_both_commands_begin_with_it(var: Path, settings: Any, command: str) -> None:
    """Also when they go no further."""
    from django.core.management import CommandError, call_command

    settings.BACKUP_KEYS = [b"x" * 32]
    (var / "copy-abc").mkdir()
    with pytest.raises(CommandError):
        call_command(command, str(var / "nowhere" / "x"))
    assert left(var) == []
