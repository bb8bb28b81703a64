"""An afternoon for twenty of each side on three tablets: two late, one gone, an odd number, women-only on both sides.

One tablet reloads in the middle, and the server is killed twice between two steps; nothing may be lost.
"""

import random
import re
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("afternoon")]
Enter = Callable[..., Page]
SOON = 2_000  # milliseconds within which another tablet sees a change
MINUTE = 60
NUMBER = re.compile(r"\d+")


@pytest.fixture
def hall(demo: Path, tmp_path: Path) -> Iterator[Site]:
    """A site of its own, because this afternoon kills it."""
    site = Site(tmp_path, demo)
    try:
        yield site
    finally:
        site.stop()


@pytest.fixture
def tablets(enter: Enter, hall: Site) -> list[Page]:
    """Two ambassadors' tablets, upright and on its side, and the project leader's laptop, all at the first step."""
    people = (("ambassadeur", 820, 1180), ("ambassadeur", 1180, 820), ("projectleider", 1366, 860))
    pages = [enter(who, width=width, height=height, address=hall.address) for who, width, height in people]
    for page in pages:
        page.goto("/projecten/oefenmiddag/koppels/")
        page.get_by_role("link", name="Naar de mixbijeenkomst").click()
        page.locator("#bord").wait_for()
    return pages


def step(page: Page, name: str) -> None:
    page.get_by_role("navigation", name="Stappen").get_by_role("link", name=re.compile(name)).click()
    page.locator("[aria-current=step]", has_text=name).wait_for()


def ticks(page: Page, pressed: bool) -> Locator:
    return page.locator(f".arrival button.tick[aria-pressed={'true' if pressed else 'false'}]")


def tick(page: Page, button: str) -> None:
    page.locator(f"#{button}").click()
    page.locator(f"#{button}[aria-pressed=true]").wait_for()


def count_of(page: Page, name: str) -> list[int]:
    """The numbers in the step across the top: ``Keuzes 34/37`` gives 34 and 37."""
    text = page.locator(".steps a", has_text=name).locator(".step-count").inner_text()
    return [int(number) for number in NUMBER.findall(text)]


def test_an_afternoon(tablets: list[Page], hall: Site) -> None:
    first, second, leader = tablets
    late, gone = everybody_arrives(tablets)
    play(tablets, late, gone)
    hall.kill()
    hall.start()
    for page in tablets:
        step_again(page, "Keuzes")
    people = everybody_chooses(tablets)
    begin = time.monotonic()
    step(leader, "Koppels")
    leader.get_by_role("button", name="Voorstel maken").click()
    leader.locator(".couple-card").first.wait_for()
    proposed = leader.locator(".couple-names").all_inner_texts()
    spent = time.monotonic() - begin
    hall.kill()
    hall.start()
    leader.reload()
    assert leader.locator(".couple-names").all_inner_texts() == proposed
    step_again(first, "Koppels")
    expect(first.locator(".couple-names").first).to_be_visible()
    nobody_is_forgotten(leader, people)
    begin = time.monotonic()
    leader.locator("#bevestigen").click()
    leader.locator("article.card").first.wait_for()
    spent += time.monotonic() - begin
    assert leader.locator("article.card").count() == len(proposed)
    assert spent < MINUTE
    a_couple_goes_home(second)


def everybody_arrives(tablets: list[Page]) -> tuple[list[str], str]:
    """37 of 40 tick in on three tablets in turn; two say they come later and one does not come: an odd number."""
    first, second, leader = tablets
    buttons = [one.get_attribute("id") or "" for one in ticks(first, False).all()]
    assert len(buttons) == 40
    late, absent = [buttons[5], buttons[27]], buttons[33]
    for button in late:
        first.locator(f"#{button.replace('vink', 'later')}").click()
        first.locator(f".arrival--late #{button}").wait_for()
    coming = [button for button in buttons if button not in (*late, absent)]
    for page, button in zip(cycle(tablets), coming, strict=False):
        tick(page, button)
    second.locator(f"#{coming[-1]}[aria-pressed=true]").wait_for(timeout=SOON)
    leader.locator(f"#{coming[-2]}[aria-pressed=true]").wait_for(timeout=SOON)
    first.reload()
    expect(ticks(first, True)).to_have_count(37)
    return late, coming[10]


