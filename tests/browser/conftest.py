"""The application as a person meets it: web server, worker and beat with the demo, and Chromium in front of it."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.made import MANAGE, ROOT, copy_of, made_once
from tests.servers import chromium, free_port

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
START_WITHIN = 90
DATABASE = "site.sqlite3"
YEAR = date.today().year


class Site:
    """A running application with what was made in it, in a folder and on a port of its own."""

    def __init__(self, folder: Path, made: Path) -> None:
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.environment = {
            **os.environ,
            "VAR_DIR": str(folder / "var"),
            "MEDIA_ROOT": str(folder / "media"),
            "DATABASE_URL": f"sqlite:///{folder / DATABASE}",
            "PORT": str(self.port),
            "DJANGO_SETTINGS_MODULE": "mixen.settings",
        }
        self.told = folder / "told.txt"  # what the processes print
        copy_of(made, folder, DATABASE)
        self.start()

    def start(self) -> None:
        """Start web, worker and clock, and wait until the first page answers."""
        with self.told.open("ab") as told:
            self.process = subprocess.Popen(
                [*MANAGE, "start", "--port", str(self.port)], cwd=ROOT, env=self.environment, stdout=told, stderr=told
            )
        _wait_for(f"{self.address}/healthz/", self.process)

    def kill(self) -> None:
        """kill -9, as when somebody trips over the cable; all of it is gone within seconds."""
        self.process.kill()
        self.process.wait(timeout=20)
        for _attempt in range(100):
            try:
                with urlopen(f"{self.address}/healthz/", timeout=1):
                    time.sleep(0.1)
            except (URLError, ConnectionError, TimeoutError):
                return
        raise RuntimeError("the application still answers after kill -9")

    def stop(self) -> None:
        """End it as Ctrl-C does; RuntimeError, with its last words, when it had ended by itself."""
        if self.process.poll() is not None:
            raise RuntimeError(f"the application ended during the tests: {self.told.read_text()[-4000:]}")
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=40)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo as it was made; what a test starts gets a copy."""
    return made_once(tmp_path_factory, "demo", ["demo"])


@pytest.fixture(scope="session")
def site(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the running application with the demo in it; everything ends with the session."""
    running = Site(tmp_path_factory.mktemp("site"), demo)
    try:
        yield running.address
    finally:
        running.stop()


def _wait_for(address: str, process: "subprocess.Popen[bytes]") -> None:
    for _attempt in range(START_WITHIN * 5):
        if process.poll() is not None:
            raise RuntimeError(f"the application ended with {process.returncode}")
        try:
            with urlopen(address, timeout=2):
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise RuntimeError(f"the application did not answer within {START_WITHIN} s")


@pytest.fixture(scope="session")
def chrome() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def enter(chrome: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """Log in as somebody through the form, on a screen of a given size; errors on the page fail the test."""
    contexts = []
    problems: list[str] = []

    def log_in(who: str, width: int = 1366, height: int = 860, address: str = site) -> Page:
        context = chrome.new_context(viewport={"width": width, "height": height}, base_url=address, locale="nl-NL")
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda line: problems.append(line.text) if "Content Security" in line.text else None)
        page.on("response", lambda answer: problems.append(answer.url) if answer.status >= 500 else None)
        page.goto("/")
        page.get_by_label("E-mailadres").fill(f"{who}@example.org")
        page.locator("#id_password").fill("mokum-demo")
        page.get_by_role("button", name="Inloggen").click()
        page.get_by_role("button", name="Uitloggen").wait_for()
        return page

    yield log_in
    for context in contexts:
        context.close()
    assert not problems
