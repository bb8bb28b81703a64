"""One cast of people for all tests: two districts, their projects, their teams and a handful of participants.

Everything happens on Friday 12 March 2027 at 14.00 in Amsterdam, the afternoon of Nieuw-West's mix meeting.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from hypothesis import Phase, settings

from tests.kept import Kept
from tests.servers import chromium, redis_program

NOW = datetime.fromisoformat("2027-03-12T14:00:00+01:00")
PASSWORD = "een-lang-wachtwoord"
MISSING = {
    "postgres": "apt-get install postgresql (Fedora: dnf install postgresql-server; macOS: brew install postgresql)",
    "redis": "apt-get install redis-server (Fedora: dnf install valkey-compat-redis; macOS: brew install redis)",
    "browser": "apt-get install chromium (Fedora: dnf install chromium; macOS: brew install --cask chromium)",
}

if os.environ.get("CI"):
    # The same examples every time, and what fails is shown as it was found: making it smaller can take many minutes.
    settings.register_profile("pipeline", settings.get_profile("ci"), phases=(Phase.explicit, Phase.generate))
    settings.load_profile("pipeline")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip by name what cannot run here; in CI, fail instead."""
    missing = {
        "postgres": os.environ.get("MIXEN_TEST_DATABASE") != "postgres",
        "redis": redis_program() is None,
        "browser": chromium() is None,
    }
    for item in items:
        for marker, absent in missing.items():
            if absent and item.get_closest_marker(marker):
                reason = f"{marker} is missing: {MISSING[marker]}"
                item.add_marker(_fails(reason) if os.environ.get("CI") else pytest.mark.skip(reason=reason))


def _fails(reason: str) -> Any:
    return pytest.mark.usefixtures("missing_server") if reason else None


@pytest.fixture
def missing_server() -> None:
    pytest.fail("CI has to run this test: install what it needs (tests/conftest.py, MISSING)")


