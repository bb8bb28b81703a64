"""The demo shows every kind of what needs attention, and what one can do about it leads somewhere."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.test import Client, override_settings
from django.utils import timezone

from mixen.accounts.models import User
from projects.demo import steps
from projects.demo.story import demo_users, stories
from projects.models import Project
from projects.watching import Attention, look_at, watchers
from tests.conftest import NOW

# What the running project itself has to show, beside what any project of the demo may.
IN_THE_RUNNING_PROJECT = {
    "couples_not_seen",
    "unmatched_after_the_mix",
    "signed_up_but_not_seen",
    "calls_overdue",
    "couples_ending",
    "visits_waiting",
    "visits_past",
    "claims_waiting",
    "budget_nearly_used",
    "meetings_without_a_place",
    "agreements_not_confirmed",
    "registrations_parked",
    "excursions_without_a_guide",
}


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: Any) -> Iterator[Project]:
    """The demo's projects that are not over, as of NOW, built once around all tests; the one that runs."""
    hashers = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with django_db_blocker.unblock(), transaction.atomic():
        with time_machine.travel(NOW, tick=False), override_settings(PASSWORD_HASHERS=hashers):
            made = _build()
        with django_db_blocker.block():
            yield made
        transaction.set_rollback(True)


def _build() -> Project:
    users = demo_users()
    going = [story for story in stories(timezone.localdate()) if not story.finished]
    for story in going:
        story.coordinator = users["coordinator"]
        for step in steps:
            step(story)
    return next(story.project for story in going if story.key == "running")


@pytest.fixture
def running(built: Project, db: None, clock: time_machine.Traveller) -> Project:
    return built


def seen(user: User, *projects: Project) -> Attention:
    return look_at(projects, timezone.localdate(), user)


def test_every_watcher_has_something_to_tell_in_the_demo(running: Project) -> None:
    """A new kind of line needs a row in the demo; without one nobody would see what it looks like."""
    coordinator = User.objects.get(email="coordinator@example.org")
    everywhere = seen(coordinator, *Project.objects.all())
    told = {item.kind for item in everywhere.items}
    assert sorted({getattr(watch, "__name__", "") for watch in watchers} - told) == []
    assert sorted(IN_THE_RUNNING_PROJECT - {item.kind for item in seen(coordinator, running).items}) == []


def test_no_two_lines_of_a_project_are_known_by_the_same_key(running: Project) -> None:
    coordinator = User.objects.get(email="coordinator@example.org")
    found = seen(coordinator, *Project.objects.all())
    keys = [(item.project.pk, item.key) for item in [*found.items, *(item for item, _snooze in found.put_off)]]
    assert len(keys) == len(set(keys)) > 20
    assert found.put_off


def test_the_deed_of_every_line_opens_and_the_first_page_shows_them_all(running: Project) -> None:
    coordinator = User.objects.get(email="coordinator@example.org")
    client = Client()
    client.force_login(coordinator, backend="allauth.account.auth_backends.AuthenticationBackend")
    first_page = client.get("/").content.decode()
    for number, item in enumerate(seen(coordinator, running).items):
        assert client.get(item.url.partition("#")[0]).status_code == 200, item.key
        assert f'href="{item.url.replace("&", "&amp;")}"' in first_page, item.key
        if number % 6:
            continue
        later = client.get(f"{running.get_absolute_url()}aandacht/{item.key}/uitstellen/")
        assert later.status_code == 200, item.key


def test_the_call_that_was_taken_up_can_be_read_back(running: Project) -> None:
    handled = running.check_ins.filter(handled_on__isnull=False).get()
    assert handled.handled_note
    assert handled.handled_on - handled.called_on == timedelta(days=2)
