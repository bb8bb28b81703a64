"""Writing in the knowledge centre beside its preview, two at once; and a press release brought up to date."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import YEAR

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
WRITE = "/kenniscentrum/training/schrijven/"


def save(page: Page, what: str) -> None:
    page.get_by_label("Wat heb je veranderd?").fill(what)
    page.get_by_role("button", name="Bewaren").click()


def test_who_writes_sees_the_page_and_what_another_wrote_meanwhile(enter: Callable[..., Page]) -> None:
    mine, other = enter("coordinator", width=1280), enter("coordinator", width=820)
    mine.goto(WRITE)
    text = mine.locator("#id_text")
    before = text.input_value()
    text.fill(f"## Van mij\n\n- [ ] een vakje\n\n{before}")
    expect(mine.locator("#zo h2").first).to_have_text("Van mij")
    expect(mine.locator("#zo .to-tick").first).to_have_text("een vakje")

    other.goto(WRITE)
    other.locator("#id_text").fill(f"{before}\nEen zin van een ander.")
    save(other, "een zin erbij")
    other.wait_for_url("**/training/")

    save(mine, "een kop erbij")
    expect(mine.get_by_role("alert")).to_contain_text("intussen veranderd")
    expect(mine.locator(".knowledge-theirs")).to_contain_text("Een zin van een ander.")
    expect(text).to_have_value(f"## Van mij\n\n- [ ] een vakje\n\n{before}")
    text.fill(f"## Van mij\n\n{before}\nEen zin van een ander.")
    save(mine, "samengevoegd")
    mine.wait_for_url("**/training/")
    expect(mine.locator(".knowledge-text")).to_contain_text("Een zin van een ander.")

    mine.get_by_role("link", name="Wie veranderde wat?").click()
    expect(mine.locator("tbody tr")).to_have_count(3)


def test_a_press_release_takes_over_the_place(enter: Callable[..., Page]) -> None:
    page = enter("projectleider", width=1280)
    page.goto(f"/projecten/noord-{YEAR + 1}/publiciteit/")
    expect(page.get_by_text("gegevens kloppen niet meer")).to_be_visible()
    page.get_by_role("link", name="Aanpassen Persbericht").click()
    expect(page.locator("#id_text")).to_contain_text("plaats volgt")
    page.get_by_role("button", name="Gegevens bijwerken").click()
    expect(page.locator("#id_text")).not_to_contain_text("plaats volgt")
    expect(page.get_by_text("Dit klopt niet meer")).to_have_count(0)
