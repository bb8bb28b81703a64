"""Nobody to send to, or an address that does not exist: the coordinator hears it in time."""

import smtplib
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.db import connection
from django.test.utils import CaptureQueriesContext

from participants import actions
from participants.attention_messages import not_reached
from participants.messages import make_messages, send_messages
from participants.models import Message
from participants.models.message import NO_WAY
from projects.models import Meeting
from tests.conftest import Cast, signed_up
from tests.participants.telling import CLOSING, TEN, call, mail


def lines(cast: Cast) -> list[tuple[str, str, str]]:
    found = not_reached([cast.project], date(2027, 6, 11))
    return [(item.title, item.deed, item.url) for item in found]


def test_who_has_no_address_is_called(
    cast: Cast, closing: Meeting, clock: Any, as_user: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    call(cast.willem, "+31201234567")
    call(cast.joop, "")
    clock.move_to(TEN)
    make_messages()
    send_messages()
    assert Message.objects.filter(given_up=NO_WAY).count() == 2
    ((title, deed, url),) = lines(cast)
    assert (title, deed) == ("2 deelnemers krijgen geen herinnering: bel ze", "Bekijk wie")
    page = as_user(cast.coordinator).get(url)
    assert [row.person.call_name for row in page.context["page_obj"]] == ["Joop", "Willem"]
    clock.shift(timedelta(hours=1))
    mail(cast.joop, "joop@example.org")
    assert lines(cast)[0][0] == "1 deelnemer krijgt geen herinnering: bel even"
    make_messages()
    assert send_messages() == 1  # an address by now: told after all
    clock.move_to(CLOSING)
    assert lines(cast) == []


def test_where_sms_is_off_a_mobile_number_is_no_way(cast: Cast, closing: Meeting, clock: Any, settings: Any) -> None:
    settings.SMS_BACKEND = "none"
    clock.move_to(TEN)
    make_messages()
    assert send_messages() == 2
    assert lines(cast)[0][0].startswith("6 deelnemers")


def test_an_address_that_does_not_exist_is_mended(
    cast: Cast, closing: Meeting, clock: Any, monkeypatch: pytest.MonkeyPatch, mailoutbox: list[EmailMessage]
) -> None:
    send = EmailMessage.send

    def refuse(message: EmailMessage) -> int:
        if message.to == ["ans@example.org"]:
            raise smtplib.SMTPRecipientsRefused({"ans@example.org": (550, b"no such user")})
        return send(message)

    monkeypatch.setattr(EmailMessage, "send", refuse)
    clock.move_to(TEN)
    make_messages()
    send_messages()
    expected = ("E-mail aan Ans komt niet aan", "Verbeter het adres", cast.ans.get_absolute_url())
    assert lines(cast) == [expected]
    clock.shift(timedelta(hours=1))
    send_messages()
    assert lines(cast) == [expected]
    mail(cast.ans, "ans.goed@example.org")
    assert lines(cast) == []
    make_messages()
    assert send_messages() == 1
    assert mailoutbox[-1].to == ["ans.goed@example.org"]
    assert lines(cast) == []


def test_one_line_a_person_and_none_of_who_stopped(cast: Cast, closing: Meeting, clock: Any) -> None:
    clock.move_to(TEN)
    make_messages()
    Message.objects.filter(participant=cast.ans).update(claimed_at=TEN, failures=1, given_up="550", channel="email")
    row = Message.objects.get(participant=cast.ans)
    row.pk, row.about = None, f"99 {CLOSING.isoformat(timespec='minutes')}"
    row.save()
    assert len(lines(cast)) == 1
    actions.withdraw(participant=cast.ans, reason="x", by=None)
    assert lines(cast) == []


def test_another_project_does_not_hear_of_it(cast: Cast, closing: Meeting, clock: Any) -> None:
    call(cast.joop, "")
    clock.move_to(TEN)
    make_messages()
    send_messages()
    assert list(not_reached([cast.foreign], date(2027, 6, 11))) == []


def test_as_many_questions_for_two_projects_as_for_one(cast: Cast, closing: Meeting, clock: Any) -> None:
    call(cast.joop, "")
    signed_up(cast.foreign, "Els", "old", None, {"gender": "woman", "phone": ""}, {})
    clock.move_to(TEN)
    make_messages()
    send_messages()
    for projects in ([cast.project], [cast.project, cast.foreign]):
        with CaptureQueriesContext(connection) as asked:
            assert len(list(not_reached(projects, date(2027, 6, 11)))) == len(projects)
        assert len(asked) == 1
