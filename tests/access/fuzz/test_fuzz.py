"""Whatever is sent to whatever address as whoever: no answer is an error of ours. ``make fuzz`` sends them all.

A request that fails is told with its number; ``MIXEN_FUZZ_ONLY=17 make fuzz`` sends that one again.
"""

import os
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from participants.actions import open_tablet
from tests.access.conftest import World
from tests.access.fuzz.crawl import Found, Site, by_cause, crawl

SLICE = 160
ALL = int(os.environ.get("MIXEN_FUZZ", "0"))
ONLY = os.environ.get("MIXEN_FUZZ_ONLY", "")
PARTS = 16 if ALL else 1
PER_PART = (ALL or SLICE) // PARTS


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
    numbers = range(part * PER_PART, (part + 1) * PER_PART) if not ONLY else range(int(ONLY), int(ONLY) + 1)
    found = crawl(site, numbers)
    record_property("fuzz", told(found))
    if found.broken:
        summary = f"{len(found.broken)} of {found.requests} requests"
        pytest.fail("\n\n".join([summary, *by_cause(found.broken)]), pytrace=False)


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
