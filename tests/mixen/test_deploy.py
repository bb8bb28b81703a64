"""What stands in deploy/ is right in its parts: names, commands, packages, volumes, and what is not written down."""

import configparser
import re
import shlex
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

import bootstrap
from mixen import settings as read_settings
from mixen.uploads import MOST_BYTES
from tests.architecture.checkers import ROOT
from tests.mixen.command_lines import COMPOSE, fault_of
from tests.mixen.test_environment import said_by_settings

DEPLOY = ROOT / "deploy"
CONTAINERFILE = (DEPLOY / "Containerfile").read_text()
CADDYFILE = (DEPLOY / "Caddyfile").read_text()
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
OPERATIONS = (ROOT / "docs" / "operations.md").read_text()
OF_THE_PROXY = {"MIXEN_HOST", "MIXEN_UPSTREAM"}
OF_GUNICORN = {"WEB_BIND", "WEB_WORKERS", "WEB_THREADS"}
OF_DEVELOPMENT = {"DEBUG", "SECOND_FACTOR_REQUIRED", "PORT", "SMS_URL"}
OF_THE_IMAGE = {"MIXEN_REVISION"}


def example(name: str = "mixen.env.example") -> dict[str, str]:
    """The variables of an example, those that keep their default included."""
    found = re.findall(r"^#?([A-Z][A-Z0-9_]+)=(.*)$", (DEPLOY / name).read_text(), re.MULTILINE)
    assert len(dict(found)) == len(found), "a variable stands there twice"
    return dict(found)


def unit(path: Path) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str  # type: ignore[assignment]
    parser.read(path)
    return parser


def commands() -> dict[str, list[str]]:
    """Every command line of ours in deploy/, by where it stands; without the folder of the environment."""
    found = {path.name: shlex.split(unit(path)["Service"]["ExecStart"]) for path in UNITS}
    for name, service in COMPOSE["services"].items():
        if "build" in service and "command" in service:
            found[f"compose {name}"] = service["command"]
    found["Containerfile"] = yaml.safe_load(re.findall(r"^CMD (\[.*\])$", CONTAINERFILE, re.MULTILINE)[0])
    return {where: [line[0].rpartition("/")[2], *line[1:]] for where, line in found.items()}


# The environment ----------------------------------------------------------------------------------------------------
def test_the_example_has_every_variable_that_is_read_and_no_other() -> None:
    assert set(example()) == (read_settings.env.read - OF_DEVELOPMENT) | OF_GUNICORN
    assert set(example("proxy.env.example")) == OF_THE_PROXY


def test_the_readme_tells_of_every_variable_and_no_other() -> None:
    deploy = (ROOT / "README.md").read_text().partition("\n## Deploy\n")[2].partition("\n## ")[0]
    cells = re.findall(r"^\| (`.*?) \|", deploy, re.MULTILINE)
    told = {name for cell in cells for name in re.findall(r"`([A-Z][A-Z0-9_]+)`", cell)}
    assert told == read_settings.env.read | OF_GUNICORN | OF_THE_PROXY | OF_THE_IMAGE


def test_an_example_that_is_filled_in_starts(tmp_path: Path) -> None:
    from mixen.backup.sealing import new_key

    variables = {name: value.strip('"') for name, value in example().items() if not _is_left_out(name)}
    variables |= {"SECRET_KEY": "s" * 60, "BACKUP_KEY": new_key(), "VAR_DIR": str(tmp_path)}
    assert said_by_settings(variables) == ""


def _is_left_out(name: str) -> bool:
    return f"\n#{name}=" in (DEPLOY / "mixen.env.example").read_text()


def test_no_example_holds_a_secret() -> None:
    for name in ("SECRET_KEY", "BACKUP_KEY", "METRICS_TOKEN", "EMAIL_KEY", "S3_SECRET_KEY", "SMS_KEY"):
        assert example()[name] == ""
    assert example("postgres.env.example")["POSTGRES_PASSWORD"] == ""


def test_who_needs_no_secret_gets_none() -> None:
    """The proxy stands in the world, and the database and the queue only serve; the rest is ours, and needs all."""
    given = {name: service.get("env_file") for name, service in COMPOSE["services"].items()}
    others = {"caddy": "proxy.env", "postgres": "postgres.env", "redis": None}
    assert given == {**dict.fromkeys(given, "mixen.env"), **others}
    assert "EnvironmentFile=/etc/mixen/proxy.env" in OPERATIONS
    assert "EnvironmentFile=/etc/mixen/mixen.env\n" not in OPERATIONS
    assert "deploy/*.env" in (ROOT / ".gitignore").read_text().split()


