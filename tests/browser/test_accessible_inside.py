"""Pages about one person, couple or call, and the steps of an afternoon are accessible, at the sizes people have."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import YEAR
from tests.browser.looking import faults, opened

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
RUNNING = f"/projecten/oost-{YEAR}/"
# What is about one: the list on which it is found, what leads to it, and the pages under it.
OF_ONE = {
    "concern": (f"{RUNNING}zorg/", "main table a", ("", "over-wie/")),
    "couple": (
        f"{RUNNING}koppels/?state=active",
        "a.couple-names",
        ("", "afspraak/", "pauze/", "stoppen/", "volgende-afspraak/", "kaart/", "ontmoeting/"),
    ),
    "call": (f"{RUNNING}belronde/", "main a[href*='/belronde/']:has-text('Bellen')", ("", "opgepakt/")),
    "participant": (
        f"{RUNNING}deelnemers/?status=coupled",
        "main table a",
        ("", "hoe-gaat-het/", "wil-stoppen/", "bereiken/", "link/"),
    ),
    "organisation": ("/organisaties/?q=taalschool", "main table a", ("", "wijzigen/", "contact/", "mensen/nieuw/")),
    "member": (f"{RUNNING}team/", "main a:has-text('Aanpassen')", ("", "weg/")),
    "evaluation": (f"{RUNNING}evaluatie/", "main a[href*='/evaluatie/']:has(.side-badge)", ("",)),
}


def test_pages_about_one_are_accessible(enter: Callable[..., Page]) -> None:
    page = enter("coordinator")
    addresses = []
    for start, first, under in OF_ONE.values():
        page.goto(start)
        own = page.locator(first).first.get_attribute("href")
        assert own, start
        addresses += [own + rest for rest in under]
        if start.endswith("zorg/"):
            addresses.append(f"{RUNNING}koppels/uit-elkaar/{own.rstrip('/').rpartition('/')[2]}/")
    found = [fault for address in addresses for fault in faults(opened(page, address), address)]
    assert found == [], "\n".join(found)


AFTERNOON = (
    "aanwezig/",
    "aanwezig/binnenloper/",
    "aanwezig/helper/",
    "rondes/",
    "keuzes/",
    "keuzes/papier/",
    "koppels/",
    "klaar/",
)


@pytest.mark.parametrize("project", [RUNNING, "/projecten/oefenmiddag/"])
def test_the_steps_of_an_afternoon_are_accessible(enter: Callable[..., Page], project: str) -> None:
    """The one has its couples, the other is still to begin."""
    page = enter("projectleider")
    page.goto(f"{project}koppels/")
    page.get_by_role("link", name="Naar de mixbijeenkomst").click()
    page.locator("#bord").wait_for()
    mix = page.url.partition("/mix/")[0] + "/mix/"
    found = [fault for step in AFTERNOON for fault in faults(opened(page, mix + step), step, (320, 820))]
    assert found == [], "\n".join(found)
