"""A tablet in registration mode: without a network, with a network that lies, and in the hands of the next person."""

import base64
import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from mixen.languages import READING_LANGUAGES
from tests.browser.conftest import FLAGS
from tests.browser.registering import (
    OTHER,
    PIN,
    PROJECT,
    TABLETS,
    Hall,
    Network,
    a_hall,
    counted,
    fill_in,
    log_in,
    open_mode,
    register_here,
    send,
    try_again,
)
from tests.servers import chromium

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("tablet")]
RECEIVE = "/tablet/ontvangen/"
KEPT = "TabletQueue.all().then(rows => rows.map(row => row.key))"
CLOSED = "De aanmeldstand is voorbij."
NOT_SAVED = "NIET opgeslagen. Gebruik papier."


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    yield from a_hall(tmp_path_factory)


@pytest.fixture
def network(hall: Hall) -> Iterator[Network]:
    network = Network(hall)
    yield network
    network.stop()


@pytest.fixture
def browser_of(chrome: Browser, network: Network) -> Iterator[Callable[..., BrowserContext]]:
    """Browsers of people here; an error in a script fails the test."""
    contexts: list[BrowserContext] = []
    problems: list[str] = []

    def make(**options: Any) -> BrowserContext:
        context = chrome.new_context(
            viewport={"width": 800, "height": 1100}, locale="nl-NL", base_url=network.address, **options
        )
        context.on("weberror", lambda error: problems.append(str(error.error)))
        context.set_default_timeout(20_000)
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()
    assert not problems


@pytest.fixture
def tablet(browser_of: Callable[..., BrowserContext], network: Network) -> Page:
    return open_mode(browser_of(), network.address)


def no_answer(path: str, body: bytes = b"") -> Any:
    return (503, "text/html", "<h1>Service Unavailable</h1>") if path == RECEIVE else None


def until(true: Callable[[], bool], within: float = 15) -> None:
    end = time.monotonic() + within
    while not true():
        assert time.monotonic() < end, "this did not happen in time"
        time.sleep(0.05)


def holds(page: Page) -> int:
    return int(page.evaluate("TabletQueue.count()"))


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
        register_here(page, network.address, name, language, phone=f"06 9753 186{number}", own_script_name=name)
    counted(page, 3, 0)
    end_browser(profile)
    traces = [spelling for name in (*people, "06 9753 186", "069753186") for spelling in spellings(name)]
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
    time.sleep(1)  # the browser itself decides when localStorage goes to disk
    context.close()
    assert len({trace for trace, _file in traces_in(profile, traces)}) >= 2


def on_this_tablet(chrome: Browser, profile: Path) -> BrowserContext:
    return chrome.browser_type.launch_persistent_context(profile, executable_path=chromium(), args=FLAGS)


def end_browser(profile: Path) -> None:
    """kill -9 of the browser that uses this profile, and of nothing else."""
    mine = [
        int(folder.name)
        for folder in Path("/proc").iterdir()
        if folder.name.isdigit() and f"--user-data-dir={profile}".encode() in command_of(folder).split(b"\0")
    ]
    assert mine
    for process in mine:
        os.kill(process, signal.SIGKILL)
    until(lambda: not any(command_of(Path("/proc") / str(process)) for process in mine))


def command_of(folder: Path) -> bytes:
    try:
        return (folder / "cmdline").read_bytes()
    except OSError:
        return b""


def spellings(text: str) -> list[bytes]:
    """How a text may stand in a file: UTF-8, UTF-16, as JSON escapes it, and base64 at each of its three places."""
    plain = text.encode()
    moved = [base64.b64encode(b"." * place + plain)[4 if place else 0 : -4] for place in range(3)]
    return [plain, text.encode("utf-16-le"), json.dumps(text).strip('"').encode(), *moved]


