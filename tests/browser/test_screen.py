"""The big screen in the hall: readable at eight metres, and a clock that does not need the server to go on."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import YEAR

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Enter = Callable[..., Page]
State = dict[str, Any]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
TABLES = 20
UNUSUAL = [
    "Maria Esperanza Guadalupe de los Remedios Villanueva Montalb",
    "محمد عبد الرحمن",
    "ገብረ ሥላሴ",
    "Bartholomäus-Maximilian",
]
HEARD = """
window.heard = [];
window.AudioContext = class extends AudioContext {
  createOscillator() { const made = super.createOscillator(); window.heard.push(made); return made; }
};
"""
SMALLEST = """
() => Math.min(...[...document.querySelectorAll('.hall-seat-name')]
  .filter(name => name.offsetParent).map(name => parseFloat(getComputedStyle(name).fontSize)))
"""
OUTSIDE = """
() => [...document.querySelectorAll('.hall-table')].filter(card => card.offsetParent)
  .filter(card => card.getBoundingClientRect().bottom > innerHeight).length
"""


def places(number: int) -> State:
    """Twenty tables of two; the new ones move up a table each round."""
    new = [f"Nieuw {one}" for one in range(1, TABLES + 1 - len(UNUSUAL))] + UNUSUAL
    tables = [
        {
            "table": table + 1,
            "names": [
                {"name": f"Oud {table + 1}", "side": "old"},
                {"name": new[(table + number) % TABLES], "side": "new"},
            ],
        }
        for table in range(TABLES)
    ]
    return {"tables": tables, "sitting_out": []}


@pytest.fixture
def hall(enter: Enter) -> Callable[..., Page]:
    """The screen of the running project, in a round that the test makes up; ``server`` is what it answers."""

    def opened(server: State, width: int = 1920, height: int = 1080) -> Page:
        page = enter("coordinator", width=width, height=height)
        page.goto(f"/projecten/oost-{YEAR}/bijeenkomsten/")
        mix = page.locator("a[href*='/mix/']").first.get_attribute("href")
        address = re.sub(r"/mix/.*", "/mix/scherm/", str(mix))
        known = page.request.get(f"{address}nu/").json()
        server.update({**known, **a_round(200), **server})
        page.add_init_script(HEARD)
        page.clock.install()
        page.route("**/mix/scherm/nu/", lambda route: answer(route, server))
        page.goto(address)
        expect(page.locator("[data-line]")).to_have_text(server["lines"]["talk"])
        return page

    return opened


def a_round(left: int) -> State:
    """The second of eight rounds of five minutes."""
    return {
        "phase": "round",
        "round": 2,
        "rounds": 8,
        "minutes": 5,
        "whole": 300,
        "seconds_left": left,
        "paused": False,
        **places(2),
        "next": {"round": 3, **places(3)},
        "lines": {"talk": "Praten", "soon": "Straks: ronde 3", "up": "Wissel"},
    }


def answer(route: Route, server: State) -> None:
    if server.get("away"):
        route.abort()
    else:
        route.fulfill(body=json.dumps(server), content_type="application/json")


def seen(page: Page) -> set[str]:
    return set(page.locator(".hall-seat-name:visible").all_inner_texts())


def test_twenty_tables_are_readable_and_all_come_by(hall: Callable[..., Page]) -> None:
    """Every name, long ones and other scripts too, is an eighteenth of the screen high; nothing falls off it."""
    page = hall({})
    leaves = int(page.locator("[data-leaf]").inner_text().split()[-1])
    found: set[str] = set()
    for _leaf in range(leaves):
        assert page.evaluate(SMALLEST) >= 1080 / 18
        assert page.evaluate(OUTSIDE) == 0
        before = seen(page)
        found |= before
        page.clock.run_for(8200)
        assert seen(page) != before
    assert leaves == 2
    assert len(found) == 2 * TABLES
    page.get_by_role("button", name="Stop met bladeren").click()
    held = seen(page)
    page.clock.run_for(20_000)
    assert seen(page) == held
    result = Axe().run(page, options=RULES)
    assert not result.response["violations"], result.generate_report()


def test_the_clock_goes_on_without_the_server(hall: Callable[..., Page]) -> None:
    server: State = {}
    page = hall(server, width=1280, height=720)
    server["away"] = True
    for _second in range(3):
        page.clock.run_for(1000)
        page.wait_for_timeout(100)
    expect(page.get_by_text("geen verbinding")).to_be_visible()
    page.clock.run_for(60_000)
    time = page.locator("[data-time]").inner_text()
    assert re.fullmatch(r"2:1\d", time), time
    server.update(a_round(100), away=False)
    page.clock.run_for(1100)
    expect(page.get_by_text("geen verbinding")).to_be_hidden()
    expect(page.locator("[data-time]")).to_have_text(re.compile(r"1:(40|3\d)"))


def test_the_next_places_in_the_last_thirty_seconds_and_one_bell(hall: Callable[..., Page]) -> None:
    """The clock reaches the end by itself; the bell rings once for it, and only when the sound is on."""
    server: State = {}
    page = hall(server, width=1024, height=768)
    partner = page.locator(".hall-table", has_text="Oud 1").first.locator(".hall-seat-name").last
    expect(partner).to_have_text("Nieuw 3")
    page.get_by_role("button", name="Geluid aan").click()
    expect(page.get_by_role("button", name="Geluid is aan")).to_be_visible()
    assert page.evaluate("heard.length") == 2
    server["away"] = True
    page.clock.run_for(172_000)
    expect(page.locator("[data-line]")).to_have_text("Straks: ronde 3")
    expect(partner).to_have_text("Nieuw 4")
    assert page.evaluate("heard.length") == 2
    page.clock.run_for(60_000)
    expect(page.locator("[data-time]")).to_have_text("0:00")
    expect(page.locator("[data-line]")).to_have_text("Wissel")
    assert page.evaluate("heard.length") == 4
