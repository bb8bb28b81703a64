"""Logging in, by password and by code, and what happens to who keeps guessing."""

import re
from types import SimpleNamespace

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from mixen.accounts.models import AuditEvent, User
from tests.conftest import PASSWORD

LOGIN = "/account/login/"
CODE = "/account/login/code/"
CONFIRM = "/account/login/code/confirm/"


@pytest.fixture
def people(db, clock):
    """Three who may log in, without projects."""
    return SimpleNamespace(
        coordinator=User.objects.create_user("leiding@example.org", PASSWORD, name="Coördinator", is_coordinator=True),
        ambassador=User.objects.create_user("vrijwilliger@example.org", PASSWORD, name="Ambassadeur"),
        colleague=User.objects.create_user("collega@example.org", PASSWORD, name="Collega"),
    )


@pytest.fixture(autouse=True)
def no_memory_of_other_tests(db):
    cache.clear()
    yield
    cache.clear()


def attempt(user, password, client=None, **extra):
    return (client or Client()).post(LOGIN, {"login": user.email, "password": password}, **extra)


def logged_in(response):
    return "_auth_user_id" in response.client.session


def guess(user, times, **extra):
    for _number in range(times):
        response = attempt(user, "verkeerd", **extra)
    return response


@pytest.mark.parametrize("written", [str.lower, str.upper, str.title])
def test_the_right_password_opens_the_door_however_the_address_is_written(people, written):
    response = Client().post(LOGIN, {"login": written(people.ambassador.email), "password": PASSWORD})
    assert response.status_code == 302
    assert logged_in(response)
    assert AuditEvent.objects.get(kind=AuditEvent.Kind.LOGIN).by == people.ambassador


@pytest.mark.parametrize(
    ("login", "password"),
    [
        ("vrijwilliger@example.org", "verkeerd"),
        ("niemand@example.org", PASSWORD),
        ("vrijwilliger@example.org", ""),
        ("", ""),
        ("geen adres", PASSWORD),
        ("vrijwilliger@example.org\x00", PASSWORD),
        ("x" * 300 + "@example.org", PASSWORD),
    ],
    ids=ascii,
)
def test_a_wrong_log_in_is_refused_in_dutch(people, login, password):
    response = Client().post(LOGIN, {"login": login, "password": password})
    page = response.content.decode()
    assert response.status_code == 200
    assert not logged_in(response)
    assert "Er klopt nog iets niet" in page
    for english in ("This field", "Enter a", "not correct", "is required"):
        assert english not in page


def test_a_wrong_password_and_an_unknown_address_are_told_the_same(people):
    def told(login):
        page = Client().post(LOGIN, {"login": login, "password": "verkeerd"}).content.decode()
        return re.sub(r"csrfmiddlewaretoken\\W[^>]+|value=\"[^\"]*\"", "", page)

    assert told(people.ambassador.email) == told("niemand@example.org")


def test_an_account_that_was_switched_off_stays_out(people):
    User.objects.filter(pk=people.ambassador.pk).update(is_active=False)
    assert not logged_in(attempt(people.ambassador, PASSWORD))


def test_who_keeps_guessing_is_locked_out_in_dutch(people):
    response = guess(people.ambassador, 7)
    assert response.status_code == 429
    page = response.content.decode()
    assert "Te vaak geprobeerd" in page
    assert "Om 14.15 uur kun je het opnieuw proberen." in page


def test_a_locked_account_stays_locked_for_the_right_password_too_until_a_quarter_has_passed(people, clock):
    guess(people.ambassador, 7)
    assert not logged_in(attempt(people.ambassador, PASSWORD))
    clock.shift(16 * 60)
    assert logged_in(attempt(people.ambassador, PASSWORD))


def test_it_is_the_account_that_is_locked_from_wherever_one_tries(people):
    guess(people.ambassador, 7, REMOTE_ADDR="192.0.2.1")
    response = attempt(people.ambassador, PASSWORD, REMOTE_ADDR="198.51.100.7")
    assert not logged_in(response)


def test_a_locked_account_does_not_keep_the_others_in_the_hall_out(people):
    guess(people.ambassador, 7)
    assert logged_in(attempt(people.colleague, PASSWORD))


def test_forty_people_at_one_address_may_mistype_and_the_next_still_gets_in(people):
    for number in range(40):
        user = User.objects.create_user(f"vrijwilliger-{number}@example.org", PASSWORD, name="Vrijwilliger")
        attempt(user, "verkeerd")
    assert logged_in(attempt(people.colleague, PASSWORD))


