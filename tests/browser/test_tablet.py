"""A tablet without a network, with a network that lies, and with a browser that dies: none lost, none twice."""

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from mixen.languages import READING_LANGUAGES
from tests.browser.network import RECEIVE, Network, a_network, no_answer
from tests.browser.profiles import end_browser, on_this_tablet, spellings, traces_in
from tests.browser.registering import (
    KEPT,
    PROJECT,
    Hall,
    a_hall,
    browsers,
    counted,
    draw,
    fill_in,
    log_in,
    open_mode,
    register_here,
    send,
    try_again,
    until,
)

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("tablet")]
NOT_SAVED = "NIET opgeslagen. Gebruik papier."


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    yield from a_hall(tmp_path_factory)


@pytest.fixture
def network(hall: Hall) -> Iterator[Network]:
    yield from a_network(hall.port)


@pytest.fixture
def browser_of(chrome: Browser, network: Network) -> Iterator[Callable[..., BrowserContext]]:
    yield from browsers(chrome, network)


@pytest.fixture
def tablet(browser_of: Callable[..., BrowserContext], network: Network) -> Page:
    return open_mode(browser_of(), network.address)


def test_the_form_works_without_a_network(tablet: Page, network: Network) -> None:
    tablet.goto("/tablet/nl/")
    network.stop()
    tablet.reload()
    expect(tablet.get_by_role("heading", name="Wie ben je?")).to_be_visible()
    for code, language in READING_LANGUAGES.items():
        tablet.goto(f"/tablet/{code}/")
        expect(tablet.locator("html")).to_have_attribute("dir", language.direction)
        expect(tablet.locator(".screen:visible")).to_have_count(1)
    tablet.goto("/tablet/")
    expect(tablet.locator(".language-choice a")).to_have_count(9)
    register_here(tablet, network.address, "Zonder Netwerk")
    counted(tablet, 1, 0)


def test_only_the_form_is_kept_and_never_a_page_with_people(browser_of: Any, network: Network) -> None:
    context = browser_of()
    log_in(context, network.address)
    before = context.new_page()
    before.goto(f"/projecten/{PROJECT}/deelnemers/")
    expect(before.get_by_text("Bekende Buurvrouw").first).to_be_visible()
    before.close()
    page = open_mode(context, network.address)
    for address in (f"/projecten/{PROJECT}/deelnemers/", "/tablet/verlaten/", "/tablet/ti/"):
        page.goto(address)
    found = page.evaluate("""async () => {
      const found = {};
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          found[new URL(request.url).pathname] = await (await cache.match(request)).text();
        }
      }
      return found;
    }""")
    pages = {path for path in found if not path.startswith("/static/")}
    assert pages == {"/tablet/", *(f"/tablet/{code}/" for code in READING_LANGUAGES)}
    assert len(found) > 20
    assert not [path for path, text in found.items() if "Bekende" in text or "csrfmiddlewaretoken" in text]


def test_three_without_a_network_and_a_tablet_that_dies(
    chrome: Browser, network: Network, hall: Hall, tmp_path: Path
) -> None:
    """kill -9 of the browser loses none, sends none twice, and leaves nothing that can be read on the tablet."""
    people = {"Zwaluwhilde Proefmans": "nl", "Quirijntje Proefmans": "nl", "ياسمينة التجريبية": "ar"}
    profile = tmp_path / "profile"
    context = on_this_tablet(chrome, profile)
    page = open_mode(context, network.address)
    network.stop()
    for number, (name, language) in enumerate(people.items()):
        register_here(page, network.address, name, language, phone=f"06 4135 286{number}", own_script_name=name)
    counted(page, 3, 0)
    end_browser(profile)
    traces = [spelling for name in (*people, "06 4135 286", "064135286") for spelling in spellings(name)]
    assert traces_in(profile, traces) == []
    network.start()
    context = on_this_tablet(chrome, profile)
    page = context.new_page()
    page.goto(f"{network.address}/tablet/")
    counted(page, 0, 3)
    assert [hall.registered(name) for name in people] == [1, 1, 1]
    # Control: what is kept readable on a tablet is found, also after kill -9.
    page.evaluate("localStorage.setItem('control', 'Zwaluwhilde Proefmans')")
    page.evaluate("TabletQueue.remember('control', {name: ['ياسمينة التجريبية']})")
    for _look in range(40):  # the browser itself decides when localStorage goes to disk
        time.sleep(0.5)
        if len({trace for trace, _file in traces_in(profile, traces)}) >= 2:
            break
    context.close()
    assert len({trace for trace, _file in traces_in(profile, traces)}) >= 2