@pytest.fixture
def noted(record_property: Callable[[str, Any], None]) -> Callable[..., None]:
    """Notes a row for the table of ``make faults``, and refuses that anything was lost or doubled.

    A ``control`` shows that the fault can happen: there something must be lost or doubled.
    """

    def note(
        fault: str,
        *,
        sent: int,
        lost: int = 0,
        doubled: int = 0,
        killed: str = "",
        times: int = 0,
        control: bool = False,
    ) -> None:
        facts = {
            "fault": fault,
            "killed": killed,
            "times": times or "",
            "sent": sent,
            "lost": lost,
            "doubled": doubled,
        }
        record_property("fault", {**facts, "control": control})
        assert bool(lost or doubled) is control, facts

    return note


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """The clock stands still at NOW; ``clock.shift`` and ``clock.move_to`` turn it."""
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture(autouse=True)
def quiet_places(settings: Any, tmp_path: Path) -> None:
    """Files and mail of a test go to its own folder; passwords are hashed fast."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.EMAIL_FILE_PATH = str(tmp_path / "mail")
    settings.SMS_FILE_PATH = str(tmp_path / "sms")
    settings.ERASURE_LIST = tmp_path / "erasures.jsonl"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.CELERY_TASK_ALWAYS_EAGER = False
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@dataclass
class Cast:
    """Who and what the tests are about. ``people`` are participants by first name, lower case."""

    coordinator: Any
    leader: Any
    ambassador: Any
    colleague: Any
    official: Any
    foreign_official: Any
    foreign_ambassador: Any
    project: Any
    foreign: Any
    people: dict[str, Any] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        try:
            return self.__dict__["people"][name]
        except KeyError as error:
            raise AttributeError(name) from error


@pytest.fixture
def cast(db: None, clock: time_machine.Traveller) -> Cast:
    """Nieuw-West 2027 with eight people who signed up, and Noord 2027 next to it."""
    given: Cast = kept_cast.again()
    return given


def build_cast() -> Cast:
    """The cast, built through the actions themselves."""
    from projects.models import District, DistrictOfficial, Role

    coordinator = _user("coordinator", is_coordinator=True)
    nieuw_west, noord = District.objects.get(slug="nieuw-west"), District.objects.get(slug="noord")
    project = _project("Nieuw-West 2027", nieuw_west, coordinator)
    foreign = _project("Noord 2027", noord, coordinator)
    cast = Cast(
        coordinator=coordinator,
        leader=_member(project, "leader", Role.PROJECT_LEADER, coordinator),
        ambassador=_member(project, "ambassador", Role.AMBASSADOR, coordinator),
        colleague=_member(project, "colleague", Role.AMBASSADOR, coordinator),
        official=_user("official"),
        foreign_official=_user("foreign-official"),
        foreign_ambassador=_member(foreign, "foreign-ambassador", Role.AMBASSADOR, coordinator),
        project=project,
        foreign=foreign,
    )
    DistrictOfficial.objects.create(user=cast.official, district=nieuw_west)
    DistrictOfficial.objects.create(user=cast.foreign_official, district=noord)
    for name, side, facts, part in PEOPLE:
        cast.people[name.lower()] = signed_up(project, name, side, cast.ambassador, facts, part)
    return cast


kept_cast = Kept(build_cast)

PEOPLE: list[tuple[str, str, dict[str, Any], dict[str, Any]]] = [
    ("Ans", "old", {"gender": "woman", "postcode": "1069 AB"}, {"dayparts": ["sat-1"]}),
    ("Willem", "old", {"gender": "man", "postcode": "1068 CD"}, {"dayparts": ["fri-2"]}),
    ("Corrie", "old", {"gender": "woman", "women_only": True}, {"max_new": 3}),
    ("Joop", "old", {"gender": "man"}, {"max_new": 2}),
    ("Samira", "new", {"gender": "woman", "women_only": True, "own_script_name": "سميرة"}, {"dayparts": ["sat-1"]}),
    ("Tesfay", "new", {"gender": "man", "own_script_name": "ተስፋይ"}, {"dayparts": ["fri-2"]}),
    ("Lale", "new", {"gender": "woman"}, {}),
    ("Oksana", "new", {"gender": "woman", "own_script_name": "Оксана"}, {}),
]


def _user(key: str, **fields: Any) -> Any:
    from mixen.accounts.models import User

    return User.objects.create_user(f"{key}@example.org", PASSWORD, name=key.replace("-", " ").title(), **fields)


def _member(project: Any, key: str, role: Any, by: Any) -> Any:
    from projects.actions import add_team_member

    user = _user(key)
    add_team_member(project=project, user=user, role=role, by=by)
    return user


def _project(name: str, district: Any, by: Any) -> Any:
    """A project whose mix meeting is today, with what the district agreed to pay."""
    from projects.actions import agree_budget, start_project
    from projects.models import Meeting

    today = timezone.localdate()
    days = {
        Meeting.Kind.INFORMATION: today - timedelta(days=14),
        Meeting.Kind.MIX: today,
        Meeting.Kind.CLOSING: today + timedelta(days=92),
    }
    meetings = {}
    for kind, day in days.items():
        begin = timezone.make_aware(datetime(day.year, day.month, day.day, 13, 30))
        meetings[kind] = (begin, begin + timedelta(hours=2))
    project = start_project(
        name=name,
        district=district,
        starts_on=date(2027, 1, 4),
        ends_on=date(2027, 7, 30),
        meetings=meetings,
        by=by,
    )
    amounts = {group.pk: Decimal("1000.00") for group in project.budget_groups.all()}
    agree_budget(project=project, amounts=amounts, by=by)
    return project


def registered(project: Any, name: str, side: str, by: Any, facts: dict[str, Any], part: dict[str, Any]) -> Any:
    """Somebody who showed interest."""
    from participants.actions import register

    person = {"name": f"{name} Proefpersoon", "call_name": name, "phone": "+31612345678", **facts}
    return register(project=project, side=side, person=person, part=part, by=by)


def signed_up(project: Any, name: str, side: str, by: Any, facts: dict[str, Any], part: dict[str, Any]) -> Any:
    """Somebody who signed up for good and is looked after by ``by``."""
    from participants.actions import assign_ambassador, sign_up

    somebody = registered(project, name, side, by, facts, part)
    sign_up(participant=somebody, signed_as=somebody.person.name, by=by)
    assign_ambassador(participant=somebody, ambassador=by, by=by)
    somebody.refresh_from_db()
    return somebody


@pytest.fixture
def as_user() -> Callable[[Any], Client]:
    """A client logged in as somebody."""

    def log_in(user: Any) -> Client:
        client = Client(raise_request_exception=True)
        if user is not None:
            client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return log_in
