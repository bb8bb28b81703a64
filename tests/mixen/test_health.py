"""What the pages for machines say when a part is not there, and what they never say."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from mixen import health, metrics
from mixen.models import Heartbeat
from mixen.outbox import Outgoing
from mixen.tasks import beat_heart
from participants.models import CopyMail, Message
from tests.conftest import NOW, Cast

TOKEN = "een-woord-dat-niemand-raadt"
GOOD = {"database": "ok", "migrations": "ok", "queue": "ok", "brakes": "ok", "beat": "ok", "files": "ok"}


@pytest.fixture(autouse=True)
def anew() -> None:
    for answer in (health.web, health.everything):
        answer.forget()


def ready(address: str = "/readyz/") -> tuple[int, dict[str, str]]:
    answer = Client().get(address)
    return answer.status_code, answer.json()


def test_all_is_well(db: None) -> None:
    beat_heart()
    assert ready() == (200, GOOD)
    assert not default_storage.listdir("health")[1], "nothing is left of trying"


def test_beat_that_says_nothing_for_five_minutes_is_gone(db: None, clock: Any) -> None:
    assert ready()[0] == 503
    beat_heart()
    health.everything.forget()
    assert ready() == (200, GOOD)
    clock.shift(timedelta(minutes=5, seconds=1))
    health.everything.forget()
    status, said = ready()
    assert status == 503
    assert [part for part, state in said.items() if state != "ok"] == ["beat"]
    assert ready("/readyz/web/")[0] == 200, "pages work without beat"


@pytest.mark.parametrize(
    ("broken", "part"),
    [
        ("django.db.backends.utils.CursorWrapper.execute", "database"),
        ("mixen.health.MigrationExecutor.migration_plan", "migrations"),
        ("mixen.health._writable", "queue"),
        ("django.core.cache.backends.locmem.LocMemCache.set", "brakes"),
        ("django.core.files.storage.FileSystemStorage.save", "files"),
    ],
)
def test_a_part_that_is_gone_is_named_and_nothing_else_of_it(
    db: None, monkeypatch: pytest.MonkeyPatch, broken: str, part: str
) -> None:
    def gone(*_: Any, **__: Any) -> None:
        raise OperationalError("connection to server at 10.0.0.5, user mixen, password geheim failed")

    beat_heart()
    with monkeypatch.context() as for_a_moment:
        for_a_moment.setattr(broken, gone)
        status, found = ready()
    assert (status, found[part]) == (503, "OperationalError")
    assert "geheim" not in str(found)


def test_migrations_that_wait_are_counted(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mixen.health.MigrationExecutor.migration_plan", lambda *_: [1, 2])
    assert health.look(health.WEB) == {"database": "ok", "migrations": "2 not applied"}
    assert ready("/readyz/web/") == (503, {"database": "ok", "migrations": "2 not applied"})


def test_asking_often_looks_once_in_ten_seconds(db: None, django_assert_num_queries: Any) -> None:
    ready()
    with django_assert_num_queries(0):
        for _time in range(20):
            ready()


def figures(settings: Any) -> dict[str, float]:
    settings.METRICS_TOKEN = TOKEN
    answer = Client().get("/metrics/", headers={"authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 200
    rows = re.findall(r"^(\w+(?:\{[^}]*\})?) (\S+)$", answer.content.decode(), re.MULTILINE)
    return {name: float(value) for name, value in rows}


def test_figures_are_for_who_knows_the_word(db: None, settings: Any) -> None:
    for known, given in (("", "Bearer "), ("", ""), (TOKEN, ""), (TOKEN, "Bearer x"), (TOKEN, TOKEN)):
        settings.METRICS_TOKEN = known
        assert Client().get("/metrics/", headers={"authorization": given}).status_code == 404
    assert figures(settings)


def test_what_waits_and_since_when(cast: Cast, settings: Any) -> None:
    project = cast.project
    for minutes, fields in ((90, {}), (10, {}), (-60, {}), (500, {"sent_at": NOW}), (500, {"given_up": "x"})):
        Message.objects.create(
            participant=cast.ans, kind="proef", about=str(minutes) + str(fields),
            send_at=NOW - timedelta(minutes=minutes), failures=1 if fields.get("given_up") else 0, **fields,
        )  # fmt: skip
    CopyMail.objects.create(participant=cast.willem)
    found = figures(settings)
    label = 'kind="participants.message"'
    assert found[f"mixen_outgoing_waiting{{{label}}}"] == 2
    assert found[f"mixen_outgoing_oldest_seconds{{{label}}}"] == 90 * 60
    assert found[f"mixen_outgoing_given_up{{{label}}}"] == 1
    assert found['mixen_outgoing_oldest_seconds{kind="participants.copymail"}'] == 14 * 3600, "since midnight"
    assert found['mixen_outgoing_oldest_seconds{kind="projects.teaminvitation"}'] == 0
    assert project.name not in str(found)


def test_every_kind_says_since_when_it_waits(cast: Cast) -> None:
    kinds = metrics.kinds_of_outgoing()
    assert len(kinds) >= 9
    for kind in kinds:
        assert issubclass(kind, Outgoing)
        assert kind.waiting(timezone.now()).count() == 0
        list(kind._default_manager.values_list(kind.waits_since))


def test_requests_are_counted_by_address_and_signs_of_life_by_age(cast: Cast, settings: Any, clock: Any) -> None:
    name = 'mixen_requests_total{method="GET",status="404",view="participants:personal"}'
    before = figures(settings).get(name, 0)
    for _time in range(3):
        Client().get("/mijn/12-abcdef/")
    beat_heart()
    clock.shift(30)
    found = figures(settings)
    assert found[name] == before + 3
    assert found['mixen_heartbeat_age_seconds{of="queue"}'] == 30
    assert 'mixen_heartbeat_age_seconds{of="backup"}' not in found
    Heartbeat.note(Heartbeat.BACKUP)
    assert figures(settings)['mixen_heartbeat_age_seconds{of="backup"}'] == 0
    assert found['mixen_well{part="database"}'] == 1


def test_queries_stay_the_same_however_much_waits(cast: Cast, django_assert_num_queries: Any) -> None:
    def look() -> None:
        list(metrics.outgoing())

    with django_assert_num_queries(3 * len(metrics.kinds_of_outgoing())):
        look()
    for number in range(20):
        Message.objects.create(participant=cast.ans, kind="proef", about=str(number), send_at=NOW)
    with django_assert_num_queries(3 * len(metrics.kinds_of_outgoing())):
        look()