WRONG_ANSWERS = [
    (503, "text/html", "<h1>Service Unavailable</h1>"),
    (401, "application/json", '{"answer": "unknown_tablet"}'),
    (422, "text/html", "<h1>Er klopt nog iets niet</h1>"),
    (200, "text/html", "<h1>Welkom op de wifi</h1>"),
    (200, "application/json", "{}"),
    (201, "application/json", json.dumps({"answer": "stored", "key": str(uuid4())})),
    (403, "application/json", '{"detail": "forbidden"}'),
    (429, "text/html", "<h1>Even wachten</h1>"),
    (400, "text/html", "<h1>Bad Request</h1>"),
    (410, "text/html", "<h1>Gone</h1>"),
]


def test_only_our_own_answer_lets_go(tablet: Page, network: Network, hall: Hall) -> None:
    network.fault = no_answer
    register_here(tablet, network.address, "Hardnekkig Bewaard")
    (key,) = tablet.evaluate(KEPT)
    for wrong in [*WRONG_ANSWERS, "lost"]:
        network.fault = lambda path, body, wrong=wrong: wrong if path == RECEIVE else None
        asked = network.seen.count(RECEIVE)
        try_again(tablet)
        until(lambda asked=asked: network.seen.count(RECEIVE) > asked)
        tablet.wait_for_timeout(200)
        assert tablet.evaluate(KEPT) == [key], wrong
        if wrong == "lost":  # the application stored it; that its answer went missing says nothing about when
            until(lambda: hall.registered("Hardnekkig Bewaard") == 1)
        else:
            assert hall.registered("Hardnekkig Bewaard") == 0
    network.fault = lambda path, body: None
    try_again(tablet)
    counted(tablet, 0, 1)
    assert hall.registered("Hardnekkig Bewaard") == 1


def test_what_the_server_cannot_accept_it_keeps_itself(tablet: Page, network: Network, hall: Hall) -> None:
    """202 and 410 let go; what cannot be opened stays, is shown, and stands in nobody's way."""
    register_here(tablet, network.address, "Telefoon Onmogelijk", phone="0999999999")
    counted(tablet, 0, 1)
    assert hall.registered("Telefoon Onmogelijk") == 0
    assert hall.rows("SELECT count(*) FROM participants_parked WHERE answers LIKE '%Telefoon Onmogelijk%'") == [(1,)]
    tablet.goto("/tablet/nl/")
    fill_in(tablet, "Gewiste Persoon")
    key = tablet.locator("[name=key]").input_value().replace("-", "")
    erased = "INSERT INTO participants_erasedregistration (key, erased_on, why) VALUES (?, '2026-01-01', 'asked')"
    hall.write(erased, key)
    send(tablet)
    counted(tablet, 0, 2)
    assert hall.registered("Gewiste Persoon") == 0
    broken = {"v": 1, "key": str(uuid4()), "with": "0" * 16, "wrapped": "AAAA", "iv": "AAAA", "data": "AAAA"}
    tablet.evaluate("record => TabletQueue.keep(record)", broken)
    register_here(tablet, network.address, "Achter De Kapotte")
    counted(tablet, 1, 3)
    expect(tablet.locator("[data-trouble]")).to_contain_text("kan de server niet openen")
    assert hall.registered("Achter De Kapotte") == 1
    assert tablet.evaluate(KEPT) == [broken["key"]]


