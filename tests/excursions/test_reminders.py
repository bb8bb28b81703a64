"""Reminders of excursions go to who holds a place."""

from datetime import datetime
from typing import Any

from django.core.mail import EmailMessage
from icalendar import Calendar

from excursions.actions import cancel_signup, sign_up
from excursions.models import Signup
from participants import actions
from participants.messages import make_messages, send_messages
from participants.models import Message
from tests.conftest import Cast
from tests.excursions.conftest import Plan

TEN = datetime.fromisoformat("2027-04-01T10:00:00+02:00")


def told(kind: str = "reminder_excursion") -> list[str]:
    rows = Message.objects.filter(sent_at__isnull=False, kind=kind)
    return sorted(row.participant.person.call_name for row in rows)


def test_who_goes_hears_it_and_who_waits_or_cancelled_does_not(cast: Cast, plan: Plan, clock: Any) -> None:
    trip = plan(2)
    sign_up(excursion=trip, people=[cast.ans], by=None)
    (willem,) = sign_up(excursion=trip, people=[cast.willem], by=None)
    sign_up(excursion=trip, people=[cast.lale, cast.oksana], by=None)
    cancel_signup(signup=willem, by=None)  # Lale moves up, Oksana waits
    clock.move_to(TEN)
    assert make_messages() == 2
    send_messages()
    assert told() == ["Ans", "Lale"]


def test_who_moves_up_on_the_last_day_hears_it_too_and_who_cancels_does_not(
    cast: Cast, plan: Plan, clock: Any
) -> None:
    trip = plan(2)
    sign_up(excursion=trip, people=[cast.ans, cast.samira], by=None)
    sign_up(excursion=trip, people=[cast.willem], by=None)
    clock.move_to(TEN)
    make_messages()
    cancel_signup(signup=Signup.objects.get(participant=cast.ans), by=None)
    send_messages()
    make_messages()
    send_messages()
    assert told() == ["Samira", "Willem"]


def test_the_mail(cast: Cast, plan: Plan, clock: Any, mailoutbox: list[EmailMessage]) -> None:
    actions.change_person(participant=cast.ans, person={"email": "ans@example.org"}, part={}, by=None)
    trip = plan(2)
    sign_up(excursion=trip, people=[cast.ans], by=None)
    clock.move_to(TEN)
    make_messages()
    send_messages()
    (message,) = mailoutbox
    assert message.subject == "Mixen in Mokum: Rondvaart, vr 2 apr, 13:30"
    assert "Je gaat mee met de excursie Rondvaart." in message.body
    assert "Waar: Halte Osdorpplein" in message.body
    ((_name, content, _kind),) = message.attachments
    (entry,) = Calendar.from_ical(content).walk("VEVENT")
    assert (entry.decoded("dtstart"), entry["uid"]) == (trip.starts_at, f"excursion-{trip.pk}@127.0.0.1")


def test_an_excursion_that_is_gone_or_moved_is_not_told_of(cast: Cast, plan: Plan, clock: Any) -> None:
    trip = plan(2)
    sign_up(excursion=trip, people=[cast.ans], by=None)
    clock.move_to(TEN)
    make_messages()
    trip.starts_at = datetime.fromisoformat("2027-04-09T13:30:00+02:00")
    trip.save()
    send_messages()
    assert told() == []
    assert Message.objects.get().given_up == "verplaatst"
    trip.delete()
    assert (make_messages(), send_messages()) == (0, 0)