def test_forty_people_at_one_address_can_all_log_in_at_the_same_time(people):
    users = [
        User.objects.create_user(f"vrijwilliger-{number}@example.org", PASSWORD, name="Vrijwilliger")
        for number in range(40)
    ]
    assert [user for user in users if not logged_in(attempt(user, PASSWORD))] == []


def test_a_failure_is_an_event_of_the_account(people):
    attempt(people.ambassador, "verkeerd")
    event = AuditEvent.objects.get(kind=AuditEvent.Kind.LOGIN_FAILED)
    assert (event.by, event.object_id) == (None, str(people.ambassador.pk))


def code_in(message):
    return re.search(r"^\s*([A-Z0-9]{3,}(?:-[A-Z0-9]{3,})?)\s*$", message.body, re.MULTILINE).group(1)


def test_a_code_by_mail_logs_in_who_we_know(people):
    client = Client()
    assert client.post(CODE, {"email": people.ambassador.email.upper()}).status_code == 302
    (message,) = mail.outbox
    assert message.to == [people.ambassador.email]
    response = client.post(CONFIRM, {"code": code_in(message)})
    assert logged_in(response)


def test_a_wrong_code_does_not(people):
    client = Client()
    client.post(CODE, {"email": people.ambassador.email})
    response = client.post(CONFIRM, {"code": "VERKEERD"})
    assert not logged_in(response)


@pytest.mark.parametrize(("minutes", "works"), [(14, True), (16, False)])
def test_a_code_works_for_a_quarter_of_an_hour(people, clock, minutes, works):
    client = Client()
    client.post(CODE, {"email": people.ambassador.email})
    clock.shift(minutes * 60)
    answer = client.post(CONFIRM, {"code": code_in(mail.outbox[0])})
    assert logged_in(answer) is works


def test_after_three_wrong_tries_a_code_is_gone(people):
    client = Client()
    client.post(CODE, {"email": people.ambassador.email})
    for _try in range(3):
        answer = client.post(CONFIRM, {"code": "AAAA-AAAA"})
    assert answer.status_code in {200, 302}
    assert not logged_in(client.post(CONFIRM, {"code": code_in(mail.outbox[0])}))


def test_no_more_than_three_codes_a_minute_go_to_one_address(people):
    for _time in range(5):
        Client().post(CODE, {"email": people.ambassador.email})
    assert len(mail.outbox) == 3


def test_a_forgotten_password_is_chosen_anew_by_a_link_in_our_words(people, client):
    client.post(reverse("account_reset_password"), {"email": people.ambassador.email})
    (message,) = mail.outbox
    link = re.search(r"https?://\S+", message.body).group(0)
    page = client.get(link, follow=True)
    new = "drie woorden achter elkaar"
    done = client.post(page.request["PATH_INFO"], {"password1": new, "password2": new}, follow=True)
    assert "Je wachtwoord is opgeslagen" in done.content.decode()
    assert logged_in(attempt(people.ambassador, new, Client()))
    again = client.get(link, follow=True).content.decode()
    assert "Deze link werkt niet meer" in again


def test_the_link_of_a_forgotten_password_is_ours_whatever_host_was_asked(people, settings):
    """Who asks with another host in the request, must not get the key in somebody's mail to their own site."""
    settings.ALLOWED_HOSTS, settings.SITE_URL = ["*"], "https://mixen.example.org"
    asked = {"email": people.ambassador.email}
    Client().post(reverse("account_reset_password"), asked, headers={"host": "kwaad.example.com"})
    (message,) = mail.outbox
    assert "https://mixen.example.org/account/password/reset/key/" in message.body
    assert "kwaad" not in message.body


@pytest.mark.parametrize(
    "name", ["account_login", "account_request_login_code", "account_reset_password", "account_reset_password_done"]
)
def test_the_pages_of_the_door_speak_dutch_with_je(db, client, name):
    text = re.sub(r"<[^>]+>", " ", client.get(reverse(name)).content.decode())
    assert not re.search(r"\b(Your|Email|Password|Sign|uw|Uw|u)\b", text)


def test_an_unknown_address_gets_no_mail_and_is_told_the_same(people):
    def told(address):
        client = Client()
        answer = client.post(CODE, {"email": address})
        page = client.get(CONFIRM).content.decode().replace(address, "ADRES")
        return answer.status_code, answer.headers["Location"], re.sub(r'name="csrfmiddlewaretoken" [^>]*', "", page)

    known = told(people.ambassador.email)
    assert len(mail.outbox) == 1
    assert told("niemand@example.org") == known
    assert len(mail.outbox) == 1


