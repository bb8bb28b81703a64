"""A browser with a profile on disk: starting it, kill -9, and looking for what can be read in its files."""

import base64
import json
import os
import signal
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext

from tests.browser.conftest import FLAGS
from tests.browser.registering import until
from tests.servers import chromium


def on_this_tablet(chrome: Browser, profile: Path) -> BrowserContext:
    return chrome.browser_type.launch_persistent_context(profile, executable_path=chromium(), args=FLAGS)


def end_browser(profile: Path) -> None:
    """kill -9 of the browser that uses this profile, and of nothing else."""
    mine = [
        int(folder.name)
        for folder in Path("/proc").iterdir()
        if folder.name.isdigit() and f"--user-data-dir={profile}".encode() in command_of(folder).split(b"\0")
    ]
    assert mine
    for process in mine:
        os.kill(process, signal.SIGKILL)
    until(lambda: not any(command_of(Path("/proc") / str(process)) for process in mine))


def command_of(folder: Path) -> bytes:
    try:
        return (folder / "cmdline").read_bytes()
    except OSError:
        return b""


def spellings(text: str) -> list[bytes]:
    """How a text may stand in a file: UTF-8, UTF-16, as JSON escapes it, and base64 at each of its three places."""
    plain = text.encode()
    moved = [base64.b64encode(b"." * place + plain)[4 if place else 0 : -4] for place in range(3)]
    return [plain, text.encode("utf-16-le"), json.dumps(text).strip('"').encode(), *moved]


def traces_in(profile: Path, traces: list[bytes]) -> list[tuple[bytes, str]]:
    files = [path for path in profile.rglob("*") if path.is_file() and not path.is_symlink()]
    assert len(files) > 20
    return [(trace, path.name) for path in files for trace in set(traces) if trace in _read(path)]


def _read(path: Path) -> bytes:
    """What is in it; nothing where a browser that runs has just put it away."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
