"""The whole form in nine languages: axe is content, nothing scrolls sideways, no Dutch is left, a finger hits it.

In Dutch and Arabic every screen is looked at; in the other languages all screens below each other, once per width.
Then the same form on somebody's own phone.
"""

import gettext
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from mixen.languages import READING_LANGUAGES, TRANSLATED
from mixen.words import words
from tests.browser.conftest import ROOT
from tests.browser.registering import PROJECT, Hall, a_hall, fill_in, open_mode

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mixen.settings")
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("registering")]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
AXE = """
rules => axe.run(document, { runOnly: rules, resultTypes: ["violations"] }).then(told =>
  told.violations.flatMap(one => one.nodes.slice(0, 3).map(node => `${one.id}: ${node.html.slice(0, 140)}`)))
"""
WIDTHS = (320, 768, 1280)
JOIN = f"/meedoen/{PROJECT}/"
# What a finger must hit: the card around a tick box, not the box itself. Links within a sentence are exempt.
SMALL = """
() => [...document.querySelectorAll('a[href], button, select, summary, textarea, canvas, input:not([type=hidden])')]
  .filter(e => e.checkVisibility() && !e.closest('.honey'))
  .filter(e => !e.matches('.skip-link, p > a:not(.btn), li > a:not(.btn)'))
  .map(e => [e, (e.closest('.form-check') || e).getBoundingClientRect()])
  .filter(([_, box]) => box.height < 43.5 || box.width < 43.5)
  .map(([e, box]) => `${Math.round(box.width)}x${Math.round(box.height)} ${e.outerHTML.slice(0, 90)}`)
"""
TEXTS = """
() => {
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const near = walker.currentNode.parentElement;
    if (!near.closest('script, style, noscript')) found.push(walker.currentNode.textContent.trim());
  }
  for (const e of document.querySelectorAll('[data-label], [aria-label], [placeholder]')) {
    found.push(e.dataset.label, e.getAttribute('aria-label'), e.getAttribute('placeholder'));
  }
  const said = document.querySelector('[data-tablet]');
  return [...found, ...(said ? Object.values(said.dataset) : []),
    ...Object.values(JSON.parse(document.getElementById('words')?.textContent || '{}'))].filter(Boolean);
}
"""


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    yield from a_hall(tmp_path_factory)


@pytest.fixture(scope="module")
def visitor(chrome: Browser, hall: Hall) -> Iterator[BrowserContext]:
    context = chrome.new_context(base_url=hall.address, locale="nl-NL")
    context.set_default_timeout(20_000)
    yield context
    context.close()


@pytest.fixture(scope="module")
def tablet(chrome: Browser, hall: Hall) -> Iterator[Page]:
    context = chrome.new_context(base_url=hall.address, locale="nl-NL")
    yield open_mode(context, hall.address)
    context.close()


def left_in_dutch(language: str) -> set[str]:
    """The Dutch sentences that may not stand on a page in ``language``."""
    path = Path(ROOT) / "locale" / language / "LC_MESSAGES" / "django.mo"
    with path.open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    texts = {key.split("\x04")[-1] for key in words()}
    return {text for text in texts if len(text) > 12 and catalogue.gettext(text) != text}