def test_the_mail_with_a_code_is_in_dutch_and_from_us(people, settings):
    Client().post(CODE, {"email": people.ambassador.email})
    (message,) = mail.outbox
    assert message.from_email == settings.DEFAULT_FROM_EMAIL
    assert "code" in message.subject.lower()
    for english in ("Hello", "Your sign-in", "Thank you", "You are receiving"):
        assert english not in message.subject + message.body


def test_nobody_makes_an_account_alone(db):
    response = Client().post(
        "/account/signup/", {"email": "nieuw@example.org", "password1": "een-heel-lang-wachtwoord"}, follow=True
    )
    assert not User.objects.filter(email="nieuw@example.org").exists()
    assert not logged_in(response)


@pytest.mark.parametrize(
    ("who", "needs_one"),
    [("coordinator", True), ("official", True), ("leader", True), ("ambassador", False)],
)
def test_who_needs_a_second_factor_sets_it_up_before_anything_else(cast, as_user, settings, who, needs_one):
    settings.SECOND_FACTOR_REQUIRED = True
    client = as_user(getattr(cast, who))
    for address in ("/", "/projecten/", cast.project.get_absolute_url()):
        response = client.get(address)
        sent_there = response.status_code == 302 and response.headers["Location"] == reverse("mfa_index")
        assert sent_there is needs_one, address


def log_in_by_code(user, client):
    client.post(CODE, {"email": user.email})
    return client.post(CONFIRM, {"code": code_in(mail.outbox[-1])})


def test_who_logged_in_by_password_can_set_up_a_second_factor_and_then_work(people, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    client = Client()
    attempt(people.coordinator, PASSWORD, client)
    setup = reverse("mfa_activate_totp")
    once_more = client.get(setup, follow=True)
    answer = client.post(once_more.request["PATH_INFO"] + f"?next={setup}", {"password": PASSWORD}, follow=True)
    assert answer.request["PATH_INFO"] == setup
    assert answer.status_code == 200
    TOTP.activate(people.coordinator, generate_totp_secret())
    assert client.get("/projecten/").status_code == 200


def test_who_has_no_password_and_logged_in_by_code_can_set_up_a_second_factor_too(people, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    people.coordinator.set_unusable_password()
    people.coordinator.save()
    client = Client()
    assert logged_in(log_in_by_code(people.coordinator, client))
    answer = client.get(reverse("mfa_activate_totp"), follow=True)
    assert answer.status_code == 200
    assert answer.request["PATH_INFO"] == reverse("mfa_activate_totp")


def test_who_has_a_second_factor_is_asked_for_it(people, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    TOTP.activate(people.coordinator, generate_totp_secret())
    client = Client()
    response = attempt(people.coordinator, PASSWORD, client)
    assert response.headers["Location"] == reverse("mfa_authenticate")
    assert not logged_in(response)


def test_without_the_setting_nobody_is_held_up(people, as_user, settings):
    settings.SECOND_FACTOR_REQUIRED = False
    assert as_user(people.coordinator).get("/projecten/").status_code == 200


@pytest.mark.parametrize(
    "address", ["/", "/projecten/", "/projecten/nieuw-west-2027/", "/stadsdelen/noord/", "/beheer/", "/bestaat-niet/"]
)
def test_a_stranger_is_shown_the_log_in_and_nothing_else(cast, address):
    response = Client().get(address)
    known = address != "/bestaat-niet/"
    assert response.status_code == (302 if known else 404)
    assert (LOGIN in response.headers.get("Location", "")) is known
    assert b"Proefpersoon" not in response.content


@pytest.mark.parametrize("address", [LOGIN, CODE, "/healthz/", "/certificaat/MIM-0000000000/"])
def test_what_is_public_opens_without_a_log_in(db, address):
    assert Client().get(address).status_code == 200


def test_pages_behind_the_log_in_are_kept_by_no_browser(people, as_user):
    assert as_user(people.ambassador).get("/").headers["Cache-Control"] == "no-store, private"


@pytest.mark.parametrize("path", ["/account/login/", "/account/logout/", "/account/login/code/"])
@pytest.mark.parametrize("further", ["http://[", "//[", "http://[::1"])
def test_what_is_no_address_to_go_on_to_is_not_gone_to(cast, as_user, path, further):
    response = as_user(cast.ambassador).get(path, {"next": further})
    assert response.status_code in {200, 302}
    assert further not in response.headers.get("Location", "")