# Commands -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("where", commands())
def test_a_command_is_one_that_its_program_takes(where: str) -> None:
    fault = fault_of(commands()[where])
    assert not fault, f"{where}: {fault}"


@pytest.mark.parametrize(
    "wrong",
    ["celery --app mixen worker --pol solo", "celery --app mixen bet", "python manage.py bakcup /x",
     "python manage.py backup", "gunicorn --confg deploy/gunicorn.conf.py", "gunicorn --config deploy/nothing.py"],
)  # fmt: skip
def test_a_wrong_command_is_seen(wrong: str) -> None:
    assert fault_of(shlex.split(wrong))


@pytest.mark.parametrize(
    ("how", "order"),
    [
        ("With containers", ["run --rm backup", "git pull", "build --build-arg REVISION=", "run --rm migrate", "up "]),
        ("Without containers", ["mixen backup ", "git pull", "pip install", "mixen migrate", "systemctl restart"]),
    ],
)
def test_an_update_makes_its_copy_before_there_is_new_code(how: str, order: list[str]) -> None:
    """A copy says of which commit it is, and only the code of that commit puts it back."""
    update = OPERATIONS.partition("\n## Update\n")[2].partition("\n## ")[0]
    block = update.partition(how)[2].split("```")[1]
    places = [block.index(line) for line in order]
    assert places == sorted(places)


# Containers ---------------------------------------------------------------------------------------------------------
def test_the_image_has_the_packages_that_running_needs() -> None:
    listed = re.findall(r"--no-install-recommends \\\n(.*?) && rm", CONTAINERFILE, re.DOTALL)[0]
    assert listed.replace("\\", " ").split() == bootstrap.running_packages()


def test_the_image_runs_as_nobody_and_looks_after_itself() -> None:
    assert re.search(r"^USER mixen$", CONTAINERFILE, re.MULTILINE)
    assert CONTAINERFILE.rindex("USER mixen") > CONTAINERFILE.rindex("\nRUN ")
    assert (ROOT / re.findall(r'CMD \["python", "(.*?)"\]', CONTAINERFILE)[0]).is_file()
    for name in ("VAR_DIR", "MEDIA_ROOT"):
        assert re.search(rf"{name}=/data/", CONTAINERFILE), "what must stay lies on the volume"


def test_collecting_in_the_image_needs_no_secret_and_is_complete(tmp_path: Path) -> None:
    run = re.findall(r"^RUN (MIXEN_ENV=.*?) \\\n    python manage\.py collectstatic", CONTAINERFILE, re.DOTALL | re.M)[
        0
    ]
    variables = dict(word.split("=", 1) for word in shlex.split(run.replace("\\\n", " ")))
    assert said_by_settings({**variables, "VAR_DIR": str(tmp_path)}) == ""


def test_nothing_secret_or_personal_goes_into_the_image() -> None:
    ignored = (ROOT / ".containerignore").read_text().split()
    assert {".git", "var", "media", "deploy/*.env"} <= set(ignored)


def test_services_and_volumes_fit_together() -> None:
    services, volumes = COMPOSE["services"], set(COMPOSE["volumes"])
    used = set()
    for name, service in services.items():
        for mount in service.get("volumes", []):
            source = mount.partition(":")[0]
            if source.startswith("./"):
                assert (DEPLOY / source).is_file(), f"{name} mounts {source}"
            else:
                used.add(source)
        assert set(service.get("depends_on", ())) <= set(services)
        for one in {service.get("env_file")} - {None}:
            assert (DEPLOY / f"{one}.example").is_file()
    assert used == volumes


def test_the_log_of_the_database_has_no_rows() -> None:
    """A refused row is in the detail of an error, and in the statement that PostgreSQL writes below it."""
    asked = {"log_min_error_statement=panic", "log_error_verbosity=terse"}
    assert asked <= set(COMPOSE["services"]["postgres"]["command"])
    told = re.findall(r"ALTER SYSTEM SET (\w+) = '(\w+)'", (ROOT / "docs" / "operations.md").read_text())
    assert {f"{name}={value}" for name, value in told} == asked


def test_the_addresses_of_the_example_are_services() -> None:
    assert re.search(r"@(\w+):", example()["DATABASE_URL"]).group(1) in COMPOSE["services"]
    assert re.search(r"//(\w+):", example()["REDIS_URL"]).group(1) in COMPOSE["services"]
    host, port = example("proxy.env.example")["MIXEN_UPSTREAM"].split(":")
    assert host in COMPOSE["services"]
    assert f"WEB_BIND=0.0.0.0:{port}" in CONTAINERFILE
    user, database = example("postgres.env.example")["POSTGRES_USER"], example("postgres.env.example")["POSTGRES_DB"]
    assert example()["DATABASE_URL"].startswith(f"postgres://{user}:")
    assert example()["DATABASE_URL"].endswith(f"/{database}")