def traces_in(profile: Path, traces: list[bytes]) -> list[tuple[bytes, str]]:
    files = [path for path in profile.rglob("*") if path.is_file() and not path.is_symlink()]
    assert len(files) > 20
    return [(trace, path.name) for path in files for trace in set(traces) if trace in path.read_bytes()]


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
        assert hall.registered("Hardnekkig Bewaard") == int(wrong == "lost")
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
    hall.write("INSERT INTO participants_erasedregistration (key, erased_on) VALUES (?, '2026-01-01')", key)
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
    assert tablet.evaluate(KEPT) == [failing]


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
        "delete window.BroadcastChannel",
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


def test_without_its_script_the_form_sends_nothing_in_an_address(tablet: Page, network: Network) -> None:
    gone = (404, "text/plain", "")
    network.fault = lambda path, body: gone if path.endswith(("tablet.js", "tablet-queue.js")) else None
    tablet.evaluate("navigator.serviceWorker.getRegistration().then(one => one.unregister())")
    tablet.goto("/tablet/nl/")
    fill_in(tablet, "Niet In Adres")
    send(tablet)
    tablet.wait_for_timeout(300)
    assert "Adres" not in tablet.url
    assert tablet.locator("[name=name]").input_value() == "Niet In Adres"


def on(page: Page, label: str = "Verder") -> None:
    page.get_by_role("button", name=label, exact=True).click()


def test_by_hand_through_every_screen_to_the_next_person(tablet: Page, network: Network, hall: Hall) -> None:
    name = "Handmatige Invulster"
    asked: list[str] = []
    tablet.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    tablet.get_by_role("link", name="Nederlands").click()
    on(tablet)
    expect(tablet.locator(".error-summary")).to_be_focused()
    tablet.get_by_label("Ik ben nieuw").check()
    tablet.get_by_label("Ik ben 18 jaar").check()
    on(tablet)
    tablet.get_by_label("Voornaam en achternaam").fill(name)
    with pytest.raises(Exception, match="Timeout"):
        tablet.reload(timeout=1500)
    assert asked == ["beforeunload"]
    on(tablet)
    tablet.get_by_label("Vrouw", exact=True).check()
    tablet.get_by_label("In welk jaar ben je geboren?").fill("۱۹۹۰")  # as a Persian keyboard writes 1990
    on(tablet)
    tablet.get_by_label("Telefoon", exact=True).fill("٠٦ ١٢٣٤ ٥٦٧٨")
    on(tablet)
    tablet.get_by_label("Postcode").fill("1069 ab")
    on(tablet)
    tablet.locator("summary", has_text="Een andere taal").press("Enter")
    expect(tablet.get_by_label("Frysk")).to_be_visible()
    for _screen in range(5):
        on(tablet)
    expect(tablet.get_by_role("heading", name="Klopt dit?")).to_be_focused()
    told = tablet.locator("[data-readback]").inner_text()
    assert all(text in told for text in (name, "1069 ab", "Vrouw"))
    on(tablet)
    tablet.get_by_label("Ja, ik doe mee").check()
    field = tablet.locator("[data-signature]")
    field.scroll_into_view_if_needed()
    box = field.bounding_box()
    assert box
    tablet.mouse.move(box["x"] + 40, box["y"] + 40)
    tablet.mouse.down()
    tablet.mouse.move(box["x"] + 300, box["y"] + 120, steps=15)
    tablet.mouse.up()
    drawn = tablet.locator("[name=strokes]").input_value()
    assert len(json.loads(drawn)[0]) > 3
    for way in ["Terug"] * 11 + ["Verder"] * 11:
        on(tablet, way)
    tablet.set_viewport_size({"width": 1100, "height": 800})  # turned on its side
    tablet.wait_for_timeout(100)
    assert tablet.locator("[name=strokes]").input_value() == drawn
    assert tablet.locator("[name=name]").input_value() == name
    on(tablet, "Aanmelden")
    expect(tablet.locator("[data-saved]")).to_have_text("Opgeslagen op deze tablet.")
    counted(tablet, 0, 1)
    assert name not in tablet.content()
    tablet.get_by_role("link", name="Volgende persoon").click()
    tablet.locator(".language-choice").wait_for()
    for _back in range(4):
        tablet.go_back()
        tablet.wait_for_load_state()
        assert name not in tablet.content() + "".join(
            tablet.locator("input").evaluate_all("all => all.map(e => e.value)")
        )
    tablet.goto("/tablet/nl/")
    assert {tablet.locator(f"[name={field}]").input_value() for field in ("name", "phone", "strokes")} == {""}
    strokes = hall.rows(
        "SELECT strokes FROM participants_signature s JOIN participants_participant p ON p.id = s.participant_id"
        " JOIN participants_person person ON person.id = p.person_id WHERE name = ?",
        name,
    )
    assert [json.loads(row[0]) for row in strokes] == [json.loads(drawn)]


