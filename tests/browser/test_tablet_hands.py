"""A tablet from hand to hand: one person after the other, the PIN, nobody there any more; and one's own phone."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from mixen.languages import READING_LANGUAGES
from tests.browser.network import Network, a_network, no_answer
from tests.browser.registering import (
    OTHER,
    PIN,
    PROJECT,
    TABLETS,
    Hall,
    a_hall,
    browsers,
    counted,
    draw,
    fill_in,
    log_in,
    on,
    open_mode,
    register_here,
    send,
    try_again,
)

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("hands")]
CLOSED = "De aanmeldstand is voorbij."
FORM = f"/meedoen/{PROJECT}/ar/aanmelden/"


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


def holds(page: Page) -> int:
    return int(page.evaluate("TabletQueue.count()"))


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
    tablet.locator("[name=gender][value=woman]").check()
    tablet.get_by_label("In welk jaar ben je geboren?").fill("۱۹۹۰")  # as a Persian keyboard writes 1990
    on(tablet)
    tablet.locator("[name=phone]").fill("٠٦ ١٢٣٤ ٥٦٧٨")
    on(tablet)
    tablet.locator("[name=postcode]").fill("1069 ab")
    on(tablet)
    tablet.locator("summary", has_text="Een andere taal").press("Enter")
    expect(tablet.get_by_label("Frysk")).to_be_visible()
    for _screen in range(5):
        on(tablet)
    expect(tablet.get_by_role("heading", name="Klopt dit?")).to_be_focused()
    told = tablet.locator("[data-readback]").inner_text()
    assert all(text in told for text in (name, "1069 ab", "1990", "06 1234 5678".replace(" ", " ")))
    on(tablet)
    tablet.get_by_label("Ja, ik doe mee").check()
    drawn = draw(tablet)
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
    for said in ["Deze pincode is niet goed."] * 4 + ["Vijf keer een verkeerde pincode"]:
        tablet.get_by_label("Pincode").fill("9999")
        on(tablet, "Verlaten")
        expect(tablet.get_by_text(said)).to_be_visible()
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
    network.seen.clear()
    open_mode(tablet.context, network.address, f"/projecten/{OTHER}/tablets/")
    assert {f"/tablet/{code}/" for code in READING_LANGUAGES} <= set(network.seen)


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


@pytest.fixture
def phone(browser_of: Any) -> Page:
    return browser_of().new_page()


def test_on_ones_own_phone_a_begun_form_waits(phone: Page, network: Network) -> None:
    phone.goto(f"/meedoen/{PROJECT}/nl/aanmelden/")
    phone.get_by_label("Ik ben nieuw").check()
    phone.get_by_label("Ik ben 18 jaar").check()
    on(phone)
    phone.locator("[name=name]").fill("Begonnen Formulier")
    with phone.expect_response("**/bewaren/"):
        on(phone)
    phone.close()
    again = phone.context.new_page()
    again.goto(f"/meedoen/{PROJECT}/nl/aanmelden/")
    assert again.locator("[name=name]").input_value() == "Begonnen Formulier"
    assert again.locator("[name=side][value=new]").is_checked()
    expect(again.get_by_role("heading", name="Wie ben je?")).to_be_visible()


def test_on_ones_own_phone_in_ones_own_language(phone: Page, network: Network, hall: Hall) -> None:
    phone.goto(FORM)
    fill_in(phone, "Eigen Telefoon", photos_ok=True)
    send(phone, times=2)
    phone.wait_for_url("**/mijn/**")
    assert hall.registered("Eigen Telefoon") == 1
    expect(phone.locator("html")).to_have_attribute("lang", "ar")
    expect(phone.locator("html")).to_have_attribute("dir", "rtl")
    expect(phone.locator("article")).to_have_count(2)
    phone.locator("details").filter(has=phone.locator("article")).locator("summary").first.click()
    photos = phone.locator("article").last
    photos.locator("summary").click()
    photos.locator("form button").click()
    expect(phone.locator("article")).to_have_count(1)
    withdrawn = "SELECT kind FROM participants_consent WHERE signed_as = ? AND withdrawn_at IS NOT NULL"
    assert hall.rows(withdrawn, "Eigen Telefoon") == [("photos",)]
    phone.goto(FORM)
    assert phone.locator("[name=name]").input_value() == ""  # no draft is left for who uses this phone next


def test_without_javascript_it_is_one_long_page(browser_of: Any, hall: Hall) -> None:
    phone = browser_of(java_script_enabled=False).new_page()
    phone.goto(f"/meedoen/{PROJECT}/nl/aanmelden/")
    phone.get_by_label("Voornaam en achternaam").fill("Zonder Script")
    phone.locator("[name=phone]").fill("12")
    phone.get_by_role("button", name="Aanmelden").click()
    summary = phone.locator(".error-summary")
    expect(summary).to_contain_text("Er klopt nog iets niet")
    expect(summary).to_contain_text("Vul een telefoonnummer in van 10 cijfers")
    assert phone.locator("[name=name]").input_value() == "Zonder Script"
    assert phone.locator("[name=phone]").input_value() == "12"
    phone.get_by_label("Ik woon al lang").check()
    phone.get_by_label("Ik ben 18 jaar").check()
    phone.locator("[name=gender][value=man]").check()
    phone.locator("[name=phone]").fill("06 1234 5678")
    phone.get_by_label("Ja, ik doe mee").check()
    phone.locator("[name=signed_as]").fill("Zonder Script")
    phone.get_by_role("button", name="Aanmelden").click()
    phone.wait_for_url("**/mijn/**")
    assert hall.registered("Zonder Script") == 1
