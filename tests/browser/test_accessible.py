"""axe finds nothing wrong, nothing scrolls sideways and targets are large enough, at the sizes people have."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import YEAR

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
RUNNING, OSDORP = f"/projecten/oost-{YEAR}/", "/projecten/osdorp-2010/"
PAGES = {
    "coordinator": [
        "/",
        "/projecten/",
        "/projecten/nieuw/",
        RUNNING,
        f"{RUNNING}aanpassen/",
        f"{RUNNING}stappenplan/",
        f"{RUNNING}deelnemers/",
        f"{RUNNING}werving/",
        f"{RUNNING}werving/verteld/",
        f"{RUNNING}niet-gekomen/",
        f"{RUNNING}koppels/",
        f"{RUNNING}koppels/maken/",
        f"{RUNNING}koppels/gewichten/",
        f"{RUNNING}koppels/niet-samen/",
        f"{RUNNING}koppels/kaarten/",
        f"{RUNNING}bijeenkomsten/",
        f"{RUNNING}partners/",
        f"{RUNNING}programma/",
        f"{RUNNING}declaraties/",
        f"{RUNNING}declaraties/indienen/",
        *(
            f"{RUNNING}geld/{part}"
            for part in (
                *("", "afspraak/", "begroting/", "bijdragen/nieuw/", "uitgave/", "uitgaven/", "vergoedingen/"),
                *("vergoedingen/nieuw/", "uitbetalen/", "afrekening/"),
            )
        ),
        f"{RUNNING}verslag/",
        f"{RUNNING}verslag/schrijven/",
        f"{RUNNING}verslag/cijfers/matching.couples/",
        "/stad/",
        f"{RUNNING}belronde/",
        f"{RUNNING}belronde/overdragen/",
        f"{RUNNING}aandacht/late_steps/uitstellen/",
        f"{RUNNING}publiciteit/",
        f"{RUNNING}publiciteit/contact/",
        f"{RUNNING}publiciteit/vacancy/",
        f"/projecten/noord-{YEAR + 1}/publiciteit/press/",
        "/in-de-buurt/",
        "/in-de-buurt/oost/",
        "/in-de-buurt/weesp/",
        f"/in-de-buurt/project/oost-{YEAR}/",
        f"/in-de-buurt/project/oost-{YEAR}/ar/",
        f"/in-de-buurt/project/oost-{YEAR}/ambassadeur/",
        "/kenniscentrum/",
        "/kenniscentrum/?zoek=coordinator+deelnemers",
        "/kenniscentrum/?zoek=xyzzy",
        "/kenniscentrum/nieuw/",
        "/kenniscentrum/checklists/schrijven/",
        "/kenniscentrum/training/versies/",
        "/kenniscentrum/training/versies/1/",
        f"{RUNNING}zorg/",
        f"{RUNNING}zorg/melden/",
        f"{RUNNING}evaluatie/",
        f"{RUNNING}evaluatie/papier/",
        f"{RUNNING}evaluatie/dank/ar/",
        f"{OSDORP}geld/",
        f"{OSDORP}verslag/",
        f"{OSDORP}certificaten/",
    ],
    "ambassadeur": [
        "/",
        "/kenniscentrum/",
        *(f"/kenniscentrum/{page}/" for page in ("training", "werven-per-doelgroep", "checklists", "partners")),
        f"{RUNNING}deelnemers/aanmelden/",
        f"{RUNNING}niet-gekomen/",
        f"{RUNNING}belronde/",
        f"{RUNNING}belronde/overdragen/",
        f"{RUNNING}zorg/melden/",
        f"{RUNNING}koppels/kaarten/",
        f"{RUNNING}evaluatie/",
        f"{RUNNING}certificaten/uitdelen/",
        f"{RUNNING}verslag/fotos/",
    ],
    "nieuw-west": ["/"],
}
SMALL_TARGETS = """
() => ['a.btn', 'button', 'input:not([type=hidden])', 'select', 'textarea']
  .flatMap(kind => [...document.querySelectorAll(`main ${kind}`)])
  .filter(e => e.offsetParent && !e.closest('.form-check, .tick'))
  .map(e => [e.outerHTML.slice(0, 90), (e.closest('label') || e).getBoundingClientRect()])
  .filter(([_, box]) => box.width > 0 && box.height < 43.5)
  .map(([html, box]) => `${box.height} ${html}`)
"""


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("who", PAGES)
def test_pages_are_accessible(enter: Callable[..., Page], who: str, width: int) -> None:
    page = enter(who, width=width)
    axe = Axe()
    found = []
    for address in PAGES[who]:
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        result = axe.run(page, options=RULES)
        found += [
            f"{address} {problem['id']}: {problem['nodes'][0]['html'][:120]}"
            for problem in result.response["violations"]
        ]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(f"{address} scrolls sideways at {width}")
        found += [f"{address} target too small: {target}" for target in page.evaluate(SMALL_TARGETS)]
    assert not found, "\n".join(found)


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
    "evaluation": (f"{RUNNING}evaluatie/", "main a[href*='/evaluatie/']:has(.side-badge)", ("",)),
}


@pytest.mark.parametrize("width", [320, 820, 1280])
def test_pages_about_one_are_accessible(enter: Callable[..., Page], width: int) -> None:
    page = enter("coordinator", width=width)
    axe, found = Axe(), []
    addresses = []
    for start, first, under in OF_ONE.values():
        page.goto(start)
        own = page.locator(first).first.get_attribute("href")
        assert own, start
        addresses += [own + rest for rest in under]
        if start.endswith("zorg/"):
            addresses.append(f"{RUNNING}koppels/uit-elkaar/{own.rstrip('/').rpartition('/')[2]}/")
    for address in addresses:
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        problems = axe.run(page, options=RULES).response["violations"]
        found += [f"{address} {one['id']}: {one['nodes'][0]['html'][:120]}" for one in problems]
        found += [f"{address} too small: {small}" for small in page.evaluate(SMALL_TARGETS)]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(f"{address} scrolls sideways at {width}")
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


@pytest.mark.parametrize("width", [320, 820])
@pytest.mark.parametrize("project", [RUNNING, "/projecten/oefenmiddag/"])
def test_the_steps_of_an_afternoon_are_accessible(enter: Callable[..., Page], project: str, width: int) -> None:
    """The one has its couples, the other is still to begin."""
    page = enter("projectleider", width=width)
    page.goto(f"{project}koppels/")
    page.get_by_role("link", name="Naar de mixbijeenkomst").click()
    page.locator("#bord").wait_for()
    mix = page.url.partition("/mix/")[0] + "/mix/"
    axe, found = Axe(), []
    for step in AFTERNOON:
        page.goto(mix + step)
        problems = axe.run(page, options=RULES).response["violations"]
        found += [f"{step} {one['id']}: {one['nodes'][0]['html'][:120]}" for one in problems]
        found += [f"{step} {small}" for small in page.evaluate(SMALL_TARGETS)]
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, step
    assert found == []
