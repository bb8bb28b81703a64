"""The whole chain in a browser: from a registration to a certificate, without typing anything twice."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import YEAR

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Enter = Callable[..., Page]
PROJECT = f"/projecten/oost-{YEAR}/"


def test_from_registration_to_outing_and_certificate(enter: Enter) -> None:
    tablet = enter("ambassadeur", width=820, height=1180)
    for side, name, phone in (
        ("Oude", "Hanna Ketenproef", "06-1234 5678"),
        ("Nieuwe", "Zeynep Ketenproef", "+44 20 7946 0958"),
    ):
        _register(tablet, side, name, phone)
        _sign_up(tablet, name)
    _tick(tablet, "Hanna Ketenproef")

    page = enter("coordinator")
    page.goto(f"{PROJECT}koppels/maken/")
    page.get_by_label("'Oude' Amsterdammer").select_option(label="Hanna Ketenproef (1091)")
    page.get_by_label("Zeynep Ketenproef (1091)").check()
    page.get_by_role("button", name="Koppel maken").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Eerste afspraak van Hanna en Zeynep")
    page.get_by_role("link", name="Terug").click()
    page.get_by_role("link", name="Ontmoeting noteren").click()
    page.get_by_label("Hoeveel uur").fill("2,5")
    page.get_by_label(re.compile("Wat hebben jullie")).fill("Samen naar de markt")
    page.get_by_role("button", name="Ontmoeting noteren").click()
    expect(page.get_by_role("cell", name="Samen naar de markt", exact=True)).to_be_visible()
    expect(page.get_by_text("2,5").first).to_be_visible()
    _excursion(page)
    _expense(page)
    _pay_out(page)
    _certificates(page)


def _register(page: Page, side: str, name: str, phone: str) -> None:
    page.goto(f"{PROJECT}deelnemers/aanmelden/")
    page.get_by_label(re.compile(f"'{side}' Amsterdammer: ")).check()
    page.locator("#id_name").fill(name)
    page.get_by_label(re.compile("genoemd worden")).fill(name.split()[0])
    page.get_by_label("vrouw", exact=True).check()
    page.get_by_label(re.compile("Postcode")).fill("1091ab")
    page.get_by_label(re.compile("Telefoon")).fill("06-1234 567")
    page.get_by_label("Is 18 jaar of ouder").check()
    page.get_by_role("button", name="Aanmelden").click()
    summary = page.locator(".error-summary")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("telefoonnummer")
    expect(page.locator("#id_name")).to_have_value(name)
    page.get_by_label(re.compile("Telefoon")).fill(phone)
    page.get_by_role("button", name="Aanmelden").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)


def _sign_up(page: Page, name: str) -> None:
    page.get_by_role("link", name="Inschrijven").click()
    page.get_by_label("Ja, ik doe mee").check()
    page.get_by_label(re.compile("Typ je naam als handtekening")).fill(name)
    page.get_by_role("button", name="Ja, ik doe mee").click()
    expect(page.get_by_text("ingeschreven").first).to_be_visible()


def _tick(page: Page, name: str) -> None:
    page.goto(f"{PROJECT}bijeenkomsten/")
    page.get_by_role("link", name=re.compile("Aanwezigen aanvinken Mixbijeenkomst")).click()
    tick = page.get_by_role("button", name=name)
    expect(tick).to_have_attribute("aria-pressed", "false")
    present = int(page.locator("#aantal").inner_text().split()[0])
    tick.click()
    expect(page.get_by_role("button", name=name)).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#aantal")).to_contain_text(f"{present + 1} aanwezig")
    page.reload()
    expect(page.get_by_role("button", name=name)).to_have_attribute("aria-pressed", "true")


def _excursion(page: Page) -> None:
    page.goto(f"{PROJECT}programma/")
    page.get_by_role("link", name="Rondleiding OBA").click()
    page.get_by_label("Wie gaat mee").select_option(label="Hanna en Zeynep")
    page.get_by_role("button", name="Inschrijven").click()
    expect(page.get_by_role("row", name=re.compile("Zeynep Ketenproef"))).to_be_visible()


def _expense(page: Page) -> None:
    page.goto(f"{PROJECT}geld/")
    page.get_by_role("link", name="Uitgave boeken").click()
    page.get_by_label("Begrotingsregel").select_option(label="1c Muziek")
    page.get_by_label("Bedrag in euro's").fill("-5")
    page.get_by_label("Betaald aan").fill("Band De Ketenproef")
    page.get_by_role("button", name="Uitgave boeken").click()
    expect(page.locator(".error-summary")).to_contain_text("meer zijn dan 0")
    expect(page.get_by_label("Bedrag in euro's")).to_have_value("-5")
    page.get_by_label("Bedrag in euro's").fill("87,50")
    page.get_by_role("button", name="Uitgave boeken").click()
    expect(page.get_by_role("row", name=re.compile("Band De Ketenproef.*87,50"))).to_be_visible()


def _pay_out(page: Page) -> None:
    """What was approved is paid together: a list to sign, and then it is spending."""
    page.goto(f"{PROJECT}geld/uitbetalen/")
    page.get_by_role("button", name="Betaalronde maken contant").click()
    expect(page.get_by_role("link", name="Lijst om te tekenen")).to_be_visible()
    names = page.locator("table tbody th").all_inner_texts()
    assert names
    page.get_by_role("button", name="Als betaald boeken").click()
    expect(page.get_by_text("De ronde is betaald en geboekt.")).to_be_visible()
    page.goto(f"{PROJECT}geld/afrekening/")
    expect(page.get_by_role("row", name=re.compile("Onverklaard verschil"))).to_contain_text("€ 0,00")


def _certificates(page: Page) -> None:
    page.goto(f"{PROJECT}certificaten/")
    page.get_by_role("button", name=re.compile("certificaten uitreiken")).click()
    expect(page.get_by_text("vanaf twee weken voor de slotbijeenkomst")).to_be_visible()
    page.goto("/projecten/osdorp-2010/certificaten/")
    page.get_by_role("button", name="Alles afdrukken").click()
    download = page.get_by_role("link", name="Download PDF")
    download.wait_for(timeout=60_000)
    with page.expect_download() as file:
        download.click()
    assert file.value.suggested_filename == "certificaten-osdorp-2010.pdf"