def play(tablets: list[Page], late: list[str], gone: str) -> None:
    """Four rounds: two come after the first, one goes home after the second; then the rest is planned anew."""
    first, second, leader = tablets
    set_up(leader)
    step(leader, "Rondes")
    leader.get_by_role("button", name="Rondes plannen").click()
    leader.locator("#beginnen").click()
    leader.locator("[data-clock]").wait_for()
    for button in late:
        tick(first, button)
    again = leader.get_by_role("button", name="Opnieuw plannen")
    again.wait_for(timeout=SOON)
    again.click()
    leader.locator("#opnieuw-plannen").wait_for(state="detached")
    leader.locator("#beginnen").click()
    leader.get_by_text("Ronde 2", exact=True).first.wait_for()
    second.locator(f"#{gone.replace('vink', 'weg')}").click()
    second.locator(f".arrival--gone #{gone}").wait_for()
    again.wait_for(timeout=SOON)
    again.click()
    leader.locator("#opnieuw-plannen").wait_for(state="detached")
    for number in (3, 4):
        leader.locator("#beginnen").click()
        leader.locator(".clock-round", has_text=f"Ronde {number}").wait_for()
    leader.get_by_role("button", name="Ronde afronden").click()
    leader.get_by_text("Alle rondes zijn gespeeld.").wait_for()


def set_up(page: Page) -> None:
    """Four rounds are enough here."""
    page.get_by_role("link", name="Tafels en rondes").click()
    page.get_by_label("Hoeveel rondes?").fill("4")
    page.get_by_role("button", name="Middag klaarzetten").click()
    page.locator("#bord").wait_for()


def step_again(page: Page, name: str) -> None:
    """After the server was gone: the page that stood open still works."""
    page.locator("#bord").wait_for()
    step(page, name)


def everybody_chooses(tablets: list[Page]) -> int:
    """Everybody here answers about two they met, on whichever tablet is free. Gives how many there are."""
    chance = random.Random(20)
    people = count_of(tablets[0], "Aanwezig")[0]
    assert people == 38
    for number, page in zip(range(people), cycle(tablets), strict=False):
        page.goto(choices_address(page))
        page.locator(".chooser:not(.chooser--done)").first.click()
        page.get_by_role("button", name="Klaar met kiezen").wait_for()  # the sheet, no longer the list
        rows = page.locator(".sheet-row")
        assert rows.count(), "everybody here was at a table with somebody"
        for place in range(min(2, rows.count())):
            answer = chance.choice(["ja", "ja", "misschien", "nee"])
            rows.nth(place).get_by_role("button", name=answer, exact=True).click()
            rows.nth(place).locator("[aria-pressed=true]", has_text=answer).wait_for()
        if number == 0:  # a reload in the middle of choosing loses no answer
            page.reload()
            expect(page.locator(".answer[aria-pressed=true]")).to_have_count(min(2, rows.count()))
        page.get_by_role("button", name="Klaar met kiezen").click()
        page.locator("#bord").wait_for()
    expect(tablets[2].locator(".steps a", has_text="Keuzes")).to_contain_text(f"{people}/{people}", timeout=SOON)
    return people


def choices_address(page: Page) -> str:
    return re.sub(r"/mix/.*", "/mix/keuzes/", page.url)


def nobody_is_forgotten(page: Page, people: int) -> None:
    """Everybody here is in a couple, or stands on the left with a reason that may be read out."""
    inside = page.locator(".couple-names .person").count()
    without = page.locator(".without")
    assert inside + without.count() == people
    for text in without.all_inner_texts():
        assert len(text.splitlines()) >= 2, text


def a_couple_goes_home(page: Page) -> None:
    """The last step on the other tablet: told, a first appointment read back, the booklet."""
    step_again(page, "Klaar")
    card = page.locator("article.card").first
    card.get_by_role("button", name=re.compile("Verteld")).click()
    card.get_by_role("button", name=re.compile("Verteld")).and_(page.locator("[aria-pressed=true]")).wait_for()
    card.get_by_role("link", name=re.compile("Eerste afspraak")).click()
    page.get_by_label("Datum").fill("2030-03-16")
    page.get_by_label("Tijd").fill("14:00")
    page.get_by_label("Plaats").fill("Bij de kassa")
    page.get_by_label(re.compile("Voorgelezen")).check()
    page.get_by_role("button", name="Afspraak vastleggen").click()
    expect(page.locator("article.card").first).to_contain_text("Bij de kassa")
