"""What the targets of the Makefile do: from a bare machine to a running site, and the checks and tests.

Standard library only, and written so that Python 3.8 can still read it, because an old Python has to be able to say
that a newer one is needed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from ctypes import CDLL
from ctypes.util import find_library
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
UNFINISHED = VENV / "unfinished"  # there from before the first change to the environment until after the last
OLDEST_PYTHON = (3, 11)
OTHER_PYTHONS = ("python3.11", "python3.12", "python3.13", "python3.14")
PYTHON_TOO_OLD = """Mixen in Mokum needs 3.11 or newer, and there is none on PATH.
  Debian 12 or newer, Ubuntu:  sudo apt-get install python3 python3-venv
  Ubuntu 22.04:                sudo apt-get install python3.11 python3.11-venv
  Fedora:                      sudo dnf install python3
  macOS:                       brew install python"""
DEFAULT_PORT = 8000
OURS = ("mixen", "projects", "participants", "matching", "excursions", "audits", "deploy", "bootstrap.py")
NOT_ASKED = 75  # of audits/dependencies.py: nobody could be asked, which is no pass
TOO_LONG = 124  # a step that was ended because its time was over, as timeout(1) says it
GRACE_SECONDS = 60.0  # in which a step that is ended may put away what it started
FAULTS_SECONDS = 15 * 60.0
RUN, DEVELOPMENT = "requirements.txt", "requirements-dev.txt"
CLEANED = (
    *(".venv", "var", "media", "staticfiles", ".coverage", ".coverage.*"),
    *(".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis"),
)


class Stop(Exception):
    """The start cannot go on; the text tells a person what to do."""


def say(text: str) -> None:
    """Print at once, so that the text comes before the output of the command it announces."""
    print(text, flush=True)


# What must be on the machine, outside Python ------------------------------------------------------------------------
INSTALLERS = (
    "  Debian, Ubuntu:  sudo apt-get install",
    "  Fedora:          sudo dnf install",
    "  macOS:           brew install",
)
CHROME_NAMES = ("chromium", "chromium-browser", "google-chrome", "Google Chrome", "Chromium")
CHROME_FOLDERS = ("Applications/*.app/Contents/MacOS",)
POSTGRES_FOLDERS = ("usr/lib/postgresql/*/bin", "opt/homebrew/opt/postgresql*/bin")


class Need(NamedTuple):
    """Something the machine must have: what for, how to see it, and what brings it on each of INSTALLERS."""

    name: str
    purpose: str
    found: Callable[[], bool]
    packages: tuple[str, str, str]

    @property
    def debian(self) -> list[str]:
        """Its packages on Debian and Ubuntu, the systems on which they can be installed unasked."""
        return self.packages[0].split()


def has_library(*names: str) -> bool:
    """Whether every one of the shared libraries, named without ``lib`` and version, can be loaded."""
    return all(can_load(f"lib{name}.so.0") or can_load(find_library(name)) for name in names)


def can_load(name: str | None) -> bool:
    """Whether this shared library is there and can be loaded."""
    if not name:
        return False
    try:
        CDLL(name)
    except OSError:
        return False
    return True


def has_program(*names: str, folders: Sequence[str] = ()) -> bool:
    """Whether one of the programs is on PATH, or in one of the folders (patterns) where systems hide it."""
    return any(
        shutil.which(name) or any(any(Path("/").glob(f"{folder}/{name}")) for folder in folders) for name in names
    )


VENV_NEED = Need(
    name="Python's venv",
    purpose="the environment the site runs in",
    found=lambda: all(importlib.util.find_spec(module) for module in ("venv", "ensurepip")),
    packages=("python{}.{}-venv".format(*sys.version_info[:2]), "python3", "python"),
)
PANGO_NEED = Need(
    name="Pango",
    purpose="making PDF files",
    found=lambda: has_library("pango-1.0", "pangoft2-1.0", "harfbuzz-subset"),
    packages=("libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0", "pango harfbuzz", "pango"),
)
COPIES_NEED = Need(
    name="PostgreSQL's own tools",
    purpose="copies of the database",
    found=lambda: has_program("pg_dump", folders=POSTGRES_FOLDERS),
    packages=("postgresql-client", "postgresql", "libpq"),
)
TEST_NEEDS = (
    Need(
        name="Chromium",
        purpose="the tests in a browser",
        found=lambda: has_program(*CHROME_NAMES, folders=CHROME_FOLDERS),
        packages=("chromium", "chromium", "google-chrome"),
    ),
    Need(
        name="PostgreSQL",
        purpose="the tests on the database of production",
        found=lambda: has_program("initdb", folders=POSTGRES_FOLDERS),
        packages=("postgresql", "postgresql-server", "postgresql"),
    ),
    Need(
        name="Redis",
        purpose="the tests on the queue of production",
        found=lambda: has_program("redis-server", "valkey-server"),
        packages=("redis-server", "valkey-compat-redis", "redis"),
    ),
    Need(
        name="Poppler",
        purpose="the tests that look into a PDF",
        found=lambda: has_program("pdftotext"),
        packages=("poppler-utils", "poppler-utils", "poppler"),
    ),
)


def missing(needs: Sequence[Need]) -> list[Need]:
    """The needs this machine does not meet."""
    return [need for need in needs if not need.found()]


def install_lines(needs: Sequence[Need]) -> list[str]:
    """The line that installs the needs, for each system."""
    return [
        f"{installer} {' '.join(need.packages[system] for need in needs)}"
        for system, installer in enumerate(INSTALLERS)
    ]


def system_packages() -> list[str]:
    """Every Debian package for running, checking and testing; the one place that names them."""
    needs = [package for need in (PANGO_NEED, *TEST_NEEDS) for package in need.debian]
    return ["make", "python3", "python3-venv", *needs]


def running_packages() -> list[str]:
    """The Debian packages that a machine of production needs beside Python; deploy/Containerfile has the same ones."""
    return [*PANGO_NEED.debian, *COPIES_NEED.debian]


def provide(needs: Sequence[Need]) -> list[Need]:
    """Install what is missing where that can be done unasked; gives what stays missing."""
    lacking = missing(needs)
    if lacking and may_install():
        say(f"Installing {' and '.join(need.name for need in lacking)} with apt-get.")
        apt_get([package for need in lacking for package in need.debian])
        lacking = missing(needs)
    return lacking


def may_install() -> bool:
    """Whether this is root on Debian or Ubuntu."""
    return os.geteuid() == 0 and Path("/etc/debian_version").exists() and bool(shutil.which("apt-get"))


def apt_get(packages: Sequence[str]) -> None:
    """Install Debian packages without asking; shows what apt-get wrote only when it fails, and then goes on."""
    apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=60"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in ([*apt, "update"], [*apt, "install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        if done.returncode:
            say(f"This failed: {' '.join(command)}\n{done.stdout.decode(errors='replace')}")


def describe(lacking: Sequence[Need]) -> str:
    """What is missing, what for, and how to install it."""
    what = [f"Missing: {need.name}, needed for {need.purpose}." for need in lacking]
    return "\n".join([*what, "This line installs it:", *install_lines(lacking)])


def provide_or_warn(needs: Sequence[Need], consequence: str) -> None:
    """Provide the needs; when some stay missing say so, with what that means, and go on."""
    lacking = provide(needs)
    if lacking:
        say(f"{describe(lacking)}\nGoing on: {consequence}")


# Python and its packages --------------------------------------------------------------------------------------------
def use_new_enough_python() -> None:
    """Go on in a Python that is new enough: this one, or another one in place of it. Stop when there is none."""
    if sys.version_info[:2] >= OLDEST_PYTHON:
        return
    for name in OTHER_PYTHONS:
        path = shutil.which(name)
        if path and output_of([path, "-c", f"import sys; print(sys.version_info[:2] >= {OLDEST_PYTHON})"]) == "True":
            os.execv(path, [path, *sys.argv])
    raise Stop("This Python is {}.{}. {}".format(*sys.version_info[:2], PYTHON_TOO_OLD))


def output_of(command: Sequence[str]) -> str:
    """What the command prints; nothing when it fails or is not there."""
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    except OSError:
        return ""
    return done.stdout.decode().strip() if done.returncode == 0 else ""


def environment_version() -> str:
    """The Python of the environment; nothing when it is not there, is damaged, or has no pip (any more)."""
    return output_of([str(VENV_PYTHON), "-I", "-c", "import pip, sys; print(sys.version)"])


def fingerprint(requirements: Path, version: str) -> str:
    """What the stamp holds after these requirements were installed with this Python."""
    return hashlib.sha256(requirements.read_bytes() + version.encode()).hexdigest()


def ensure_environment(requirements: str) -> None:
    """Make ``.venv`` hold exactly what the requirements file names; does nothing when its stamp says it does.

    What was interrupted is done again from the beginning. Stop when pip fails.
    """
    stamp = VENV / f"{requirements}.installed"
    version = "" if UNFINISHED.exists() else environment_version()
    if version and stamp.exists() and stamp.read_text() == fingerprint(ROOT / requirements, version):
        return
    if not version:
        create_environment()
    UNFINISHED.touch()
    say(f"Installing the Python packages of {requirements}; the first time this takes about a minute.")
    install = ["-I", "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
    must([str(VENV_PYTHON), *install, "--require-hashes", "-r", str(ROOT / requirements)], "pip")
    stamp.write_text(fingerprint(ROOT / requirements, environment_version()))
    UNFINISHED.unlink()


def create_environment() -> None:
    """Make a new, empty environment in the place of what is there; leaves the mark of unfinished work standing."""
    lacking = provide([VENV_NEED])
    if lacking:
        raise Stop(describe(lacking))
    say("Making the environment .venv.")
    VENV.mkdir(exist_ok=True)
    UNFINISHED.touch()
    for entry in VENV.iterdir():
        if entry != UNFINISHED:
            remove(entry)
    must([sys.executable, "-m", "venv", str(VENV)], "venv")


def must(command: Sequence[str], name: str, environment: dict[str, str] | None = None) -> None:
    """Run the command in the repository; Stop when it fails (what it printed has been seen)."""
    code = subprocess.run(command, cwd=ROOT, env=environment).returncode
    if code:
        raise Stop(f"This step failed: {name} (exit code {code}). The next start begins again where that is needed.")


def remove(path: Path) -> None:
    """Remove a file, a link (not what it points at) or a folder with all it holds."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


