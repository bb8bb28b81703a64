"""Reminders of a couple's appointments: both hear it, with the first name of the other and nothing else."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.mail import EmailMessage
from icalendar import Calendar

from matching.actions import end_couple, note_first_appointment, pause_couple, separate_couple
from matching.models import Couple
from mixen import sms
from mixen.languages import READING_LANGUAGES
from participants import actions
from participants.messages import make_messages, send_messages
from participants.models import Message
from tests.conftest import NOW, Cast
from tests.matching.conftest import Form

SATURDAY = datetime.fromisoformat("2027-03-20T11:00:00+01:00")
DAY_BEFORE_AT_TEN = datetime.fromisoformat("2027-03-19T10:00:00+01:00")


@pytest.fixture
def agreed(couple: Couple) -> Couple:
    """Ans and Samira meet on Saturday 20 March; both have an e-mail address."""
    for somebody in couple.project.participants.filter(person__call_name__in=["Ans", "Samira"]):
        person = {"email": f"{somebody.person.call_name.lower()}@example.org"}
        actions.change_person(participant=somebody, person=person, part={}, by=None)
    return appoint(couple, SATURDAY)


def appoint(couple: Couple, at: datetime) -> Couple:
    return note_first_appointment(couple=couple, at=at, place="bij de kassa van Artis", confirmed=True, by=None)


def run() -> tuple[int, int]:
    """How many messages were made, and how many of the reminders of couples went out."""
    before = Message.objects.filter(kind__contains="appointment", sent_at__isnull=False).count()
    made = make_messages()
    send_messages()
    return made, Message.objects.filter(kind__contains="appointment", sent_at__isnull=False).count() - before


def test_both_hear_it_the_day_before_at_ten(agreed: Couple, clock: Any, mailoutbox: list[EmailMessage]) -> None:
    clock.move_to(DAY_BEFORE_AT_TEN - timedelta(minutes=1))
    assert run() == (0, 0)
    clock.move_to(DAY_BEFORE_AT_TEN)
    assert [run(), run()] == [(2, 2), (0, 0)]
    assert {message.to[0] for message in mailoutbox} == {"ans@example.org", "samira@example.org"}


def test_it_says_who_when_and_where_and_nothing_else_of_the_other(
    cast: Cast, agreed: Couple, clock: Any, mailoutbox: list[EmailMessage]
) -> None:
    clock.move_to(DAY_BEFORE_AT_TEN)
    run()
    (message,) = [one for one in mailoutbox if one.to == ["ans@example.org"]]
    assert message.subject == "Mixen in Mokum: afspraak met Samira, za 20 mrt, 11:00"
    for words in ("Je hebt een eerste afspraak met Samira.", "Waar: bij de kassa van Artis", "11:00"):
        assert words in message.body
    ((_name, content, _kind),) = message.attachments
    (entry,) = Calendar.from_ical(content).walk("VEVENT")
    assert entry.decoded("dtstart") == SATURDAY
    for private in ("12345678", "Proefpersoon", "samira@", "سميرة", cast.samira.personal_link.token):
        assert private not in f"{message.subject}{message.body}{content!r}"


@pytest.mark.parametrize(
    ("ahead", "told"),
    [(timedelta(hours=1, minutes=59), 0), (timedelta(hours=2), 2), (timedelta(hours=5), 2), (timedelta(hours=22), 2)],
)
def test_what_is_agreed_later_than_that_is_told_at_once_unless_it_is_soon(
    couple: Couple, clock: Any, ahead: timedelta, told: int
) -> None:
    appoint(couple, NOW + ahead)
    assert run() == (told, told)


def test_agreed_in_the_evening_it_is_told_in_the_morning(couple: Couple, clock: Any) -> None:
    clock.move_to(datetime.fromisoformat("2027-03-12T22:00:00+01:00"))
    appoint(couple, datetime.fromisoformat("2027-03-13T11:00:00+01:00"))
    assert run() == (2, 0)
    clock.move_to(datetime.fromisoformat("2027-03-13T08:30:00+01:00"))
    assert run() == (0, 2)


def test_a_couple_that_ended_hears_nothing(cast: Cast, agreed: Couple, clock: Any) -> None:
    clock.move_to(DAY_BEFORE_AT_TEN)
    make_messages()
    end_couple(couple=agreed, reason="no_click", by=cast.leader)
    assert run() == (0, 0)


def test_who_left_the_couple_and_who_stopped_hear_nothing(cast: Cast, form: Form, clock: Any) -> None:
    trio = form("corrie", "lale", "oksana")
    appoint(trio, SATURDAY)
    trio.members.filter(participant=cast.lale).update(left_on=NOW.date())
    clock.move_to(DAY_BEFORE_AT_TEN)
    run()
    assert set(Message.objects.values_list("participant", flat=True)) == {cast.corrie.pk, cast.oksana.pk}


def test_a_trio_reads_the_names_of_both_others(
    cast: Cast, form: Form, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts: list[str] = []
    monkeypatch.setattr(sms, "send", lambda number, text: texts.append(text))
    appoint(form("corrie", "lale", "oksana"), SATURDAY)
    clock.move_to(DAY_BEFORE_AT_TEN)
    run()
    assert sorted(text.partition(":")[0] for text in texts) == [
        "Denk aan je afspraak met Corrie, Lale",
        "Denk aan je afspraak met Corrie, Oksana",
        "Denk aan je afspraak met Lale, Oksana",
    ]


def test_an_appointment_that_moves_is_told_of_again(agreed: Couple, clock: Any) -> None:
    clock.move_to(DAY_BEFORE_AT_TEN)
    assert run() == (2, 2)
    appoint(agreed, SATURDAY + timedelta(hours=3))
    assert run() == (2, 2)
    appoint(agreed, SATURDAY)  # back to what they were told already
    assert run() == (0, 0)


class TestTheNextAppointment:
    """The one after the first, which couples note themselves."""

    def note(self, couple: Couple, at: datetime | None) -> None:
        couple.next_appointment_at, couple.next_appointment_place = at, "Oosterpark"
        couple.save()

    def test_it_is_told_of_in_its_own_words(self, agreed: Couple, clock: Any, mailoutbox: list[EmailMessage]) -> None:
        self.note(agreed, SATURDAY + timedelta(days=7))
        clock.move_to(DAY_BEFORE_AT_TEN + timedelta(days=7))
        assert run() == (2, 2)
        assert "Je hebt een afspraak met" in mailoutbox[0].body
        assert "Waar: Oosterpark" in mailoutbox[0].body

    def test_at_the_moment_of_the_first_it_is_the_same_one(self, agreed: Couple, clock: Any) -> None:
        self.note(agreed, SATURDAY)
        clock.move_to(DAY_BEFORE_AT_TEN)
        assert run() == (2, 2)

    def test_called_off_it_is_not_told_of(self, agreed: Couple, clock: Any) -> None:
        self.note(agreed, SATURDAY + timedelta(days=7))
        clock.move_to(DAY_BEFORE_AT_TEN + timedelta(days=7))
        make_messages()
        self.note(agreed, None)
        assert run() == (0, 0)


@pytest.mark.parametrize("language", READING_LANGUAGES)
def test_every_language_has_a_text_that_fits_also_with_a_name_in_another_script(
    cast: Cast, couple: Couple, clock: Any, monkeypatch: pytest.MonkeyPatch, settings: Any, language: str
) -> None:
    settings.SITE_URL = "https://mixeninmokum.voorbeeld.nl"
    texts: list[str] = []
    monkeypatch.setattr(sms, "send", lambda number, text: texts.append(text))
    cast.samira.person.call_name = "سميرة عبد الرحمن"
    cast.samira.person.save()
    cast.ans.person.language = language
    cast.ans.person.save()
    appoint(couple, SATURDAY)
    clock.move_to(DAY_BEFORE_AT_TEN)
    run()
    (text,) = [text for text in texts if cast.ans.personal_link.token in text]
    assert sms.fits(text)
    assert "11:00" in text
    assert ("Denk aan" in text) == (language == "nl")
    if "سميرة" in text and language not in {"ar", "fa"}:
        assert "\u2068سميرة عبد الرحمن\u2069" in text


def test_nobody_is_reminded_of_an_appointment_in_a_pause(agreed: Couple, clock: Any) -> None:
    day = SATURDAY.date()
    pause_couple(couple=agreed, since=day, until=day, reason="weg", by=None)
    clock.move_to(DAY_BEFORE_AT_TEN)
    assert run() == (0, 0)
    pause_couple(couple=agreed, since=day + timedelta(days=1), reason="weg", by=None)
    appoint(agreed, SATURDAY - timedelta(hours=12))
    assert run()[1] == 2


@pytest.mark.parametrize("language", READING_LANGUAGES)
def test_who_was_taken_apart_hears_only_that_it_stops(
    cast: Cast, agreed: Couple, language: str, mailoutbox: list[EmailMessage]
) -> None:
    """One message each, in their own language, that names nobody else and says nothing of why."""
    for somebody in (cast.ans, cast.samira):
        actions.change_person(participant=somebody, person={"language": language}, part={}, by=None)
    words = "Ans vraagt om geld."
    concern = actions.report_concern(project=cast.project, words=words, where="couple", by=cast.ambassador)
    separate_couple(couple=agreed, concern=concern, keep_from_matching=[cast.ans], by=cast.coordinator)
    assert [send_messages(), send_messages()] == [2, 0]
    bodies = {message.to[0]: f"{message.subject} {message.body}" for message in mailoutbox}
    assert set(bodies) == {"ans@example.org", "samira@example.org"}
    assert ("Jullie koppel stopt. Wij bellen je." in bodies["ans@example.org"]) == (language == "nl")
    assert bodies["ans@example.org"].replace("Ans", "") == bodies["samira@example.org"].replace("Samira", "")
    for word in (words, "geld", "zorg", "Ambassador"):
        assert word not in "".join(bodies.values())


def test_without_an_address_it_goes_by_sms(
    cast: Cast, couple: Couple, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []
    monkeypatch.setattr(sms, "is_on", lambda: True)
    monkeypatch.setattr(sms, "send", lambda number, text: sent.append(text))
    concern = actions.report_concern(project=cast.project, words="Iets.", where="couple", by=cast.ambassador)
    separate_couple(couple=couple, concern=concern, by=cast.coordinator)
    send_messages()
    assert sent == ["Mixen in Mokum: Jullie koppel stopt. Wij bellen je."] * 2
