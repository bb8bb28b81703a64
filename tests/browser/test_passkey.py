"""A passkey from adding it to logging in with it, on an authenticator that Chromium plays; under our own policy."""

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
PLAYED = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def log_in(page: Page, site: str) -> None:
    """By password, as far as that leads."""
    page.goto(f"{site}/account/login/")
    page.fill("input[name=login]", "noord@example.org")
    page.fill("input[name=password]", "mokum-demo")
    page.click("form button.btn-primary")


@pytest.fixture
def desk(chrome: Browser, site: str) -> Page:
    """A browser of its own at an office, with an authenticator in it."""
    page = chrome.new_context(viewport={"width": 1280, "height": 900}).new_page()
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": PLAYED})
    yield page
    page.context.close()


def test_a_passkey_is_added_and_opens_the_door(desk: Page, site: str) -> None:
    site = site.replace("127.0.0.1", "localhost")  # a passkey belongs to a name, and not to a number
    problems: list[str] = []
    desk.on("pageerror", lambda error: problems.append(str(error)))
    desk.on("console", lambda line: problems.append(line.text) if line.type == "error" else None)
    log_in(desk, site)
    desk.goto(f"{site}/account/2fa/webauthn/add/")
    desk.fill("input[name=password]", "mokum-demo")
    desk.click("form button.btn-primary")
    desk.click("#passkey-add")
    expect(desk.locator("#codes code")).to_have_count(10)
    with desk.expect_download() as saved:
        desk.click("#codes-save")
    assert desk.locator("#codes code").first.inner_text() in saved.value.path().read_text()
    desk.get_by_role("button", name="Uitloggen").click()
    log_in(desk, site)
    expect(desk).to_have_url(f"{site}/account/2fa/authenticate/")
    desk.click("#passkey-use")
    desk.wait_for_url("**/stadsdelen/noord/")
    assert problems == []
    # Taken away again: the others who use this site log in without it.
    desk.goto(f"{site}/account/2fa/")
    desk.get_by_role("link", name="Weghalen").click()
    desk.fill("input[name=password]", "mokum-demo")  # a new log-in confirms nothing yet
    desk.click("form button.btn-primary")
    desk.get_by_role("button", name="Passkey weghalen").click()
    expect(desk.get_by_text("De passkey is weggehaald.")).to_be_visible()
