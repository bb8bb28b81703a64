"""What `make` does before there is anything of ours to run: what is missing, what is installed, what is repeated."""

import ast
import re
import socket
import sys
import time
from collections.abc import Iterator, Sequence
from importlib.metadata import distributions
from pathlib import Path

import pytest

import bootstrap
from bootstrap import Need, Step, Stop

PRESENT = Need("Present", "nothing", lambda: True, ("present", "present", "present"))
ABSENT = Need("Absent", "everything", lambda: False, ("absent-debian absent-more", "absent-fedora", "absent-brew"))


class Environment:
    """A pretended `.venv` in a temporary repository; notes what would have been done to it."""

    def __init__(self, root: Path, patch: pytest.MonkeyPatch) -> None:
        self.done: list[str] = []
        self.version = ""
        self.interrupt = False
        self.requirements = root / bootstrap.RUN
        self.requirements.write_text("django==5.2\n")
        patch.setattr(bootstrap, "ROOT", root)
        patch.setattr(bootstrap, "VENV", root / ".venv")
        patch.setattr(bootstrap, "UNFINISHED", root / ".venv" / "unfinished")
        patch.setattr(bootstrap, "must", self.must)
        patch.setattr(bootstrap, "environment_version", lambda: self.version)

    def must(self, command: Sequence[str], name: str) -> None:
        self.done.append(name)
        if self.interrupt and name == "pip":
            raise KeyboardInterrupt
        self.version = self.version or "3.11.2"

    def ensure(self) -> list[str]:
        """What one start does to it."""
        self.done = []
        bootstrap.ensure_environment(bootstrap.RUN)
        return self.done


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Environment:
    return Environment(tmp_path, monkeypatch)


def test_an_old_python_can_read_it() -> None:
    source = Path(bootstrap.__file__).read_text()
    ast.parse(source, feature_version=(3, 8))
    assert "from __future__ import annotations" in source


def test_only_what_is_missing_is_named_with_a_line_for_each_system() -> None:
    assert bootstrap.missing([PRESENT, ABSENT]) == [ABSENT]
    assert bootstrap.install_lines([ABSENT, PRESENT]) == [
        "  Debian, Ubuntu:  sudo apt-get install absent-debian absent-more present",
        "  Fedora:          sudo dnf install absent-fedora present",
        "  macOS:           brew install absent-brew present",
    ]
    text = bootstrap.describe([ABSENT])
    assert "Missing: Absent, needed for everything." in text
    assert "sudo apt-get install absent-debian absent-more" in text


@pytest.mark.parametrize(("allowed", "installed"), [(True, [["absent-debian", "absent-more"]]), (False, [])])
def test_packages_are_installed_only_where_that_may_be_done_unasked(
    monkeypatch: pytest.MonkeyPatch, allowed: bool, installed: list[list[str]]
) -> None:
    calls: list[list[str]] = []
    monkeypatch.setattr(bootstrap, "may_install", lambda: allowed)
    monkeypatch.setattr(bootstrap, "apt_get", calls.append)
    assert bootstrap.provide([PRESENT, ABSENT]) == [ABSENT]
    assert calls == installed


def test_nothing_is_installed_when_nothing_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "apt_get", pytest.fail)
    assert bootstrap.provide([PRESENT]) == []


def test_a_missing_need_that_can_wait_only_warns(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "may_install", lambda: False)
    bootstrap.provide_or_warn([ABSENT], "no PDF files.")
    assert "Going on: no PDF files." in capsys.readouterr().out


def test_the_debian_packages_are_named_once_and_whole() -> None:
    packages = bootstrap.system_packages()
    assert {"make", "python3-venv", "libpango-1.0-0", "chromium", "postgresql", "redis-server"} <= set(packages)
    assert len(packages) == len(set(packages))


@pytest.mark.parametrize("mark", ["", "browser", "postgres", "redis"])
def test_every_kind_of_test_is_run_in_one_step(mark: str) -> None:
    """The expression of each step, as pytest reads it, with this mark set."""
    marks = {name: name == mark for name in ("browser", "postgres", "redis", "upgrade")}
    chosen = [list(step.arguments) for step in bootstrap.test_steps()]
    expressions = [arguments[len(arguments) - 1 - arguments[::-1].index("-m") + 1] for arguments in chosen]
    assert [eval(expression, {}, dict(marks)) for expression in expressions].count(True) == 1


def test_a_second_start_installs_nothing(environment: Environment) -> None:
    assert environment.ensure() == ["venv", "pip"]
    assert environment.ensure() == []


def test_other_requirements_are_installed_into_the_same_environment(environment: Environment) -> None:
    environment.ensure()
    environment.requirements.write_text("django==5.2.1\n")
    assert environment.ensure() == ["pip"]
    assert environment.ensure() == []


def test_an_interrupted_install_is_repeated_from_the_beginning(environment: Environment) -> None:
    environment.interrupt = True
    with pytest.raises(KeyboardInterrupt):
        environment.ensure()
    (bootstrap.VENV / "half-a-package").mkdir()
    environment.interrupt = False
    assert environment.ensure() == ["venv", "pip"]
    assert not (bootstrap.VENV / "half-a-package").exists()
    assert environment.ensure() == []


def test_an_environment_whose_python_has_gone_is_made_again(environment: Environment) -> None:
    environment.ensure()
    environment.version = ""
    assert environment.ensure() == ["venv", "pip"]


def test_another_python_in_the_environment_gets_the_packages_again(environment: Environment) -> None:
    environment.ensure()
    environment.version = "3.12.1"
    assert environment.ensure() == ["pip"]


