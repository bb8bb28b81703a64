"""A mail server that refuses, hangs, or answers 4xx and 5xx: pages go on, and the mail comes later."""

import logging
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core import mail as django_mail
from django.core.cache import cache

from participants import actions, tasks
from participants.attention_messages import not_reached
from participants.models import CopyMail, Message
from participants.models.joining import PersonalLink
from tests.conftest import Cast, registered
from tests.mailserver import MailServer, mail_server
from tests.servers import free_port

TEN = datetime.fromisoformat("2027-06-11T10:00:00+02:00")
SLOWEST = 3.0
"""Seconds a page may take here, on a busy machine; the mail server hangs for ten times as long."""


@pytest.fixture(autouse=True)
def nobody_asked_before() -> None:
    """Codes are asked for at most three times a minute, and the clock stands still."""
    cache.clear()


@pytest.fixture
def server(settings: Any, clock: Any) -> Iterator[MailServer]:
    """A real mail server; the mail of these tests goes to it."""
    with mail_server() as made:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", made.port, 0.3
        yield made


def absent(server: MailServer, settings: Any) -> None:
    settings.EMAIL_PORT = free_port()


def hanging(server: MailServer, settings: Any) -> None:
    server.hangs = True


def busy(server: MailServer, settings: Any) -> None:
    server.refusals["*"] = "451 come back later"


def refusing(server: MailServer, settings: Any) -> None:
    server.refusals["*"] = "550 no such user"


Fault = Callable[[MailServer, Any], None]
FOR_NOW = [absent, hanging, busy]


def heal(server: MailServer, settings: Any) -> None:
    settings.EMAIL_PORT, server.hangs = server.port, False
    server.refusals.clear()


@pytest.fixture
def expected(cast: Cast, clock: Any) -> Cast:
    """Ans and Samira are to be told of the closing meeting, at this moment; the others cannot be told at all."""
    for name, person in cast.people.items():
        address = f"{name}@example.org" if name in {"ans", "samira"} else ""
        actions.change_person(participant=person, person={"email": address, "phone": ""}, part={}, by=None)
    clock.move_to(TEN)
    tasks.make_messages()
    return cast


@pytest.mark.parametrize("fault", FOR_NOW)
def test_what_could_not_go_for_now_goes_later_and_once(
    expected: Cast, server: MailServer, settings: Any, clock: Any, fault: Fault
) -> None:
    fault(server, settings)
    for _time in range(3):
        assert tasks.send_messages() == 0
        clock.shift(timedelta(minutes=25))
    assert set(Message.objects.filter(failures__gt=0).values_list("given_up", flat=True)) == {""}
    assert not [item for item in not_reached([expected.project], date(2027, 6, 11)) if "komt niet aan" in item.title]
    heal(server, settings)
    clock.shift(timedelta(hours=1))
    assert [tasks.send_messages() for _time in range(2)] == [2, 0]
    assert sorted(address for address, _text in server.taken) == ["ans@example.org", "samira@example.org"]


def test_an_address_that_does_not_exist_is_on_the_attention_list_and_the_others_get_theirs(
    expected: Cast, server: MailServer, clock: Any, as_user: Any
) -> None:
    server.refusals["ans@example.org"] = "550 no such user"
    assert tasks.send_messages() == 1
    assert [address for address, _text in server.taken] == ["samira@example.org"]
    page = as_user(expected.coordinator).get("/").content.decode()
    assert "E-mail aan Ans komt niet aan" in page
    assert "de mailserver zegt 550" in page
    assert "Verbeter het adres" in page


@pytest.mark.parametrize("fault", [*FOR_NOW, refusing])
def test_signing_up_with_a_copy_by_mail_is_as_fast_as_ever(
    cast: Cast, server: MailServer, settings: Any, as_user: Any, clock: Any, fault: Fault
) -> None:
    fault(server, settings)
    noor = registered(cast.project, "Noor", "new", None, {"gender": "woman", "email": "noor@example.org"}, {})
    began = time.perf_counter()
    actions.sign_up(participant=noor, signed_as="Noor", copy_by="email", by=None)
    page = as_user(None).get(f"/mijn/{PersonalLink.objects.get(participant=noor).token}/")
    assert page.status_code == 200
    assert time.perf_counter() - began < SLOWEST
    assert CopyMail.objects.get().sent_at is None


@pytest.mark.parametrize("fault", [*FOR_NOW, refusing])
def test_asking_a_code_to_log_in_is_answered_all_the_same(
    cast: Cast, server: MailServer, settings: Any, as_user: Any, caplog: pytest.LogCaptureFixture, fault: Fault
) -> None:
    settings.EMAIL_TIMEOUT = 10
    fault(server, settings)
    began = time.perf_counter()
    with caplog.at_level(logging.DEBUG):
        answer = as_user(None).post("/account/login/code/", {"email": cast.ambassador.email})
    assert answer.status_code == 302
    assert time.perf_counter() - began < SLOWEST
    assert cast.ambassador.email not in caplog.text
    assert server.taken == []


def test_with_a_server_that_is_well_the_code_is_there(cast: Cast, server: MailServer, as_user: Any) -> None:
    as_user(None).post("/account/login/code/", {"email": cast.ambassador.email})
    server.wait_for(1)
    assert [address for address, _text in server.taken] == [cast.ambassador.email]
    assert not getattr(django_mail, "outbox", [])
