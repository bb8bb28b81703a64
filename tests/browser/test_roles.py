"""Each role logs in and sees its own part of the house."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import YEAR

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Enter = Callable[..., Page]


def test_the_coordinator_sees_today_and_opens_the_report_of_osdorp(enter: Enter) -> None:
    page = enter("coordinator")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Vandaag")
    expect(page.get_by_role("link", name=f"Oost {YEAR}")).to_be_visible()
    page.get_by_role("link", name="Projecten").click()
    page.get_by_role("link", name="Osdorp 2010").click()
    page.get_by_role("link", name="Eindverslag").click()
    expect(page.get_by_role("heading", name="Eindverslag")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download PDF").click()
    text = "".join(sheet.extract_text() for sheet in PdfReader(download.value.path()).pages)
    assert "Eindverslag Osdorp 2010" in text
    assert "Koppels" in text


def test_the_project_leader_runs_the_own_projects_only(enter: Enter) -> None:
    page = enter("projectleider")
    expect(page.get_by_role("link", name=f"Oost {YEAR}")).to_be_visible()
    assert page.goto("/projecten/osdorp-2010/").status == 404  # type: ignore[union-attr]
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze bladzijde is er niet")


def test_the_ambassador_sees_whom_to_call_on_a_tablet(enter: Enter) -> None:
    page = enter("ambassadeur", width=820, height=1180)
    expect(page.get_by_role("heading", name="Mijn koppels")).to_be_visible()
    page.get_by_role("link", name=re.compile("Hele bellijst")).click()
    page.get_by_role("link", name=re.compile("Bellen")).first.click()
    page.get_by_role("button", name="Gaat goed").click()
    expect(page.get_by_text("Het gesprek is genoteerd.")).to_be_visible()


def test_the_official_of_nieuw_west_downloads_and_the_one_of_noord_cannot(enter: Enter) -> None:
    page = enter("nieuw-west")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mixen in Mokum in Nieuw-West")
    expect(page.get_by_text("Osdorp 2010").first).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("PDF")).click()
    assert download.value.suggested_filename == "eindverslag-osdorp-2010-v1.pdf"
    assert page.goto("/projecten/osdorp-2010/deelnemers/").status == 403  # type: ignore[union-attr]

    other = enter("noord")
    expect(other.get_by_text("Osdorp")).to_have_count(0)
    assert other.goto("/projecten/osdorp-2010/verslag/1/pdf/").status == 404  # type: ignore[union-attr]


def test_a_wrong_password_says_so_in_dutch_and_keeps_the_address(enter: Enter, chrome: object, site: str) -> None:
    page = chrome.new_page(base_url=site)  # type: ignore[attr-defined]
    page.goto("/")
    page.get_by_label("E-mailadres").fill("noord@example.org")
    page.locator("#id_password").fill("dit-is-het-niet")
    page.get_by_role("button", name="Inloggen").click()
    expect(page.locator(".error-summary")).to_contain_text("niet correct")
    expect(page.get_by_label("E-mailadres")).to_have_value("noord@example.org")
    page.close()
