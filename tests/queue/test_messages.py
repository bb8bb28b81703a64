"""Many messages to participants, and a worker, a queue or a mail server that goes down in the middle.

None is lost, and none comes twice beyond the one that was in flight.
"""

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.mailserver import MailServer, mail_server
from tests.queue.house import House
from tests.servers import Redis, redis_program

PEOPLE = 40
LONG_AGO = "2026-01-01 12:00:00"
EVERYBODY = {f"gast{number}@example.org" for number in range(PEOPLE)}


@pytest.fixture
def post() -> Iterator[MailServer]:
    with mail_server() as server:
        yield server


@pytest.fixture
def redis() -> Iterator[Redis]:
    program = redis_program()
    assert program is not None
    server = Redis(program)
    server.start()
    yield server
    server.remove()


@pytest.fixture(scope="module")
def told(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in which forty messages wait to be sent."""
    folder = tmp_path_factory.mktemp("told")
    shutil.copy(migrated, folder / "house.sqlite3")
    made = House(folder, DJANGO_SETTINGS_MODULE="tests.queue.day_and_night", MAIL_PORT="1")
    assert made.stage("many_messages", PEOPLE) == PEOPLE
    return made.database


def settle(told: Path, folder: Path, post: MailServer, **variables: str) -> House:
    shutil.copy(told, folder / "house.sqlite3")
    settings = {"DJANGO_SETTINGS_MODULE": "tests.queue.day_and_night", "MAIL_PORT": str(post.port)}
    return House(folder, **settings, **variables)


@pytest.fixture(params=["files", pytest.param("redis", marks=pytest.mark.redis)])
def busy_house(request: Any, told: Path, tmp_path: Path, post: MailServer) -> Iterator[House]:
    """A house on the queue in files, or on Redis, with mail that takes its time."""
    variables = {}
    if request.param == "redis":
        variables["CELERY_BROKER_URL"] = request.getfixturevalue("redis").url
    made = settle(told, tmp_path, post, **variables)
    post.pause = 0.03
    yield made
    made.end_all()


def test_a_worker_that_is_killed_loses_none_and_sends_one_twice_at_most(busy_house: House, post: MailServer) -> None:
    busy_house.stage("send")
    worker = busy_house.start_worker()
    post.wait_for(PEOPLE // 4)
    worker.kill()
    worker.wait(timeout=10)
    sent = PEOPLE - busy_house.messages_left()
    assert PEOPLE // 4 - 1 <= sent < PEOPLE

    busy_house.start_worker()
    busy_house.stage("send")
    busy_house.wait_until(lambda: busy_house.messages_left() <= 1)  # all but the one it held
    busy_house.sql("UPDATE participants_message SET claimed_at = ? WHERE sent_at IS NULL", LONG_AGO)
    busy_house.stage("send")
    busy_house.wait_until(lambda: busy_house.messages_left() == 0)

    times = Counter(address for address, _text in post.taken)
    assert set(times) == EVERYBODY
    assert sum(times.values()) <= PEOPLE + 1


@pytest.mark.redis
def test_a_redis_that_is_emptied_and_killed_loses_and_doubles_none(
    told: Path, tmp_path: Path, post: MailServer, redis: Redis
) -> None:
    house = settle(told, tmp_path, post, CELERY_BROKER_URL=redis.url)
    try:
        house.stage("send")
        assert redis.ask("FLUSHALL") == "+OK"  # what was asked is gone, before anybody saw it
        worker = house.start_worker()
        post.pause = 0.03
        house.stage("send")
        post.wait_for(PEOPLE // 4)
        assert redis.ask("FLUSHALL") == "+OK"  # and in the middle
        redis.kill()
        house.stage("send")  # nobody takes it, and nobody who asks is held up
        redis.start()
        house.wait_until(lambda: house.messages_left() == 0)
        assert Counter(address for address, _text in post.taken) == Counter(EVERYBODY)

        house.sql("UPDATE participants_message SET sent_at = NULL, claimed_at = NULL WHERE id % 10 = 0")
        house.stage("send")  # the same worker hears it through the new Redis
        house.wait_until(lambda: house.messages_left() == 0)
        assert worker.poll() is None
    finally:
        house.end_all()
