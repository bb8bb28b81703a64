"""Somebody's own page on a phone: with script off a whole week of deeds, and axe content in Dutch and in Arabic."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.looking import faults, opened
from tests.browser.test_accessible import RUNNING

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
PAGES = ("", "ontmoeting/", "afspraak/", "hoe-gaat-het/", "geld/", "zorg/", "gegevens/", "stoppen/")


@pytest.fixture
def own(enter: Callable[..., Page]) -> Callable[[int], str]:
    """The address of the page of one of the couples that go out, as who leads sees it."""

    def find(number: int) -> str:
        page = enter("projectleider")
        page.goto(f"{RUNNING}koppels/?state=active")
        page.locator("a.couple-names").nth(number).click()
        page.locator("aside a[href*='/deelnemers/']").first.click()
        page.get_by_role("link", name="QR-code, kaartje en link").click()
        return str(page.get_by_role("link", name="Bladzijde bekijken").get_attribute("href"))

    return find


@pytest.fixture
def phone(chrome: Browser, site: str) -> Iterator[Page]:
    """A small phone without script."""
    context = chrome.new_context(
        viewport={"width": 320, "height": 640}, base_url=site, locale="nl-NL", java_script_enabled=False
    )
    yield context.new_page()
    context.close()


def test_a_week_with_script_off(own: Callable[[int], str], phone: Page) -> None:
    address = own(0)
    phone.goto(address)
    phone.get_by_role("button", name="Wij hebben elkaar gezien").click()
    expect(phone.get_by_role("status")).to_contain_text("opgeschreven")

    phone.get_by_role("link", name="Een andere dag, of meer vertellen").click()
    phone.get_by_label("Hoeveel uur?").fill("1,5")
    phone.get_by_label("Wat deden jullie?").fill("Koffie bij mij thuis")
    phone.get_by_role("button", name="Opschrijven").click()
    phone.get_by_label("Dit was nog een andere ontmoeting op deze dag").check()
    phone.get_by_role("button", name="Opschrijven").click()
    expect(phone.get_by_text("Koffie bij mij thuis")).to_be_visible()

    phone.get_by_role("button", name="niet goed").click()
    phone.get_by_label("In een paar woorden").fill("We vinden geen tijd")
    phone.get_by_role("button", name="Versturen").click()
    expect(phone.get_by_role("status")).to_contain_text("opgeschreven")

    phone.get_by_role("link", name="Geld terugvragen").click()
    phone.get_by_label("Wat wil je terugvragen?").select_option(index=0)
    phone.get_by_label("Bedrag in euro's").fill("2,50")
    phone.get_by_label("Waar was het voor?").fill("Koffie")
    phone.get_by_role("button", name="Versturen").click()
    expect(phone.get_by_text("Koffie: wacht op besluit")).to_be_visible()

    listed = phone.locator("section:has(#excursies) > ul > li").last
    if listed.get_by_role("button", name="Ik ga niet mee").count():
        listed.get_by_role("button", name="Ik ga niet mee").click()
    listed.locator("button").first.click()
    expect(phone.get_by_role("status")).to_be_visible()
    listed.get_by_role("button", name="Ik ga niet mee").click()
    expect(phone.get_by_role("status")).to_contain_text("Je gaat niet mee")

    phone.get_by_role("link", name="Ik wil stoppen").click()
    phone.get_by_role("button", name="Ik wil stoppen").click()
    expect(phone.get_by_role("status")).to_contain_text("De coördinator belt je")


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_every_page_is_accessible(own: Callable[[int], str], enter: Callable[..., Page], language: str) -> None:
    address = own(1)
    page = enter("projectleider", width=320, height=640)
    page.goto(f"{address}gegevens/")
    page.locator("#id_language").select_option(language)
    page.locator("form button.btn-primary").click()
    found: list[str] = []
    for rest in PAGES:
        opened(page, address + rest)
        assert page.locator("html").get_attribute("lang") == language
        assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
        for summary in page.locator("summary").all():
            summary.click()
        found += faults(page, rest, (320, 390, 820))
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_the_evaluation_is_accessible(own: Callable[[int], str], enter: Callable[..., Page], language: str) -> None:
    """Of the couple whose time is nearly up: the form, what is wrong with it, and the thanks."""
    address = own(0)
    page = enter("projectleider", width=320, height=640)
    page.goto(f"{address}gegevens/")
    page.locator("#id_language").select_option(language)
    page.locator("form button.btn-primary").click()
    found: list[str] = []
    page.goto(f"{address}evaluatie/")
    for step in ("asked", "refused", "thanked"):
        assert page.locator("html").get_attribute("lang") == language
        found += faults(page, step, (320,))
        if step == "refused":
            page.locator("input[type=radio]").first.check()
        if step != "thanked":
            page.locator("main form button").last.click()
    assert "/dank/" in page.url
    assert found == [], "\n".join(found)


def test_the_first_button_is_in_sight(own: Callable[[int], str], chrome: Browser, site: str) -> None:
    """Whom to call, and that we met, without scrolling on an ordinary phone."""
    address = own(2)
    context = chrome.new_context(viewport={"width": 390, "height": 844}, base_url=site)
    page = context.new_page()
    page.goto(address)
    box = page.get_by_role("button", name="Wij hebben elkaar gezien").bounding_box()
    context.close()
    assert box is not None
    assert box["y"] + box["height"] <= 844