def problems(page: Page, where: str, dutch: set[str] = frozenset()) -> list[str]:  # type: ignore[assignment]
    """All that is wrong with what the page shows now."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(Axe().axe_script)
    found = list(page.evaluate(AXE, RULES))
    sideways = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    if sideways > 0:
        found.append(f"scrolls {sideways}px sideways")
    found += [f"too small: {small}" for small in page.evaluate(SMALL)]
    found += [f"Dutch: {text}" for text in page.evaluate(TEXTS) if text in dutch] if dutch else []
    return [f"{where} {one}" for one in found]


def screens_of(page: Page) -> int:
    return page.locator(".screen").count()


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_every_screen(tablet: Page, language: str) -> None:
    tablet.goto(f"/tablet/{language}/")
    dutch = left_in_dutch(language) if language != "nl" else set()
    expect(tablet.locator("html")).to_have_attribute("lang", language)
    expect(tablet.locator("html")).to_have_attribute("dir", READING_LANGUAGES[language].direction)
    fill_in(tablet, "Toegankelijk Persoon", side="new", women_only=True, country_ok=True, country="SY")
    found: list[str] = []
    for number in range(screens_of(tablet)):
        tablet.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
        for width in WIDTHS:
            tablet.set_viewport_size({"width": width, "height": 900})
            found += problems(tablet, f"{language} screen {number + 1} at {width}", dutch)
        if number < screens_of(tablet) - 1:
            tablet.locator("[data-next]").click()
    for width in WIDTHS:
        tablet.set_viewport_size({"width": width, "height": 900})
        for part in ("[data-idle]", "[data-thanks]"):
            tablet.evaluate("part => { document.querySelector(part).hidden = false; }", part)
            found += problems(tablet, f"{language} {part} at {width}", dutch)
            tablet.evaluate("part => { document.querySelector(part).hidden = true; }", part)
    tablet.evaluate("delete document.querySelector('[data-steps]').dataset.dirty")
    assert found == []


WRONG = (
    {"side": "", "is_adult": False},
    {"name": "1234"},
    {"gender": "", "birth_year": "9"},
    {"phone": "12", "email": "x"},
)
RIGHT = {"side": "new", "birth_year": "1980", "email": ""}


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_what_is_wrong_is_said_accessibly(tablet: Page, language: str) -> None:
    tablet.set_viewport_size({"width": 320, "height": 900})
    tablet.goto(f"/tablet/{language}/")
    found: list[str] = []
    for number, wrong in enumerate(WRONG):
        fill_in(tablet, **{"name": "Fout Persoon", **RIGHT, **wrong})
        tablet.locator("[data-next]").click()
        expect(tablet.locator(".error-summary")).to_be_focused()
        dutch = left_in_dutch(language) if language != "nl" else set()
        found += problems(tablet, f"{language} screen {number + 1} with faults", dutch)
        tablet.locator(".error-summary a").first.click()
        assert tablet.evaluate("document.activeElement.getAttribute('aria-invalid')") == "true"
        fill_in(tablet, "Fout Persoon", **RIGHT)
        tablet.locator("[data-next]").click()
    tablet.evaluate("delete document.querySelector('[data-steps]').dataset.dirty")
    assert found == []


def test_the_checks_find_what_is_wrong(tablet: Page) -> None:
    """Control: a page with one fault of each kind."""
    tablet.set_viewport_size({"width": 320, "height": 900})
    tablet.goto("/tablet/nl/")
    tablet.locator("body.has-steps").wait_for()
    tablet.evaluate("""() => {
      const faults = ['<input class="nameless">', '<hr class="wide">', '<button class="tiny">x</button>'];
      document.querySelector('main').insertAdjacentHTML('beforeend', faults.join(''));
      document.querySelector('.wide').style.width = '400px';
      document.querySelector('.tiny').style.height = '20px';
    }""")
    found = " ".join(problems(tablet, "control", left_in_dutch("ar")))
    faults = ("label: <input", "sideways", "too small: ", "Dutch: Hoe kunnen we je bereiken?")
    assert [fault for fault in faults if fault not in found] == []


@pytest.mark.parametrize("language", [code for code in TRANSLATED if code != "ar"])
def test_all_screens_below_each_other(tablet: Page, language: str) -> None:
    tablet.goto(f"/tablet/{language}/")
    tablet.locator("body.has-steps").wait_for()
    expect(tablet.locator("html")).to_have_attribute("lang", language)
    expect(tablet.locator("html")).to_have_attribute("dir", READING_LANGUAGES[language].direction)
    tablet.evaluate("""() => {
      for (const part of document.querySelectorAll('.screen, .question')) part.hidden = false;
      for (const part of document.querySelectorAll('details')) part.open = true;
    }""")
    dutch, found = left_in_dutch(language), []
    for width in WIDTHS:
        tablet.set_viewport_size({"width": width, "height": 900})
        found += problems(tablet, f"{language} at {width}", dutch)
    assert found == []


def claiming(page: Page, language: str, dutch: set[str]) -> list[str]:
    """Asking money back from the personal page: first wrong, then right."""
    page.locator("a[href$='/geld/']").click()
    page.locator("#id_pay_by").select_option("transfer")
    page.locator("#id_iban").fill("NL00 FOUT 0000")
    page.locator("form button.btn-primary").click()
    expect(page.locator(".error-summary")).to_be_visible()
    found = []
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        found += problems(page, f"claim {language} at {width}", dutch)
    page.locator("#id_amount").fill("4,50")
    page.locator("#id_iban").fill("NL02 ABNA 0123 4567 89")
    page.locator("#id_account_holder").fill("E. Telefoon")
    page.locator("form button.btn-primary").click()
    expect(page.get_by_role("status")).to_be_visible()
    expect(page.locator("section[aria-labelledby=geld]")).to_contain_text("4,50")
    return found


@pytest.mark.parametrize("language", ["nl", "ar", "fa"])
def test_on_ones_own_phone(visitor: BrowserContext, language: str) -> None:
    """The public page, the form with faults as the server shows them, thanks, and the personal page."""
    page = visitor.new_page()
    dutch = left_in_dutch(language) if language != "nl" else set()
    found: list[str] = []
    for address in (JOIN, f"{JOIN}{language}/", f"{JOIN}{language}/aanmelden/", f"{JOIN}{language}/dank/"):
        page.goto(address)
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            found += problems(page, f"{address} at {width}", set() if address == JOIN else dutch)
    page.goto(f"{JOIN}{language}/aanmelden/")
    fill_in(page, "Eigen Telefoon")
    page.evaluate("document.querySelector('[data-send-form]').click()")
    page.wait_for_url("**/mijn/**")
    expect(page.locator("html")).to_have_attribute("lang", language)
    page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        found += problems(page, f"personal page {language} at {width}", dutch)
    found += claiming(page, language, dutch)
    page.close()
    assert found == []