def test_only_the_proxy_can_be_reached_from_outside() -> None:
    """The web process can be reached from the machine itself: a monitor asks what the proxy shows to nobody."""
    ports = {name: service["ports"] for name, service in COMPOSE["services"].items() if "ports" in service}
    assert set(ports) == {"caddy", "web"}
    port = example("proxy.env.example")["MIXEN_UPSTREAM"].partition(":")[2]
    assert ports["web"] == [f"127.0.0.1:{port}:{port}"]
    for page in ("readyz", "metrics"):
        assert re.search(rf"^curl .*http://127\.0\.0\.1:{port}/{page}/$", OPERATIONS, re.MULTILINE)


def test_our_containers_can_write_their_data_and_nothing_else() -> None:
    ours = {name: service for name, service in COMPOSE["services"].items() if "build" in service}
    assert set(ours) == {"web", "worker", "beat", "migrate", "backup"}
    for service in ours.values():
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert "data:/data" in service["volumes"]


class Answers(BaseHTTPRequestHandler):
    """A web process that answers with the status its server has."""

    def do_GET(self) -> None:
        right = self.path == "/readyz/web/" and self.headers["Host"] == "mixen.example.org"
        self.send_response(self.server.status if right else 400)  # type: ignore[attr-defined]
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def web() -> Iterator[HTTPServer]:
    with HTTPServer(("127.0.0.1", 0), Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def test_the_health_check_says_what_the_page_says(web: HTTPServer) -> None:
    def outcome(port: int) -> int:
        variables = {"WEB_BIND": f"0.0.0.0:{port}", "ALLOWED_HOSTS": "mixen.example.org,ander.example.org"}
        command = [sys.executable, "-I", "-S", str(DEPLOY / "healthy.py")]
        return subprocess.run(command, env=variables, timeout=30).returncode

    for web.status, code in ((200, 0), (503, 1)):  # type: ignore[attr-defined]
        assert outcome(web.server_port) == code
    assert outcome(1) == 1


# systemd ------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.stem)
def test_a_unit_is_closed_in(path: Path) -> None:
    service = unit(path)["Service"]
    assert service["User"] == "mixen"
    assert service["EnvironmentFile"] == "/etc/mixen/mixen.env"
    assert service["ExecStart"].startswith("/opt/mixen/.venv/bin/")
    for name in ("NoNewPrivileges", "PrivateTmp", "PrivateDevices", "ProtectHome", "LockPersonality"):
        assert service[name] == "true"
    assert (service["ProtectSystem"], service["CapabilityBoundingSet"], service["UMask"]) == ("strict", "", "0077")


def test_every_timer_has_its_unit_and_the_processes_are_the_three() -> None:
    names = {path.stem for path in UNITS}
    assert names == {"mixen-web", "mixen-worker", "mixen-beat", "mixen-backup"}
    assert {path.stem for path in (DEPLOY / "systemd").glob("*.timer")} == {"mixen-backup"}


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")
def test_systemd_finds_nothing_wrong_with_them(tmp_path: Path) -> None:
    for path in (DEPLOY / "systemd").iterdir():
        text = re.sub(r"/opt/mixen/\.venv/bin/\S+", sys.executable, path.read_text())
        (tmp_path / path.name).write_text(text)
    files = sorted(str(path) for path in tmp_path.iterdir())
    done = subprocess.run(["systemd-analyze", "verify", *files], capture_output=True, text=True, timeout=60)
    ours = [line for line in done.stderr.splitlines() if "mixen" in line]
    assert (done.returncode, ours) == (0, [])


# The proxy ----------------------------------------------------------------------------------------------------------
def test_no_address_is_written_down() -> None:
    """Some are a key. There is no log of requests, and what goes wrong is logged without the request."""
    logs = re.findall(r"^\t*log\b.*$", CADDYFILE, re.MULTILINE)
    assert [line.split() for line in logs] == [["log", "default", "{"]]
    assert re.search(r"fields \{\s+request delete\s+\}", CADDYFILE)


def test_what_is_for_machines_is_not_for_the_world() -> None:
    assert re.search(r"@inside path /metrics/\* /readyz/\*\s+respond @inside 404", CADDYFILE)


def test_the_proxy_takes_what_the_site_takes_and_names_what_the_example_has() -> None:
    limit = int(re.findall(r"max_size (\d+)MB", CADDYFILE)[0])
    assert MOST_BYTES < limit * 1000 * 1000 < 10 * MOST_BYTES
    assert set(re.findall(r"\{\$(\w+)", CADDYFILE)) == OF_THE_PROXY
    assert CADDYFILE.count("{") == CADDYFILE.count("}")
