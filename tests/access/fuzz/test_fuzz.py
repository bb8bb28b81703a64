"""Whatever is sent to whatever address as whoever: no answer is an error of ours. ``make fuzz`` sends them all.

A request that fails is told with its number; ``MIXEN_FUZZ_ONLY=17 make fuzz`` sends it again, with the few before it.
"""

import os
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from participants.actions import open_tablet
from tests.access.conftest import World
from tests.access.fuzz.crawl import ON_END, Found, Site, by_cause, crawl

SLICE = 160
ALL = int(os.environ.get("MIXEN_FUZZ", "0"))
ONLY = os.environ.get("MIXEN_FUZZ_ONLY", "")
PARTS = 20 if ALL and not ONLY else 1
PER_PART = (ALL or SLICE) // PARTS // ON_END * ON_END


@pytest.fixture
def site(world: World, as_user: Callable[[Any], Client], monkeypatch: pytest.MonkeyPatch) -> Site:
    """The site with its tablet; nothing leaves it."""
    opened = open_tablet(project=world.cast.project, pin="4827", by=world.cast.leader)
    monkeypatch.setattr("django.core.handlers.exception.log_response", lambda *_args, **_kwargs: None)
    monkeypatch.setattr("celery.app.task.Task.apply_async", lambda *_args, **_kwargs: None)
    return Site(world, as_user, opened.token)


@pytest.mark.usefixtures("no_paper")
@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_breaks_whatever_is_sent(site: Site, part: int, record_property: Callable[[str, Any], None]) -> None:
    found = crawl(site, wanted(part))
    record_property("fuzz", told(found))
    if found.broken:
        summary = f"{len(found.broken)} of {found.requests} requests"
        pytest.fail("\n\n".join([summary, *by_cause(found.broken)]), pytrace=False)


def wanted(part: int) -> range:
    """The numbers of a part; or one number, and those before it in the same world."""
    if ONLY:
        return range(int(ONLY) // ON_END * ON_END, int(ONLY) + 1)
    return range(part * PER_PART, (part + 1) * PER_PART)


def told(found: Found) -> dict[str, Any]:
    """The figures, as plain data that one process can hand to another."""
    return {
        "requests": found.requests,
        "seconds": found.seconds,
        "methods": dict(found.methods),
        "statuses": dict(found.statuses),
        "roles": dict(found.roles),
        "addresses": sorted(found.addresses),
        "broken": len(found.broken),
    }