def test_a_very_long_signature_is_kept_and_accepted(tablet: Page, hall: Hall) -> None:
    tablet.goto("/tablet/nl/")
    fill_in(tablet, "Lange Krabbel", signed_as="")
    scribble = """() => {
      const pad = document.querySelector('[data-signature]');
      document.querySelectorAll('.screen').forEach(s => s.hidden = s.dataset.screen !== 'agree');
      const box = pad.getBoundingClientRect();
      const tell = (kind, x, y) => pad.dispatchEvent(new PointerEvent(kind, {
        clientX: box.x + x, clientY: box.y + y, buttons: 1, button: 0, pointerId: 1, isPrimary: true, bubbles: true, cancelable: true }));
      return new Promise(done => {
        tell('pointerdown', 10, 10);
        let n = 0;
        const more = () => { tell('pointermove', 10 + (n * 37) % 500, 10 + (n * 53) % 120); n += 1;
          if (n < 60) setTimeout(more, 17); else { tell('pointerup', 10, 10); done(); } };
        more();
      });
    }"""
    tablet.evaluate(scribble)
    drawn = json.loads(tablet.locator("[name=strokes]").input_value())
    assert len(drawn[0]) > 20
    long = [[[n * 7 % 1000, n * 11 % 300] for n in range(4900)]]
    tablet.evaluate("text => { document.querySelector('[name=strokes]').value = text; }", json.dumps(long))
    send(tablet)
    counted(tablet, 0, 1)
    assert hall.registered("Lange Krabbel") == 1


def test_registration_mode_does_nothing_else(tablet: Page, network: Network) -> None:
    people = f"/projecten/{PROJECT}/deelnemers/"
    for address in ("/", "/projecten/", people, TABLETS, "/beheer/", "/account/login/", "/meedoen/noord-proef/"):
        tablet.goto(address)
        assert tablet.url == f"{network.address}/tablet/", address
        assert "Bekende" not in tablet.content()


def test_the_right_pin_leaves(tablet: Page, network: Network) -> None:
    tablet.get_by_role("link", name="Aanmeldstand verlaten").click()
    tablet.get_by_label("Pincode").fill(PIN)
    on(tablet, "Verlaten")
    tablet.wait_for_url("**/account/login/")
    tablet.goto("/projecten/")
    assert "/account/login/" in tablet.url


def test_five_wrong_pins_close_it_and_what_it_holds_stays(tablet: Page, network: Network, hall: Hall) -> None:
    network.fault = no_answer
    register_here(tablet, network.address, "Blijft Op De Tablet")
    tablet.goto("/tablet/verlaten/")
    for _time in range(5):
        tablet.get_by_label("Pincode").fill("9999")
        on(tablet, "Verlaten")
        expect(tablet.get_by_text("Deze pincode is niet goed.")).to_be_visible()
    tablet.goto("/tablet/nl/")
    expect(tablet.get_by_role("heading", name="De aanmeldstand is uit")).to_be_visible()
    assert holds(tablet) == 1
    on(tablet, "Naar inloggen")
    tablet.wait_for_url("**/account/login/")
    # In another project, the one it was filled in for gets it.
    again = open_mode(tablet.context, network.address, f"/projecten/{OTHER}/tablets/")
    network.fault = lambda path, body: None
    try_again(again)
    counted(again, 0, 1)
    assert hall.registered("Blijft Op De Tablet", PROJECT) == 1
    assert hall.registered("Blijft Op De Tablet", OTHER) == 0


