"""Changing an excursion and calling it off: the line moves up, and everybody on the list hears of it at once."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.mail import EmailMessage
from icalendar import Calendar

from excursions.actions import cancel_excursion, cancel_signup, change_excursion, note_attendance, sign_up
from excursions.models import Excursion, Place, Signup
from mixen import sms
from mixen.errors import DomainError
from mixen.languages import READING_LANGUAGES
from participants import actions
from participants.messages import make_messages, send_messages
from participants.models import Message
from tests.conftest import Cast
from tests.excursions.conftest import Plan, Turn

NEXT_WEEK = datetime.fromisoformat("2027-04-09T14:00:00+02:00")
DAY_BEFORE = datetime.fromisoformat("2027-04-01T10:00:00+02:00")


def change(excursion: Excursion, cast: Cast, **facts: Any) -> list[Signup]:
    names = ("name", "starts_at", "meeting_point", "capacity", "place", "price", "stadspas_price")
    now = {name: getattr(excursion, name) for name in names} | {"guides": list(excursion.guides.all())}
    return change_excursion(excursion=excursion, by=cast.leader, **{**now, **facts})


def go(excursion: Excursion, *people: Any, couple: Any = None) -> None:
    for one in people:
        sign_up(excursion=excursion, people=[one], couple=couple, by=None)


def to_be_told(kind: str) -> list[str]:
    rows = Message.objects.filter(kind=kind, sent_at__isnull=True, given_up="")
    return sorted(row.participant.person.goes_by for row in rows)


def names(signups: list[Signup]) -> list[str]:
    return [one.participant.person.goes_by for one in signups]


class TestCapacity:
    def test_more_places_move_the_line_up_and_tell_who_moved(self, cast: Cast, plan: Plan, couples: list[Any]) -> None:
        trip = plan(3)
        sign_up(excursion=trip, people=couples[0].people, couple=couples[0], by=None)
        sign_up(excursion=trip, people=couples[1].people, couple=couples[1], by=None)
        go(trip, cast.willem)
        with pytest.raises(DomainError, match="3 mensen die samen gaan"):
            change(trip, cast, capacity=2)
        assert names(change(trip, cast, capacity=4)) == []  # three do not fit in two, and nobody passes them
        assert names(change(trip, cast, capacity=5)) == ["Joop", "Tesfay", "Lale"]
        assert to_be_told("excursion_moved_up") == ["Joop", "Lale", "Tesfay"]
        assert to_be_told("excursion_moved") == []

    def test_fewer_places_than_people_is_refused_at_the_field(self, cast: Cast, plan: Plan) -> None:
        trip = plan(4)
        go(trip, cast.ans, cast.willem, cast.joop)
        with pytest.raises(DomainError, match="al 3 mensen") as refusal:
            change(trip, cast, capacity=2)
        assert refusal.value.field == "capacity"
        assert names(change(trip, cast, capacity=3)) == []


class TestMoving:
    def test_who_goes_and_who_waits_hears_of_another_day(self, cast: Cast, plan: Plan) -> None:
        trip = plan(2)
        go(trip, cast.ans, cast.willem, cast.joop, cast.corrie)
        cancel_signup(signup=Signup.objects.get(participant=cast.ans), by=None)
        change(trip, cast, starts_at=NEXT_WEEK)
        assert to_be_told("excursion_moved") == ["Corrie", "Joop", "Willem"]

    def test_another_meeting_point_is_told_and_another_name_is_not(self, cast: Cast, plan: Plan) -> None:
        trip = plan(2)
        go(trip, cast.ans)
        change(trip, cast, name="Varen")
        assert to_be_told("excursion_moved") == []
        change(trip, cast, meeting_point="Centraal Station")
        assert to_be_told("excursion_moved") == ["Ans"]

    def test_there_and_back_is_told_twice_and_only_what_is_true_goes_out(
        self, cast: Cast, plan: Plan, mailoutbox: list[EmailMessage]
    ) -> None:
        actions.change_person(participant=cast.ans, person={"email": "ans@example.org"}, part={}, by=None)
        trip = plan(2)
        first = trip.starts_at
        go(trip, cast.ans)
        change(trip, cast, starts_at=NEXT_WEEK)
        change(Excursion.objects.get(), cast, starts_at=first)
        send_messages()
        (message,) = mailoutbox
        assert message.subject == "De excursie Rondvaart is veranderd"
        assert "2 apr 2027, 13:30" in message.body
        assert Message.objects.get(given_up="verplaatst").sent_at is None

    def test_who_goes_gets_it_for_the_calendar_and_who_waits_does_not(
        self, cast: Cast, plan: Plan, mailoutbox: list[EmailMessage]
    ) -> None:
        people = {"ans": cast.ans, "joop": cast.joop, "lale": cast.lale}
        for name, one in people.items():
            actions.change_person(participant=one, person={"email": f"{name}@example.org"}, part={}, by=None)
        trip = plan(2)
        go(trip, *people.values())
        change(trip, cast, starts_at=NEXT_WEEK, meeting_point="Station")
        send_messages()
        sent = {message.to[0].partition("@")[0]: message for message in mailoutbox}
        assert set(sent) == set(people)
        ((_name, content, _kind),) = sent["ans"].attachments
        (entry,) = Calendar.from_ical(content).walk("VEVENT")
        assert (entry.decoded("dtstart"), str(entry["location"])) == (NEXT_WEEK, "Station")
        assert "wachtlijst" not in sent["ans"].body
        assert sent["lale"].attachments == []
        assert "Je staat nog op de wachtlijst." in sent["lale"].body
        assert "Waar: Station" in sent["lale"].body

    def test_after_somebody_noted_who_came_the_day_stands(self, cast: Cast, plan: Plan, afterwards: Turn) -> None:
        trip = plan(2)
        go(trip, cast.ans)
        afterwards()
        note_attendance(signup=Signup.objects.get(), attended=True, by=cast.leader)
        with pytest.raises(DomainError, match="ligt nu vast"):
            change(trip, cast, starts_at=NEXT_WEEK)
        change(trip, cast, name="Varen")
        assert Excursion.objects.get().name == "Varen"

    def test_a_trip_that_was_is_put_right_without_telling_anybody(
        self, cast: Cast, plan: Plan, afterwards: Turn
    ) -> None:
        trip = plan(2)
        go(trip, cast.ans)
        afterwards()
        change(trip, cast, starts_at=NEXT_WEEK)
        assert not Message.objects.filter(kind="excursion_moved").exists()

    def test_the_same_as_another_is_refused(self, cast: Cast, plan: Plan) -> None:
        trip = plan(2)
        other = plan(2, name="Hortus")
        with pytest.raises(DomainError, match="staat er al"):
            change(other, cast, name=trip.name)
        change(other, cast, capacity=9)


class TestCallingOff:
    def test_everybody_on_the_list_hears_the_reason(
        self, cast: Cast, plan: Plan, mailoutbox: list[EmailMessage]
    ) -> None:
        actions.change_person(participant=cast.ans, person={"email": "ans@example.org"}, part={}, by=None)
        trip = plan(2)
        go(trip, cast.ans, cast.willem, cast.joop)
        cancel_excursion(excursion=trip, reason="De boot is stuk.", by=cast.leader)
        assert to_be_told("excursion_cancelled") == ["Ans", "Joop", "Willem"]
        send_messages()
        (message,) = mailoutbox
        assert message.subject == "De excursie Rondvaart gaat niet door"
        assert "De reden: De boot is stuk." in message.body
        assert message.attachments == []

    def test_nobody_is_reminded_signs_up_or_moves_up_any_more(self, cast: Cast, plan: Plan, clock: Any) -> None:
        trip = plan(2)
        go(trip, cast.ans, cast.willem, cast.joop)
        clock.move_to(DAY_BEFORE)
        make_messages()
        cancel_excursion(excursion=trip, reason="Storm", by=cast.leader)
        send_messages()
        sent = Message.objects.filter(sent_at__isnull=False).values_list("kind", flat=True)
        assert set(sent) == {"excursion_cancelled"}
        with pytest.raises(DomainError, match="gaat niet door"):
            go(trip, cast.corrie)
        assert cancel_signup(signup=Signup.objects.get(participant=cast.ans), by=None) == []

    def test_once_with_a_reason_and_before_it_begins(self, cast: Cast, plan: Plan, afterwards: Turn) -> None:
        trip, been = plan(2), plan(2, name="Hortus")
        with pytest.raises(DomainError, match="waarom"):
            cancel_excursion(excursion=trip, reason="", by=cast.leader)
        cancel_excursion(excursion=trip, reason="Storm", by=cast.leader)
        with pytest.raises(DomainError, match="gaat niet door"):
            cancel_excursion(excursion=trip, reason="Storm", by=cast.leader)
        with pytest.raises(DomainError, match="gaat niet door"):
            change(Excursion.objects.get(pk=trip.pk), cast, capacity=9)
        afterwards()
        with pytest.raises(DomainError, match="begonnen"):
            cancel_excursion(excursion=been, reason="Storm", by=cast.leader)


KINDS = ("excursion_moved", "excursion_moved_up", "excursion_cancelled")


@pytest.mark.parametrize("language", READING_LANGUAGES)
def test_every_language_has_its_texts_and_an_sms_that_fits(
    cast: Cast,
    plan: Plan,
    monkeypatch: pytest.MonkeyPatch,
    mailoutbox: list[EmailMessage],
    settings: Any,
    language: str,
) -> None:
    settings.SITE_URL = "https://mixeninmokum.voorbeeld.nl"
    texts: list[str] = []
    monkeypatch.setattr(sms, "send", lambda number, text: texts.append(text))
    for one in (cast.ans, cast.willem):
        one.person.language = language
        one.person.save()
    actions.change_person(participant=cast.ans, person={"email": "ans@example.org"}, part={}, by=None)
    trip = plan(2, name="Molen van Sloten, met de pont over het Nieuwe Meer", meeting_point="Halte Osdorpplein, noord")
    for one in (cast.joop, cast.corrie, cast.ans, cast.willem):
        go(trip, one)
    for one in (cast.joop, cast.corrie):
        cancel_signup(signup=Signup.objects.get(participant=one), by=None)
    send_messages()
    change(trip, cast, starts_at=NEXT_WEEK)
    send_messages()
    cancel_excursion(excursion=trip, reason="Storm", by=None)
    send_messages()
    own = [text for text in texts if cast.willem.personal_link.token in text]
    assert [len(mailoutbox), len(own)] == [len(KINDS), len(KINDS)]
    for text in own:
        assert sms.fits(text)
        assert ("excursie" in text or "plek" in text) == (language == "nl")
    for message in mailoutbox:
        assert ("excursie" in message.body) == (language == "nl")
        assert "%(" not in message.body
        assert "{" not in message.subject + message.body


class TestPrices:
    def test_those_of_the_place_unless_typed(self, plan: Plan) -> None:
        place = Place.objects.create(name="Hortus", section="culture", price=Decimal("8.50"), stadspas_price=2)
        free = {"price": Decimal(0), "stadspas_price": Decimal(0)}
        cases = [
            ({"place": place}, ("8.50", "2.00")),
            ({"place": place, "price": Decimal(5)}, ("5.00", "5.00")),
            ({"place": place, "price": Decimal(5), "stadspas_price": Decimal(1)}, ("5.00", "1.00")),
            ({"place": place, **free}, ("0.00", "0.00")),
            ({}, ("0.00", "0.00")),
        ]
        for number, (facts, (price, with_pas)) in enumerate(cases):
            plan(2, name=f"Tocht {number}", **facts)
            found = Excursion.objects.get(name=f"Tocht {number}")
            assert (found.price, found.stadspas_price) == (Decimal(price), Decimal(with_pas))


def test_several_guide_and_their_history_is_kept(cast: Cast, plan: Plan) -> None:
    trip = plan(2, guides=[cast.ambassador, cast.colleague])
    change(trip, cast, guides=[cast.colleague])
    kept = [{one.user_id for one in row.guides.all()} for row in trip.history.order_by("history_id")]
    assert kept[-1] == {cast.colleague.pk}
    assert {cast.ambassador.pk, cast.colleague.pk} in kept


def test_places_free_are_none_while_somebody_waits_or_it_is_off(cast: Cast, plan: Plan, couples: list[Any]) -> None:
    trip = plan(3)
    go(trip, cast.willem)
    assert Excursion.objects.with_counts().get().free == 2
    sign_up(excursion=trip, people=couples[1].people, couple=couples[1], by=None)
    assert Excursion.objects.with_counts().get().free == 0
    off = plan(3, name="Hortus", starts_at=NEXT_WEEK + timedelta(days=1))
    cancel_excursion(excursion=off, reason="Storm", by=None)
    assert Excursion.objects.with_counts().get(pk=off.pk).free == 0