# The steps of checking and testing ----------------------------------------------------------------------------------
class Step(NamedTuple):
    """One command, run with the environment's Python (``python -m``), and what it sees besides our own variables."""

    name: str
    arguments: Sequence[str]
    variables: dict[str, str] | None = None
    most_seconds: float | None = None


def run_step(step: Step) -> int:
    """Run one step, and give its exit code; TOO_LONG when it was not done within its time, and was ended."""
    with subprocess.Popen(
        [str(VENV_PYTHON), *step.arguments], cwd=ROOT, env={**os.environ, **(step.variables or {})}
    ) as process:
        try:
            return process.wait(step.most_seconds)
        except subprocess.TimeoutExpired:
            say(f"\n{step.name}: not done within {spoken(step.most_seconds or 0)}, so it is ended here.")
            say("A test hangs, or this machine is too slow or too busy. The lines above tell how far it came.")
            process.send_signal(signal.SIGINT)  # as Ctrl-C does: what it started is put away, and its table printed
            try:
                process.wait(GRACE_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
            return TOO_LONG
        except BaseException:
            process.kill()
            raise


def spoken(seconds: float) -> str:
    """A time as people say it."""
    return f"{seconds / 60:.0f} minutes" if seconds >= 120 else f"{seconds:.0f} seconds"


def run_steps(steps: Sequence[Step]) -> int:
    """Run every step, also after one has failed, and end with a table; 1 when any failed."""
    table: list[tuple[str, int, float]] = []
    for step in steps:
        say(f"--- {step.name}")
        began = time.monotonic()
        code = run_step(step)
        table.append((step.name, code, time.monotonic() - began))
    say("\n" + summary(table))
    return int(any(code and not (code == NOT_ASKED and may_stay_unasked()) for _, code, _ in table))


def may_stay_unasked() -> bool:
    """Whether a check that could ask nobody is let through; not where ``AUDIT_REQUIRED`` is set."""
    return not os.environ.get("AUDIT_REQUIRED")


def summary(table: Sequence[tuple[str, int, float]]) -> str:
    """One line a step: its name, how it ended, how long it took."""
    width = max(len(name) for name, _, _ in table)
    return "\n".join(f"{name:<{width}}  {outcome(code):<22} {seconds:6.1f} s" for name, code, seconds in table)


def outcome(code: int) -> str:
    """How a step ended, as the table says it."""
    if code == NOT_ASKED:
        return "NOT ASKED (no answer)"
    if code == TOO_LONG:
        return "FAILED (took too long)"
    return "passed" if code == 0 else f"FAILED (exit code {code})"


def check_steps(scratch: str) -> list[Step]:
    """What ``make check`` runs; ``scratch`` is a temporary folder, so that no check touches anybody's data."""
    development = {"VAR_DIR": scratch}
    return [
        Step("ruff check", ["-m", "ruff", "check", "."]),
        Step("ruff format", ["-m", "ruff", "format", "--check", "."]),
        Step("mypy", ["-m", "mypy", "."]),
        Step("bandit", ["-m", "bandit", "--quiet", "--configfile", "pyproject.toml", "--recursive", *OURS]),
        Step("known holes", ["-m", "audits.dependencies"]),
        Step("djlint", ["-m", "djlint", "templates", "--lint", "--quiet"]),
        Step("migrations", ["manage.py", "makemigrations", "--check", "--dry-run"], development),
        Step("deploy", ["manage.py", "check", "--deploy", "--fail-level", "WARNING"], production_variables(scratch)),
    ]


def production_variables(scratch: str) -> dict[str, str]:
    """An environment such as production has, with a secret of its own and nothing real in it."""
    return {
        "MIXEN_ENV": "production",
        "DEBUG": "false",
        "SECRET_KEY": secrets.token_urlsafe(60)[:60],
        "ALLOWED_HOSTS": "example.org",
        "SITE_URL": "https://example.org",
        "DATABASE_URL": f"sqlite:///{scratch}/check.sqlite3",
        "REDIS_URL": "redis://127.0.0.1:6379/0",
        "EMAIL_URL": "smtp://127.0.0.1:25",
        "DEFAULT_FROM_EMAIL": "mixen@example.org",
        "VAR_DIR": scratch,
    }


# The verbs ----------------------------------------------------------------------------------------------------------
def run_site() -> int:
    """install what is missing, fill the database with demo data, start the site (PORT=8000)"""
    port = chosen_port(os.environ.get("PORT") or str(DEFAULT_PORT))
    if os.environ.get("MIXEN_ENV", "development") != "development":
        raise Stop("`make run` is for a try-out: its log-ins are public. See README.md, 'Deploy', for production.")
    use_new_enough_python()
    provide_or_warn([PANGO_NEED], "everything works except PDF files.")
    ensure_environment(RUN)
    environment = run_variables(port)
    manage = [str(VENV_PYTHON), "manage.py"]
    say("Preparing the database.")
    # `make check` does the system checks; here they would cost every start a second
    must([*manage, "migrate", "--verbosity", "0", "--skip-checks"], "migrate", environment)
    must([*manage, "demo", "--skip-checks"], "demo", environment)
    os.chdir(ROOT)
    os.execve(manage[0], [*manage, "start", "--port", str(port)], environment)


def run_variables(port: int) -> dict[str, str]:
    """What the site sees: our variables, the port, and on macOS the folder in which Homebrew keeps Pango."""
    variables = {**os.environ, "PORT": str(port)}
    brew = shutil.which("brew") if sys.platform == "darwin" else None
    if brew:
        variables.setdefault("DYLD_FALLBACK_LIBRARY_PATH", str(Path(brew).parent.parent / "lib"))
    return variables


def chosen_port(text: str) -> int:
    """The port as a number; Stop when it is none, or another program listens there."""
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise Stop(f"PORT={text} is not a port: give a number from 1 to 65535, as in PORT=8001 make run.")
    port = int(text)
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError as error:
        raise Stop(
            f"Port {port} cannot be used: {os.strerror(error.errno or 0)}. Perhaps the site runs already: http://127.0.0.1:{port}/\n"
            f"Stop what uses the port, or choose another one: PORT={port + 1 if port < 65535 else port - 1} make run"
        ) from error
    return port


WORKERS = min(4, max(2, os.cpu_count() or 2))
PYTEST = ["-m", "pytest", "-n", str(WORKERS), "--dist", "loadfile"]


def test_steps(*options: str) -> list[Step]:
    """What ``make test`` runs, each with pytest's ``options``.

    The browser's tests have processes of their own: Playwright leaves its loop running in the process it was used in.
    """
    return [
        Step("tests", [*PYTEST, "-m", "not postgres and not browser and not upgrade", *options]),
        Step("tests in a browser", [*PYTEST, "-m", "browser", *options]),
        Step("tests on PostgreSQL", [*PYTEST, "-m", "postgres", *options], {"MIXEN_TEST_DATABASE": "postgres"}),
    ]


def run_tests() -> int:
    """all tests: on SQLite, in a browser, and on PostgreSQL"""
    prepare_tests()
    return run_steps(test_steps())


def run_coverage() -> int:
    """all tests, and which lines they reach (half as slow again)"""
    prepare_tests()
    report = Step("lines reached", ["-m", "coverage", "report", "--skip-covered"])
    return run_steps([*test_steps("--cov", "--cov-append", "--cov-report="), report])


def prepare_tests() -> None:
    """Everything the tests need, where it can be had."""
    use_new_enough_python()
    provide_or_warn([PANGO_NEED, *TEST_NEEDS], "the tests that need this are skipped, each by name.")
    ensure_environment(DEVELOPMENT)


def run_upgrade() -> int:
    """the database of the first release becomes today's, on SQLite and PostgreSQL (minutes)"""
    prepare_tests()
    return run_steps([Step("upgrade", ["-m", "pytest", "-m", "upgrade", "tests/upgrade"])])


def run_checks() -> int:
    """style, types, known holes, templates, migrations and the settings of production"""
    use_new_enough_python()
    ensure_environment(DEVELOPMENT)
    with tempfile.TemporaryDirectory() as scratch:
        return run_steps(check_steps(scratch))


def run_faults() -> int:
    """kill -9 everything in the middle of everything, within 15 minutes; a table says what was lost and doubled"""
    prepare_tests()
    everything = {"MIXEN_TEST_DATABASE": "postgres", "MIXEN_FAULTS": "1", "MIXEN_FULL_LOAD": "1"}
    arguments = ["-m", "pytest", "-q", "-m", "faults", "-p", "tests.faults.table", "-p", "no:cacheprovider"]
    return run_steps([Step("faults", arguments, everything, FAULTS_SECONDS)])


FUZZ_REQUESTS = {"PostgreSQL": "20000", "SQLite": "4000"}


def run_fuzz() -> int:
    """send 24,000 requests of all kinds to every address as everybody; none may end in an error of ours"""
    prepare_tests()
    steps = []
    for database, requests in FUZZ_REQUESTS.items():
        variables = {"MIXEN_FUZZ": os.environ.get("MIXEN_FUZZ") or requests}
        if database == "PostgreSQL":
            variables["MIXEN_TEST_DATABASE"] = "postgres"
        arguments = ["-m", "pytest", "-n", str(WORKERS), "--dist", "load", "-q", "tests/access/fuzz"]
        steps.append(Step(f"fuzz on {database}", arguments, variables))
    return run_steps(steps)


def run_benchmarks() -> int:
    """measure speed beside its yardsticks"""
    if not (ROOT / "benchmarks").is_dir():
        say("There are no benchmarks here.")
        return 0
    use_new_enough_python()
    ensure_environment(DEVELOPMENT)
    return subprocess.run([str(VENV_PYTHON), "-m", "benchmarks"], cwd=ROOT).returncode


def clean() -> int:
    """remove the environment, all data of this folder (var, media) and the caches"""
    caches = [path for path in ROOT.rglob("__pycache__") if VENV not in path.parents]
    for path in [*(path for pattern in CLEANED for path in ROOT.glob(pattern)), *caches]:
        say(f"Removing {path.relative_to(ROOT)}")
        remove(path)
    return 0


def print_system_packages() -> int:
    """(for pipelines) the Debian packages for everything, one a line"""
    say("\n".join(system_packages()))
    return 0


def print_help() -> int:
    """show this list"""
    say("Mixen in Mokum. `make <target>`:\n")
    for verb, action in VERBS.items():
        if verb != "system-packages":
            say(f"  {verb:<8} {action.__doc__}")
    say("\nPORT=8001 make run chooses the port, PYTHON=python3.12 make run the Python.")
    return 0


VERBS: dict[str, Callable[[], int]] = {
    "run": run_site,
    "test": run_tests,
    "coverage": run_coverage,
    "check": run_checks,
    "upgrade": run_upgrade,
    "faults": run_faults,
    "fuzz": run_fuzz,
    "bench": run_benchmarks,
    "clean": clean,
    "system-packages": print_system_packages,
    "help": print_help,
}


def main(arguments: Sequence[str]) -> int:
    """Do one verb and give the exit code."""
    verb = arguments[0] if len(arguments) == 1 else "help"
    if verb not in VERBS:
        say(f"There is no {verb!r}. Known: {', '.join(VERBS)}.")
        return 2
    try:
        return VERBS[verb]()
    except Stop as stop:
        say(f"\n{stop}")
        return 1
    except KeyboardInterrupt:
        say("\nInterrupted. What was half done is done again at the next start.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
