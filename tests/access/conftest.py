"""The cast with a third district, every project filled with rows of each kind, and clients per role."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.conf import settings as django_settings
from django.core.cache import cache
from django.db import transaction
from django.test import Client, override_settings

from mixen.accounts.audit import record
from mixen.accounts.models import AccessNotice, AuditEvent
from mixen.accounts.notices import tell
from projects.actions import add_team_member
from projects.models import District, Role
from tests.access.expected import ROLES
from tests.access.world import MARKS, Filled, fill, reference
from tests.access.world_papers import small_pdf
from tests.conftest import NOW, Cast, _project, _user, build_cast


@dataclass
class World:
    """Three filled projects, and who plays which role towards ``own``."""

    cast: Cast
    own: Filled
    noord: Filled
    zuid: Filled
    roles: dict[str, Any]

    @property
    def foreign(self) -> list[Filled]:
        return [self.noord, self.zuid]


@pytest.fixture(scope="module")
def filled_world(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[World, Path]]:
    """The world, built once for a module of tests inside a transaction that is never committed; and its files."""
    media = tmp_path_factory.mktemp("media")
    hashers = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with django_db_blocker.unblock(), transaction.atomic():
        with time_machine.travel(NOW, tick=False), override_settings(MEDIA_ROOT=media, PASSWORD_HASHERS=hashers):
            built = build_world(build_cast())
        yield built, media
        transaction.set_rollback(True)


@pytest.fixture
def world(
    filled_world: tuple[World, Path], db: None, clock: time_machine.Traveller, quiet_places: None, settings: Any
) -> World:
    """Nieuw-West, Noord and Zuid, each with a row of every kind under its own mark; as new for every test.

    ``db`` takes back what a test changes; what stands around it is pytest-django's promise to leave standing.
    """
    built, settings.MEDIA_ROOT = filled_world
    cache.clear()
    return built


def build_world(cast: Cast) -> World:
    """The world around ``cast``."""
    reference()
    zuid = _project("Zuid 2027", District.objects.get(slug="zuid"), cast.coordinator)
    zuid_ambassador = _user("zuid-ambassador")
    add_team_member(project=zuid, user=zuid_ambassador, role=Role.AMBASSADOR, by=cast.coordinator)
    for user, slug in ((cast.foreign_ambassador, "noord"), (zuid_ambassador, "zuid")):
        user.name = f"{MARKS[slug]} ambassadeur"
        user.save()
    record(by=zuid_ambassador, kind=AuditEvent.Kind.READ, about=zuid, detail=MARKS["zuid"])
    tell(zuid_ambassador, AccessNotice.What.ADDED)
    roles = {role: getattr(cast, role) for role in ROLES if role not in {"anonymous", "nobody"}}
    return World(
        cast=cast,
        own=fill(cast.project, ambassador=cast.ambassador, by=cast.coordinator),
        noord=fill(cast.foreign, ambassador=cast.foreign_ambassador, by=cast.coordinator),
        zuid=fill(zuid, ambassador=zuid_ambassador, by=cast.coordinator),
        roles={"anonymous": None, "nobody": _user("nobody"), **roles},
    )


@pytest.fixture
def visitor(as_user: Callable[[Any], Client]) -> Callable[[Any], Callable[..., Any]]:
    """``visitor(user)`` answers a function that asks one page as ``user``, each time with the cookies of log-in."""

    known: dict[Any, Callable[..., Any]] = {}

    def logged_in(user: Any) -> Callable[..., Any]:
        if user not in known:
            known[user] = asker(user)
        return known[user]

    def asker(user: Any) -> Callable[..., Any]:
        client = as_user(user)
        client.raise_request_exception = False
        cookies = {key: morsel.value for key, morsel in client.cookies.items()}

        def ask(method: str, path: str, data: Any = None, **headers: str) -> Any:
            client.cookies = SimpleCookie(cookies)
            return getattr(client, method.lower())(path, data, headers=headers or None)

        return ask

    return logged_in


@pytest.fixture
def no_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who may have a PDF is asked here, not what is on it: laying out pages takes seconds."""
    monkeypatch.setattr("mixen.pdf.render", lambda *_args, **_kwargs: small_pdf("leeg"))


@pytest.fixture(autouse=True)
def no_second_factor(settings: Any) -> None:
    """The demo's way of logging in; the second factor has tests of its own."""
    assert not django_settings.PRODUCTION
    settings.SECOND_FACTOR_REQUIRED = False


@pytest.fixture(autouse=True)
def quiet_refusals() -> Iterator[None]:
    """Thousands of expected refusals are not told one by one; an error still is."""
    logger = logging.getLogger("django.request")
    before = logger.level
    logger.setLevel(logging.ERROR)
    yield
    logger.setLevel(before)