def test_one_record_that_keeps_failing_holds_up_no_other(tablet: Page, network: Network, hall: Hall) -> None:
    network.fault = no_answer
    register_here(tablet, network.address, "Altijd Vijfhonderd")
    register_here(tablet, network.address, "Gewoon Goed")
    failing, _fine = tablet.evaluate(KEPT)
    network.fault = lambda path, body: no_answer(path) if failing.encode() in body else None
    try_again(tablet)
    until(lambda: hall.registered("Gewoon Goed") == 1)
    until(lambda: tablet.evaluate(KEPT) == [failing])


def test_two_tabs_send_each_record_once(tablet: Page, network: Network, hall: Hall) -> None:
    other = tablet.context.new_page()
    tabs = {tablet: ["Tab Een A", "Tab Een B"], other: ["Tab Twee A", "Tab Twee B"]}
    network.stop()
    for page, names in tabs.items():
        for name in names:
            register_here(page, network.address, name)
    network.start()
    for page in tabs:
        try_again(page)
    for page, names in tabs.items():
        counted(page, 0, 4)
        assert [hall.registered(name) for name in names] == [1, 1]


def test_a_double_tap_registers_once(tablet: Page, network: Network, hall: Hall) -> None:
    tablet.goto("/tablet/nl/")
    fill_in(tablet, "Dubbele Tik")
    send(tablet, times=3)
    counted(tablet, 0, 1)
    assert hall.registered("Dubbele Tik") == 1
    assert network.seen.count(RECEIVE) == 1


@pytest.mark.parametrize(
    "broken",
    [
        "indexedDB.open = () => { throw new Error('broken') }",
        "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') }",
        "delete Crypto.prototype.randomUUID",
    ],
)
def test_what_cannot_be_kept_is_said_and_stays_on_the_screen(tablet: Page, network: Network, broken: str) -> None:
    tablet.add_init_script(broken)
    tablet.goto("/tablet/nl/")
    fill_in(tablet, "Niet Bewaard")
    send(tablet)
    expect(tablet.locator("[data-trouble]")).to_have_text(NOT_SAVED)
    assert tablet.url == f"{network.address}/tablet/nl/"
    assert tablet.locator("[name=name]").input_value() == "Niet Bewaard"
    assert not any("Bewaard" in path for path in network.seen)


def test_a_very_long_signature_is_kept_and_accepted(tablet: Page, hall: Hall) -> None:
    """A child who draws for minutes: more points than the server takes, and more than a function takes arguments."""
    tablet.add_init_script("""document.addEventListener("DOMContentLoaded", () => {
      const points = Array.from({ length: 200000 }, (_one, n) => ({ x: n % 700, y: n % 190 }));
      SignaturePad.prototype.toData = () => [{ points }];
    })""")
    tablet.goto("/tablet/nl/")
    fill_in(tablet, "Lange Krabbel", signed_as="")
    tablet.evaluate("document.querySelector('[data-screen=agree]').hidden = false")
    draw(tablet)
    assert 3000 < len(json.loads(tablet.locator("[name=strokes]").input_value())[0]) <= 5000
    send(tablet)
    counted(tablet, 0, 1)
    assert hall.registered("Lange Krabbel") == 1


def test_without_its_script_the_form_sends_nothing_in_an_address(tablet: Page, network: Network) -> None:
    tablet.add_init_script("""
      const add = document.addEventListener.bind(document);
      document.addEventListener = (...all) => document.currentScript?.src.endsWith("/tablet.js") || add(...all);
    """)
    tablet.goto("/tablet/nl/")
    fill_in(tablet, "Niet In Adres")
    send(tablet)
    tablet.wait_for_timeout(300)
    assert "Adres" not in tablet.url
    assert tablet.locator("[name=name]").input_value() == "Niet In Adres"
