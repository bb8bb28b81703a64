"""Every page of every role is accessible, at the sizes people have."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import YEAR
from tests.browser.looking import faults, opened

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
RUNNING, OSDORP = f"/projecten/oost-{YEAR}/", "/projecten/osdorp-2010/"
PAGES = {
    "coordinator": [
        "/",
        "/projecten/",
        "/projecten/nieuw/",
        RUNNING,
        f"{RUNNING}aanpassen/",
        f"{RUNNING}stappenplan/",
        f"{RUNNING}stappenplan/nieuw/",
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
        f"{RUNNING}partners/nieuw/",
        *(f"{RUNNING}team/{part}" for part in ("", "uitnodigen/", "training/", "training/nieuw/")),
        *(f"/organisaties/{part}" for part in ("", "nieuw/", "dubbel/")),
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
        *(f"/account/{part}" for part in ("", "2fa/", "password/change/")),
        "/accounts/",
        "/spoor/?wat=changed",
        "/toestemmingsteksten/",
        f"{RUNNING}toestemmingen/",
        "/privacy/ar/",
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
        f"{RUNNING}team/",
        f"{RUNNING}team/training/",
    ],
    "nieuw-west": ["/"],
}


@pytest.mark.parametrize("who", PAGES)
def test_pages_are_accessible(enter: Callable[..., Page], who: str) -> None:
    page = enter(who)
    found = [fault for address in PAGES[who] for fault in faults(opened(page, address), address)]
    assert not found, "\n".join(found)
