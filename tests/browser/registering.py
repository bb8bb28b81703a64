"""A hall where people register: a server with two projects, browsers, and tablets in registration mode."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import DATABASE, Site
from tests.browser.made import made_once
from tests.browser.network import Network

PASSWORD = "mokum-demo"
PIN = "4827"
PROJECT, OTHER = "noord-proef", "west-proef"
KEPT = "TabletQueue.all().then(rows => rows.map(row => row.key))"
TABLETS = f"/projecten/{PROJECT}/tablets/"
SEED = """
from datetime import timedelta
from django.utils import timezone
from mixen.accounts.models import User
from participants.actions import register
from projects.actions import add_team_member, start_project
from projects.models import District, Meeting, Role
make = User.objects.create_user
coordinator = make("coordinator@example.org", "mokum-demo", name="Coordinator", is_coordinator=True)
ambassador = make("ambassadeur@example.org", "mokum-demo", name="Ambassadeur")
now = timezone.now()
for name, slug, district in (("Noord proef", "noord-proef", "noord"), ("West proef", "west-proef", "west")):
    days = ((Meeting.Kind.INFORMATION, 5), (Meeting.Kind.MIX, 30), (Meeting.Kind.CLOSING, 120))
    begins = {kind: now + timedelta(days=after) for kind, after in days}
    project = start_project(
        name=name, slug=slug, district=District.objects.get(slug=district), by=coordinator,
        starts_on=now.date() - timedelta(days=10), ends_on=now.date() + timedelta(days=180),
        meetings={kind: (begin, begin + timedelta(hours=2)) for kind, begin in begins.items()},
    )
    add_team_member(project=project, user=ambassador, role=Role.AMBASSADOR, by=coordinator)
    person = {"name": "Bekende Buurvrouw", "gender": "woman", "phone": "+31612340000"}
    register(project=project, side="old", person=person, by=ambassador)
"""


def a_hall(factory: pytest.TempPathFactory) -> "Iterator[Hall]":
    """For a fixture: a running hall, ended afterwards."""
    hall = Hall(factory.mktemp("hall"), made_once(factory, "hall", ["shell", "-v0", "-c", SEED]))
    try:
        yield hall
    finally:
        hall.stop()


class Hall(Site):
    """The running application with two projects and an ambassador; the long demo is not needed here."""

    def __init__(self, folder: Path, made: Path) -> None:
        super().__init__(folder, made)
        self.database = folder / DATABASE

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """What the database holds, read beside the application."""
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True, timeout=10)) as database:
            return database.execute(query, values).fetchall()

    def write(self, query: str, *values: Any) -> None:
        """Put a fact into the database that no screen can put there."""
        with closing(sqlite3.connect(self.database, timeout=10)) as database, database:
            database.execute(query, values)

    def registered(self, name: str, project: str = PROJECT) -> int:
        """How many people with this name signed up in the project."""
        found = self.rows(
            "SELECT count(*) FROM participants_participant part JOIN participants_person person"
            " ON person.id = part.person_id JOIN projects_project project ON project.id = part.project_id"
            " WHERE person.name = ? AND project.slug = ? AND part.status = 'signed_up'",
            name,
            project,
        )
        return int(found[0][0])


def browsers(chrome: Browser, network: Network) -> Iterator[Callable[..., BrowserContext]]:
    """For a fixture: browsers of people here; an error in a script of theirs fails the test."""
    contexts: list[BrowserContext] = []
    problems: list[str] = []

    def make(**options: Any) -> BrowserContext:
        size = {"width": 800, "height": 1100}
        context = chrome.new_context(viewport=size, locale="nl-NL", base_url=network.address, **options)
        context.on("weberror", lambda error: problems.append(str(error.error)))
        context.set_default_timeout(20_000)
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()
    assert not problems


def log_in(context: BrowserContext, address: str, who: str = "ambassadeur") -> None:
    """Log in without a page, as the forms do."""
    context.request.get(f"{address}/account/login/")
    token = next(cookie["value"] for cookie in context.cookies(address) if cookie["name"] == "csrftoken")
    form = {"login": f"{who}@example.org", "password": PASSWORD, "csrfmiddlewaretoken": token}
    answer = context.request.post(f"{address}/account/login/", form=form, headers={"Referer": address})
    assert "/account/login/" not in answer.url


def open_mode(context: BrowserContext, address: str, tablets: str = TABLETS) -> Page:
    """Put this browser in registration mode; gives the page with the first screen."""
    log_in(context, address)
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.goto(f"{address}{tablets}")
    page.locator("#id_pin").fill(PIN)
    page.get_by_role("button", name="Aanmeldstand aanzetten").click()
    page.locator("body[data-ready]").wait_for()
    page.locator("[data-open]").click()
    page.wait_for_url("**/tablet/")
    page.locator(".language-choice").wait_for()
    return page


ANSWERS = """
(facts) => {
  const form = document.querySelector("[data-steps]");
  for (const [name, value] of Object.entries(facts)) {
    for (const input of form.querySelectorAll(`[name=${name}]`)) {
      if (["radio", "checkbox"].includes(input.type)) input.checked = value === true || input.value === value;
      else input.value = value;
    }
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
}
"""
FACTS = {"side": "old", "is_adult": True, "gender": "woman", "phone": "06 1234 5678", "agrees": True}


def fill_in(page: Page, name: str, **facts: Any) -> None:
    """Answer every question that must be answered at once, without walking through the screens."""
    page.locator("body.has-steps").wait_for()
    page.evaluate(ANSWERS, {**FACTS, "name": name, "signed_as": name, **facts})


def send(page: Page, times: int = 1) -> None:
    """Press Aanmelden on the last screen."""
    page.evaluate(
        "times => { for (; times > 0; times -= 1) document.querySelector('[data-send-form]').click(); }", times
    )


def register_here(page: Page, address: str, name: str, language: str = "nl", **facts: Any) -> None:
    """Somebody fills in the form on this tablet and reads that it is kept."""
    page.goto(f"{address}/tablet/{language}/")
    fill_in(page, name, **facts)
    send(page)
    page.locator("[data-thanks]:not([hidden])").wait_for()


def counted(page: Page, waiting: int, sent: int) -> None:
    """The counter says so, soon."""
    says = "([w, s]) => document.querySelector('[data-waiting]').textContent == w"
    says += " && document.querySelector('[data-sent]').textContent == s"
    page.wait_for_function(says, arg=[str(waiting), str(sent)], timeout=20_000)


def try_again(page: Page) -> None:
    """The tablet hears that there is a network, and sends."""
    page.evaluate("window.dispatchEvent(new Event('online'))")


def until(true: Callable[[], bool], within: float = 15) -> None:
    end = time.monotonic() + within
    while not true():
        assert time.monotonic() < end, "this did not happen in time"
        time.sleep(0.05)


def on(page: Page, label: str = "Verder") -> None:
    page.get_by_role("button", name=label, exact=True).click()


def draw(page: Page) -> str:
    field = page.locator("[data-signature]")
    field.scroll_into_view_if_needed()
    box = field.bounding_box()
    assert box
    page.mouse.move(box["x"] + 40, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + 300, box["y"] + 90, steps=15)
    page.mouse.up()
    return page.locator("[name=strokes]").input_value()