@pytest.mark.parametrize("text", ["abc", "0", "65536", "-1", "80.5"])
def test_a_port_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(Stop, match="is not a port"):
        bootstrap.chosen_port(text)


def test_a_taken_port_is_refused_with_another_one_to_take() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(Stop, match=rf"Port {port} cannot be used: .*\n.*PORT=\d+ make run"):
            bootstrap.chosen_port(str(port))
    assert bootstrap.chosen_port(str(port)) == port


def test_the_try_out_is_refused_in_production(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MIXEN_ENV", "production")
    monkeypatch.setenv("PORT", "")
    monkeypatch.setattr(bootstrap, "chosen_port", int)
    with pytest.raises(Stop, match="try-out"):
        bootstrap.run_site()


def test_every_step_runs_and_one_failure_fails_the_whole(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(bootstrap, "VENV_PYTHON", Path(sys.executable))
    touch = f"import os; open(os.path.join({str(tmp_path)!r}, os.environ['NAME']), 'w').close()"
    steps = [Step("bad", ["-c", "raise SystemExit(3)"]), Step("good", ["-c", touch], {"NAME": "ran"})]
    assert bootstrap.run_steps(steps) == 1
    assert (tmp_path / "ran").exists()
    table = capsys.readouterr().out
    assert "bad   FAILED (exit code 3)" in table
    assert "good  passed" in table
    assert bootstrap.run_steps(steps[1:]) == 0


PUTS_AWAY = """
import sys, time
try:
    time.sleep(60)
except KeyboardInterrupt:
    print("put away", flush=True)
"""
DOES_NOT_LISTEN = """
import signal, time
signal.signal(signal.SIGINT, signal.SIG_IGN)
time.sleep(60)
"""


@pytest.mark.parametrize(("script", "puts_away"), [(PUTS_AWAY, True), (DOES_NOT_LISTEN, False)])
def test_a_step_that_takes_too_long_is_ended_and_named(
    script: str, puts_away: bool, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """First asked, so that it can put away what it started, then killed; the steps after it run."""
    monkeypatch.setattr(bootstrap, "VENV_PYTHON", Path(sys.executable))
    monkeypatch.setattr(bootstrap, "GRACE_SECONDS", 1.0)
    began = time.monotonic()
    steps = [Step("hangs", ["-c", script], most_seconds=2), Step("good", ["-c", "print('ran')"], most_seconds=60)]
    assert bootstrap.run_steps(steps) == 1
    assert time.monotonic() - began < 30
    said = capfd.readouterr().out
    assert "hangs: not done within 2 seconds" in said
    assert ("put away" in said) is puts_away
    assert re.search(r"^hangs +FAILED \(took too long\)", said, re.MULTILINE)
    assert re.search(r"^good +passed", said, re.MULTILINE)


def test_faults_have_a_quarter_of_an_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[Step] = []
    monkeypatch.setattr(bootstrap, "prepare_tests", lambda: None)
    monkeypatch.setattr(bootstrap, "run_steps", lambda steps: given.extend(steps) or 0)
    assert bootstrap.main(["faults"]) == 0
    assert [step.most_seconds for step in given] == [15 * 60]


def test_the_deploy_check_has_a_secret_of_its_own_each_time(tmp_path: Path) -> None:
    first, second = (bootstrap.production_variables(str(tmp_path)) for _ in range(2))
    assert len(first["SECRET_KEY"]) == 60
    assert first["SECRET_KEY"] != second["SECRET_KEY"]


def test_clean_removes_what_is_made_and_nothing_a_link_points_at(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    root, elsewhere = tmp_path / "repository", tmp_path / "elsewhere"
    for folder in (".venv/bin", "app/__pycache__", "var"):
        (root / folder).mkdir(parents=True)
    elsewhere.mkdir()
    (root / "media").symlink_to(elsewhere)
    (root / "app" / "models.py").touch()
    monkeypatch.setattr(bootstrap, "ROOT", root)
    monkeypatch.setattr(bootstrap, "VENV", root / ".venv")
    assert bootstrap.clean() == 0
    assert [path.name for path in root.rglob("*")] == ["app", "models.py"]
    assert elsewhere.is_dir()
    assert "Removing var" in capsys.readouterr().out


def asked_extras() -> Iterator[tuple[str, str]]:
    """``(package, extra)`` for each extra that something installed here asks of another package."""
    for package in distributions():
        for line in package.requires or []:
            asked = re.match(r"([\w.-]+)\[([\w,. -]+)\]", line)
            if asked and "extra ==" not in line:
                yield from ((asked[1].lower().replace("_", "-"), extra.strip()) for extra in asked[2].split(","))


def without_its_extra(lock: str) -> list[str]:
    """What is pinned without an extra that is asked of it: pip then looks past the pin for a newer one, and stops."""
    pinned = {name: extras or "" for name, extras in re.findall(r"^([\w.-]+)(\[[\w,]+\])?==", lock, re.MULTILINE)}
    return [f"{name}[{extra}]" for name, extra in asked_extras() if name in pinned and extra not in pinned[name]]


@pytest.mark.parametrize("name", [bootstrap.RUN, bootstrap.DEVELOPMENT])
def test_the_lock_pins_what_is_asked_with_its_extras(name: str) -> None:
    lock = (Path(bootstrap.__file__).parent / name).read_text()
    assert without_its_extra(lock) == []
    assert "fonttools[woff]" in without_its_extra(lock.replace("fonttools[woff]==", "fonttools=="))