def test_in_another_project_the_kept_form_is_that_projects(tablet: Page, network: Network) -> None:
    tablet.goto("/tablet/verlaten/")
    tablet.get_by_label("Pincode").fill(PIN)
    on(tablet, "Verlaten")
    again = open_mode(tablet.context, network.address, f"/projecten/{OTHER}/tablets/")
    network.stop()
    again.goto("/tablet/")
    expect(again.locator(".page-lead")).to_have_text("West proef")


def test_revoked_by_the_coordinator(tablet: Page, network: Network, hall: Hall, browser_of: Any) -> None:
    network.fault = no_answer
    register_here(tablet, network.address, "Ingetrokken Tablet")
    desk = browser_of().new_page()
    log_in(desk.context, network.address, "coordinator")
    desk.goto(TABLETS)
    desk.get_by_role("button", name="Intrekken").first.click()
    desk.get_by_text("is ingetrokken").wait_for()
    network.fault = lambda path, body: None
    try_again(tablet)
    expect(tablet.locator("[data-trouble]")).to_contain_text(CLOSED)
    counted(tablet, 1, 0)
    tablet.goto("/tablet/nl/")
    expect(tablet.get_by_role("heading", name="De aanmeldstand is uit")).to_be_visible()
    assert holds(tablet) == 1
    assert hall.registered("Ingetrokken Tablet") == 0


def impatient(page: Page, idle: float, grace: float) -> None:
    page.add_init_script(f"""document.addEventListener("DOMContentLoaded", () => {{
      const form = document.querySelector("[data-tablet-form]");
      if (form) Object.assign(form.dataset, {{ idleSeconds: "{idle}", graceSeconds: "{grace}" }});
    }});""")


def test_nobody_there_any_more(browser_of: Any, network: Network) -> None:
    tablet = open_mode(browser_of(has_touch=True), network.address)
    impatient(tablet, 1, 3)
    tablet.goto("/tablet/nl/")
    tablet.get_by_label("Ik ben 18 jaar").check()
    fill_in(tablet, "Weggelopen Persoon", is_adult=False)
    dialog = tablet.get_by_role("alertdialog")
    expect(dialog).to_be_visible()
    box = tablet.get_by_role("button", name="Ja, ik ga verder").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    tablet.evaluate(
        """([x, y]) => {
      const under = document.createElement("button");
      under.type = "button";
      under.id = "under";
      under.onclick = () => { under.dataset.tapped = "yes"; };
      under.style.cssText = `position: fixed; left: ${x - 40}px; top: ${y - 40}px; width: 80px; height: 80px`;
      document.querySelector("main").append(under);
    }""",
        [x, y],
    )
    tablet.touchscreen.tap(x, y)
    expect(dialog).to_be_hidden()
    assert tablet.locator("#under").get_attribute("data-tapped") is None
    assert tablet.locator("[name=name]").input_value() == "Weggelopen Persoon"
    expect(dialog).to_be_visible()
    tablet.wait_for_url("**/tablet/")
    tablet.goto("/tablet/nl/")
    assert tablet.locator("[name=name]").input_value() == ""


def test_a_tablet_that_slept_shows_nothing_of_who_was_there(tablet: Page) -> None:
    """Timers stand still while a tablet sleeps; the clock on the wall does not."""
    tablet.goto("/tablet/nl/")
    fill_in(tablet, "Slapende Tablet")
    tablet.evaluate("""() => {
      const now = Date.now();
      Date.now = () => now + 3600 * 1000;
      document.dispatchEvent(new Event("visibilitychange"));
    }""")
    tablet.wait_for_url("**/tablet/")
