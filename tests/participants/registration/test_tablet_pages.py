"""A tablet in registration mode: the form and nothing else, left with a PIN, and no page with people in it."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from mixen.languages import READING_LANGUAGES
from participants import actions
from participants.actions.tablets import Opened
from participants.middleware import COOKIE
from participants.models import ConsentText, Tablet
from participants.registration import keys
from tests.conftest import Cast

FIRST, LEAVE = "/tablet/", "/tablet/verlaten/"


@pytest.fixture
def tablet(opened: Opened) -> Client:
    client = Client(raise_request_exception=True)
    client.cookies[COOKIE] = opened.token
    return client


def row(opened: Opened) -> Tablet:
    return Tablet.objects.get(pk=opened.tablet.pk)


def test_putting_it_in_registration_mode_logs_out_and_hides_the_token(cast: Cast, as_user: Any) -> None:
    client = as_user(cast.ambassador)
    meeting = cast.project.meetings.get(kind="mix")
    sent = {"pin": "4827", "name": "Blauw", "meeting": meeting.pk}
    answer = client.post(f"{cast.project.get_absolute_url()}tablets/", sent)
    made = Tablet.objects.get()
    assert (answer.status_code, made.name, made.meeting, made.opened_by) == (200, "Blauw", meeting, cast.ambassador)
    cookie = answer.cookies[COOKIE]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Strict", 30 * 24 * 60 * 60)
    assert answer.headers["Cache-Control"] == "no-store, private"
    assert made.token_mark not in answer.content.decode()
    assert cookie.value not in str(list(Tablet.objects.values())) + str(list(Tablet.history.values()))
    assert "4827" not in str(list(Tablet.objects.values()))
    assert "_auth_user_id" not in client.session
    assert client.get(FIRST).status_code == 200


@pytest.mark.parametrize(
    ("pin", "told"),
    [("", "Vul dit in."), ("123", "vier tot acht cijfers"), ("123456789", "vier tot acht cijfers"),
     ("12a4", "vier tot acht cijfers"), ("٤٨٢٧", "vier tot acht cijfers"), ("1234", "te makkelijk"),
     ("0000", "te makkelijk"), ("9" * 5000, "20"), ("48\x0027", "Null-tekens")],
    ids=ascii,
)  # fmt: skip
def test_a_bad_pin_is_refused(cast: Cast, as_user: Any, pin: str, told: str) -> None:
    client = as_user(cast.ambassador)
    answer = client.post(f"{cast.project.get_absolute_url()}tablets/", {"pin": pin})
    assert (answer.status_code, told in answer.content.decode()) == (422, True)
    assert not Tablet.objects.exists()
    assert "_auth_user_id" in client.session


def test_a_meeting_of_another_project_is_refused(cast: Cast, as_user: Any) -> None:
    sent = {"pin": "4827", "meeting": cast.foreign.meetings.first().pk}
    assert as_user(cast.ambassador).post(f"{cast.project.get_absolute_url()}tablets/", sent).status_code == 422


@pytest.mark.parametrize("path", [FIRST, *(f"{FIRST}{code}/" for code in READING_LANGUAGES)])
def test_its_pages_may_be_kept_and_hold_nobody(cast: Cast, tablet: Client, path: str) -> None:
    answer = tablet.get(path)
    html = answer.content.decode()
    assert (answer.status_code, answer.headers["X-Shell"], answer.headers["Cache-Control"]) == (200, "1", "no-cache")
    assert keys.public_key()["spki"] in html
    assert "PRIVATE" not in html
    assert [name for name in cast.people if f"{name.title()} Proefpersoon" in html] == []
    assert not answer.cookies


def test_an_unknown_language_goes_to_the_first_page(cast: Cast, tablet: Client) -> None:
    answer = tablet.get(f"{FIRST}xx/")
    assert (answer.status_code, answer.headers["Location"]) == (302, FIRST)


@pytest.mark.parametrize("token", ["", "x", "x" * 5000, "'; --", "\x00"], ids=ascii)
@pytest.mark.parametrize("path", [FIRST, f"{FIRST}nl/"])
def test_any_other_machine_finds_it_closed(cast: Cast, path: str, token: str) -> None:
    client = Client()
    assert client.get(path).status_code == 403
    client.cookies[COOKIE] = token
    assert client.get(path).status_code == 403


def test_it_is_closed_after_twelve_hours_when_left_and_when_revoked(
    cast: Cast, opened: Opened, tablet: Client, clock: time_machine.Traveller
) -> None:
    clock.shift(timedelta(hours=12) - timedelta(seconds=1))
    assert tablet.get(FIRST).status_code == 200
    clock.shift(1)
    assert tablet.get(FIRST).status_code == 403
    clock.shift(-3600)
    assert tablet.get(FIRST).status_code == 200
    actions.revoke_tablet(tablet=opened.tablet, by=cast.coordinator)
    assert tablet.get(FIRST).status_code == 403


@pytest.mark.parametrize(
    "path",
    ["/", "/projecten/", "{project}", "{project}deelnemers/", "/accounts/login/", "/admin/", "/meedoen/x/",
     "/mijn/1-x/", "/bestaat-niet/", "//tablet/", "/tabletten/", "/tablet", "/TABLET/", "/projecten/../tablet/x"],
)  # fmt: skip
def test_any_other_address_goes_back_to_the_form(cast: Cast, tablet: Client, path: str) -> None:
    for method in (tablet.get, tablet.post):
        answer = method(path.format(project=cast.project.get_absolute_url()))
        assert (answer.status_code, answer.headers["Location"]) == (302, FIRST)


def test_who_is_logged_in_on_it_is_kept_to_the_form_too(cast: Cast, tablet: Client) -> None:
    tablet.force_login(cast.coordinator, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert tablet.get(cast.project.get_absolute_url()).headers["Location"] == FIRST


@pytest.mark.parametrize("path", ["/tablet/werker.js", "/tablet/manifest.webmanifest", "/healthz/"])
def test_what_belongs_to_the_form_opens(cast: Cast, tablet: Client, path: str) -> None:
    assert tablet.get(path).status_code == 200


def test_with_the_pin_it_is_left(cast: Cast, opened: Opened, tablet: Client) -> None:
    assert 'name="pin"' in tablet.get(LEAVE).content.decode()
    answer = tablet.post(LEAVE, {"pin": "4827"})
    assert (answer.status_code, answer.cookies[COOKIE].value) == (302, "")
    assert row(opened).left_at is not None
    assert tablet.get("/").headers["Location"] != FIRST


@pytest.mark.parametrize("pin", ["", "0000", "48270", " 4827x", "x" * 99, "\x00", "٤٨٢٧"], ids=ascii)
def test_a_wrong_pin_does_not_leave(cast: Cast, opened: Opened, tablet: Client, pin: str) -> None:
    assert tablet.post(LEAVE, {"pin": pin}).status_code == 422
    assert (row(opened).wrong_pins, row(opened).left_at) == (1, None)
    assert tablet.get("/").headers["Location"] == FIRST


def test_five_wrong_pins_close_it_and_then_only_logging_in_helps(cast: Cast, opened: Opened, tablet: Client) -> None:
    for number in range(1, 6):
        assert tablet.post(LEAVE, {"pin": "0000"}).status_code == 422
        assert row(opened).is_open() == (number < 5)
    assert tablet.get(FIRST).status_code == 403
    assert 'name="pin"' not in tablet.get(LEAVE).content.decode()
    answer = tablet.post(LEAVE, {"pin": ""})
    assert (answer.status_code, answer.cookies[COOKIE].value) == (302, "")
    assert tablet.get(cast.project.get_absolute_url()).status_code == 302


def test_a_machine_that_never_was_a_tablet_is_sent_to_the_log_in(cast: Cast) -> None:
    answer = Client().post(LEAVE, {"pin": "1"})
    assert (answer.status_code, answer.headers["Location"]) == (302, reverse("account_login"))


def test_a_text_that_nobody_read_says_so_in_its_own_language(cast: Cast, tablet: Client) -> None:
    for code in READING_LANGUAGES:
        noted = 'class="machine-note"' in tablet.get(f"{FIRST}{code}/").content.decode()
        texts = ConsentText.objects.in_force(code).values()
        assert noted == (not all(text.was_read for text in texts)) == (code != "nl")
    ConsentText.objects.filter(language="ar").update(read_by="Samira", read_on="2027-03-01")
    assert 'class="machine-note"' not in tablet.get(f"{FIRST}ar/").content.decode()
    ConsentText.objects.filter(language="ar", kind="photos").update(read_by="")
    assert 'class="machine-note"' in tablet.get(f"{FIRST}ar/").content.decode()
