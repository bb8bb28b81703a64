"""PostgreSQL and Redis of the faults' own, started once, and a town on a new database for every test."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.faults.town import Town, database, migrated
from tests.mailserver import MailServer, mail_server
from tests.servers import Postgres, Redis, postgres_folder, redis_program

ALL = bool(os.environ.get("MIXEN_FAULTS"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """``make test`` runs the quick ones; ``make faults`` all."""
    here = Path(__file__).parent
    slow = [one for one in items if here in one.path.parents and not (ALL or one.get_closest_marker("quick"))]
    if slow:
        config.hook.pytest_deselected(items=slow)
        items[:] = [one for one in items if one not in slow]


@pytest.fixture(autouse=True)
def quiet_places() -> Any:
    """Nothing of Django is used in the process of these tests."""
    return None


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Postgres]:
    programs = postgres_folder()
    assert programs is not None
    server = Postgres(programs)
    server.start()
    try:
        migrated(server, tmp_path_factory.mktemp("migrated"))
        yield server
    finally:
        server.stop()


@pytest.fixture
def redis() -> Iterator[Redis]:
    program = redis_program()
    assert program is not None
    server = Redis(program)
    server.start()
    yield server
    server.remove()


@pytest.fixture
def post() -> Iterator[MailServer]:
    with mail_server() as server:
        yield server


@pytest.fixture
def town(postgres: Postgres, redis: Redis, post: MailServer, tmp_path: Path) -> Iterator[Town]:
    """Nothing runs yet but the servers."""
    made = Town(tmp_path, postgres, database(postgres, "town"), redis, post.port)
    yield made
    made.end_all()


@pytest.fixture
def amount() -> Callable[[int, int], int]:
    """``amount(few, many)``: few in ``make test``, many in ``make faults``."""
    return lambda few, many: many if ALL else few
