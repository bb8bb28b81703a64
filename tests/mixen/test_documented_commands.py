"""A command that a page tells somebody to type is one that runs: it exists, and so do its options and its services."""

import shlex
from pathlib import Path

import pytest

from tests.architecture.checkers import ROOT
from tests.mixen.command_lines import fault_of, lines_of

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
COMPOSE = "docker compose --file deploy/compose.yaml"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_command_of_a_page_would_run(path: Path) -> None:
    faults = {" ".join(line): fault_of(line) for line in lines_of(path.read_text())}
    assert {line: fault for line, fault in faults.items() if fault} == {}


def test_the_pages_are_really_read() -> None:
    """What one needs most stands in the page of operations, for a machine with and one without containers."""
    lines = [" ".join(line) for line in lines_of((ROOT / "docs" / "operations.md").read_text())]
    copy = "mixen-20270312-023000.backup"
    for needed in (
        f"{COMPOSE} run --rm backup",
        f"{COMPOSE} run --rm backup python manage.py restore /backups/{copy}",
        f"{COMPOSE} run --rm --no-deps backup python manage.py restore /backups/{copy} --verify",
        f"mixen restore /var/backups/mixen/{copy}",
        f"mixen restore /var/backups/mixen/{copy} --verify",
        f"{COMPOSE} up --detach",
    ):
        assert needed in lines
    assert len(lines) > 40


@pytest.mark.parametrize(
    "wrong",
    [
        "mixen bakcup /var/backups/mixen",
        "mixen backup /var/backups/mixen --kep 3",
        ".venv/bin/python manage.py retention --dri",
        "systemctl restart mixen-webb",
        "docker compose run --rm backup",  # which file?
        "docker compose --file deploy/compose.yml up",
        f"{COMPOSE} run --remove backup",
        f"{COMPOSE} run --rm bakcup",
        f"{COMPOSE} up --detach webb",
        f"{COMPOSE} run --rm web python manage.py migrat",
        f"{COMPOSE} run --rm web python manage.py restore /backups/x --verify",  # only backup has that folder
        f"{COMPOSE} exec caddy cat /backups/x",
    ],
)
def test_a_wrong_command_is_seen(wrong: str) -> None:
    (line,) = lines_of(f"```\n{wrong}\n```")
    assert line == shlex.split(wrong)
    assert fault_of(line)


def test_commands_are_found_between_other_things() -> None:
    page = """What `manage.py bakcup` is: `manage.py backup FOLDER [--keep 3]` (or `mixen migrate`):
```
cd /opt && mixen backup x   # each night
(set -a; . env; .venv/bin/python manage.py \\
    migrate) > log
```
"""
    mention, *lines = lines_of(page)
    assert fault_of(mention) == "there is no bakcup"
    assert [" ".join(line) for line in lines] == [
        "cd /opt", "mixen backup x", "set -a", ". env", ".venv/bin/python manage.py migrate", "log",
        "manage.py backup FOLDER --keep 3", "mixen migrate",
    ]  # fmt: skip
