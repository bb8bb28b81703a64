"""Reminders: whom, when, by what, in which words; and what happens when nobody can be reached."""

import re
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from icalendar import Calendar

from mixen import sms
from mixen.languages import READING_LANGUAGES
from participants import actions
from participants.messages import make_messages, send_messages
from participants.models import Message, Participant
from participants.reminders import after_quiet_hours
from projects.actions import change_meeting, plan_meeting
from projects.models import Meeting
from tests.conftest import Cast, registered, signed_up
from tests.participants.telling import CLOSING, TEN


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment)


def told() -> list[str]:
    """To whom a message went, by name."""
    return sorted(row.participant.person.call_name for row in Message.objects.filter(sent_at__isnull=False))


class TestWhen:
    """The day before at ten, never at night, never when it has begun."""

    def test_the_day_before_at_ten_and_once(self, cast: Cast, closing: Meeting, clock: Any) -> None:
        clock.move_to(TEN - timedelta(minutes=1))
        assert (make_messages(), send_messages()) == (0, 0)
        clock.move_to(TEN)
        assert [(make_messages(), send_messages()) for _time in range(3)] == [(8, 8), (0, 0), (0, 0)]
        assert told() == ["Ans", "Corrie", "Joop", "Lale", "Oksana", "Samira", "Tesfay", "Willem"]

    @pytest.mark.parametrize(
        ("moment", "allowed"),
        [
            ("2027-06-11T20:59:59+02:00", "2027-06-11T20:59:59+02:00"),
            ("2027-06-11T21:00:00+02:00", "2027-06-12T08:30:00+02:00"),
            ("2027-06-12T00:00:00+02:00", "2027-06-12T08:30:00+02:00"),
            ("2027-06-12T08:29:59+02:00", "2027-06-12T08:30:00+02:00"),
            ("2027-06-12T08:30:00+02:00", "2027-06-12T08:30:00+02:00"),
            ("2027-03-27T23:30:00+01:00", "2027-03-28T08:30:00+02:00"),  # the night of 23 hours
            ("2027-03-28T03:30:00+02:00", "2027-03-28T08:30:00+02:00"),
            ("2027-10-30T22:00:00+02:00", "2027-10-31T08:30:00+01:00"),  # the night of 25 hours
            ("2027-10-31T02:30:00+02:00", "2027-10-31T08:30:00+01:00"),
            ("2027-10-31T02:30:00+01:00", "2027-10-31T08:30:00+01:00"),
        ],
    )
    def test_the_quiet_hours(self, moment: str, allowed: str) -> None:
        assert after_quiet_hours(at(moment)) == at(allowed)

    def test_what_falls_due_at_night_waits_for_the_morning(
        self, cast: Cast, closing: Meeting, clock: Any, mailoutbox: list[EmailMessage]
    ) -> None:
        clock.move_to(at("2027-06-11T21:30:00+02:00"))  # the machine was off all day
        assert (make_messages(), send_messages()) == (8, 0)
        clock.move_to(at("2027-06-12T08:29:00+02:00"))
        assert send_messages() == 0
        clock.move_to(at("2027-06-12T08:30:00+02:00"))
        assert send_messages() == 8

    def test_what_was_due_in_the_day_and_not_sent_does_not_go_at_night(self, closing: Meeting, clock: Any) -> None:
        clock.move_to(TEN)
        make_messages()
        clock.move_to(at("2027-06-11T23:00:00+02:00"))
        assert send_messages() == 0

    def test_what_begins_before_the_morning_message_is_dropped_with_a_reason(
        self, cast: Cast, closing: Meeting, clock: Any
    ) -> None:
        change_meeting(
            meeting=closing,
            starts_at=at("2027-06-12T08:15:00+02:00"),
            ends_at=at("2027-06-12T10:00:00+02:00"),
            by=cast.coordinator,
        )
        clock.move_to(at("2027-06-11T22:00:00+02:00"))
        make_messages()
        assert set(Message.objects.values_list("given_up", "failures")) == {
            ("het begint voordat het bericht weg mag", 0)
        }
        clock.move_to(at("2027-06-12T08:30:00+02:00"))
        assert (make_messages(), send_messages()) == (0, 0)

    def test_what_has_begun_is_not_told_any_more(self, closing: Meeting, clock: Any) -> None:
        clock.move_to(TEN)
        make_messages()
        clock.move_to(CLOSING)
        assert send_messages() == 0
        assert set(Message.objects.values_list("given_up", flat=True)) == {"het was al begonnen"}

    def test_what_begins_within_two_hours_is_not_told_anew(self, cast: Cast, closing: Meeting, clock: Any) -> None:
        clock.move_to(CLOSING - timedelta(hours=2) + timedelta(minutes=1))
        assert make_messages() == 0
        clock.move_to(CLOSING - timedelta(hours=2))
        assert make_messages() == 8


class TestWhom:
    """Who is expected, and nobody who stopped."""

    def test_a_mix_meeting_is_for_who_has_no_buddy(self, cast: Cast, clock: Any) -> None:
        self.plan(cast, Meeting.Kind.MIX)
        actions.become_coupled(participant=cast.ans, by=None)
        actions.withdraw(participant=cast.joop, reason="x", by=None)
        clock.move_to(TEN)
        make_messages()
        assert self.names() == ["Corrie", "Lale", "Oksana", "Samira", "Tesfay", "Willem"]

    def test_an_information_meeting_is_for_who_was_at_none(self, cast: Cast, clock: Any) -> None:
        self.plan(cast, Meeting.Kind.INFORMATION)
        registered(cast.project, "Noor", "new", None, {}, {})
        earlier = cast.project.meetings.filter(kind="information").earliest("starts_at")
        actions.note_attendance(meeting=earlier, participant=cast.willem, present=True, by=None)
        actions.become_coupled(participant=cast.ans, by=None)
        clock.move_to(TEN)
        make_messages()
        assert self.names() == ["Corrie", "Joop", "Lale", "Noor", "Oksana", "Samira", "Tesfay"]

    def test_who_took_the_consent_back_hears_nothing(self, cast: Cast, closing: Meeting, clock: Any) -> None:
        actions.become_coupled(participant=cast.lale, by=None)  # stays coupled until the coordinator has called
        actions.withdraw_consent(participant=cast.lale, kind="taking_part", by=None)
        clock.move_to(TEN)
        make_messages()
        assert "Lale" not in self.names()

    def test_a_practice_project_tells_nobody(self, cast: Cast, closing: Meeting, clock: Any) -> None:
        type(cast.project).objects.filter(pk=cast.project.pk).update(is_practice=True)
        clock.move_to(TEN)
        assert make_messages() == 0

    def test_another_project_has_its_own_people(self, cast: Cast, closing: Meeting, clock: Any) -> None:
        signed_up(cast.foreign, "Els", "old", None, {"gender": "woman"}, {})
        clock.move_to(TEN)
        make_messages()
        assert self.names().count("Els") == 1
        els = Message.objects.get(participant__person__call_name="Els")
        assert Meeting.objects.get(pk=els.number).project == cast.foreign

    def test_as_many_questions_for_many_projects_and_people(self, cast: Cast, closing: Meeting, clock: Any) -> None:
        clock.move_to(TEN)
        counts = []
        for number in (0, 6):
            for one in range(number):
                signed_up(cast.foreign, f"Gast{one}", "old", None, {"gender": "woman"}, {})
            Message.objects.all().delete()
            Participant.objects.update(signed_up_on=date(2027, 3, 1))
            with CaptureQueriesContext(
                connection,
            ) as asked:
                make_messages()
            counts.append(len(asked))
        assert counts[0] == counts[1] < 20

    def plan(self, cast: Cast, kind: Meeting.Kind) -> None:
        cast.project.meetings.filter(kind="closing").delete()
        cast.foreign.meetings.filter(kind="closing").delete()
        plan_meeting(project=cast.project, kind=kind, starts_at=CLOSING, ends_at=CLOSING + timedelta(hours=2), by=None)

    def names(self) -> list[str]:
        return sorted(row.participant.person.call_name for row in Message.objects.all())


class TestWhatChangesMeanwhile:
    """The row is made in time; what is true when it is sent decides."""

    def test_a_meeting_that_moved_is_told_of_again(self, cast: Cast, closing: Meeting, clock: Any) -> None:
        clock.move_to(TEN)
        make_messages()
        move = {"starts_at": CLOSING + timedelta(hours=2), "ends_at": CLOSING + timedelta(hours=4)}
        change_meeting(meeting=closing, by=cast.coordinator, **move)
        assert (send_messages(), make_messages(), send_messages(), make_messages()) == (0, 8, 8, 0)
        reasons = sorted(Message.objects.values_list("given_up", flat=True))
        assert reasons == [""] * 8 + ["verplaatst"] * 8

    def test_one_that_was_told_of_and_moves_a_week_is_told_of_on_its_new_day(
        self, cast: Cast, closing: Meeting, clock: Any, mailoutbox: list[EmailMessage]
    ) -> None:
        clock.move_to(TEN)
        make_messages()
        send_messages()
        week = timedelta(days=7)
        change_meeting(meeting=closing, starts_at=CLOSING + week, ends_at=CLOSING + week + timedelta(hours=2), by=None)
        assert make_messages() == 0
        clock.move_to(TEN + week)
        assert (make_messages(), send_messages()) == (8, 8)
        first, second = (_entry(mailoutbox[number]) for number in (0, 2))
        assert first["uid"] == second["uid"]
        assert first["sequence"] < second["sequence"]

    def test_one_that_is_called_off_is_not_told_of(self, closing: Meeting, clock: Any) -> None:
        clock.move_to(TEN)
        make_messages()
        closing.delete()
        assert send_messages() == 0

    @pytest.mark.parametrize("deed", ["withdraw", "withdraw_consent"])
    def test_who_stops_meanwhile_hears_nothing(self, cast: Cast, closing: Meeting, clock: Any, deed: str) -> None:
        clock.move_to(TEN)
        make_messages()
        how = {"reason": "x"} if deed == "withdraw" else {"kind": "taking_part"}
        getattr(actions, deed)(participant=cast.willem, by=None, **how)
        send_messages()
        assert "Willem" not in told()
        assert cast.willem.messages.get().given_up == "deze deelnemer krijgt geen berichten meer"


def _entry(message: EmailMessage) -> Any:
    ((_name, content, kind),) = message.attachments
    assert kind == "text/calendar"
    (entry,) = Calendar.from_ical(content).walk("VEVENT")
    return entry


class TestWords:
    """What it says, by mail and by SMS."""

    def test_the_mail(self, cast: Cast, closing: Meeting, clock: Any, mailoutbox: list[EmailMessage]) -> None:
        clock.move_to(TEN)
        make_messages()
        send_messages()
        (message,) = [one for one in mailoutbox if one.to == ["ans@example.org"]]
        assert message.subject == "Mixen in Mokum: Slotbijeenkomst, za 12 jun, 13:30"
        for words in ("Dag Ans,", "Je bent welkom bij: Slotbijeenkomst.", "13:30", "Waar: Het Mozeshuis", "agenda"):
            assert words in message.body
        assert f"/mijn/{cast.ans.personal_link.token}/" in message.body
        entry = _entry(message)
        assert (entry.decoded("dtstart"), entry["location"]) == (CLOSING, "Het Mozeshuis")
        assert "\n\n\n" not in message.body

    def test_without_a_link_there_is_none(
        self, cast: Cast, closing: Meeting, clock: Any, mailoutbox: list[EmailMessage]
    ) -> None:
        link = cast.ans.personal_link
        link.revoked_at = TEN
        link.save()
        clock.move_to(TEN)
        make_messages()
        send_messages()
        (message,) = [one for one in mailoutbox if one.to == ["ans@example.org"]]
        assert "/mijn/" not in message.body
        assert "bladzijde" not in message.body

    def test_an_sms_for_who_has_no_mail(
        self, cast: Cast, closing: Meeting, clock: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        texts: list[tuple[str, str]] = []
        monkeypatch.setattr(sms, "send", lambda number, text: texts.append((number, text)))
        clock.move_to(TEN)
        make_messages()
        send_messages()
        assert len(texts) == 6
        link = f"/mijn/{cast.willem.personal_link.token}/"
        (text,) = [text for _number, text in texts if link in text]
        assert text.startswith("Denk aan Mixen in Mokum: Slotbijeenkomst, za 12 jun, 13:30. Waar: Het Mozeshuis. http")
        assert {number for number, _text in texts} == {"+31612345678"}
        assert cast.willem.messages.get().channel == "sms"
        assert cast.ans.messages.get().channel == "email"

    @pytest.mark.parametrize("language", READING_LANGUAGES)
    def test_every_language_has_its_own_words_and_a_short_text(
        self,
        cast: Cast,
        closing: Meeting,
        clock: Any,
        mailoutbox: list[EmailMessage],
        monkeypatch: pytest.MonkeyPatch,
        settings: Any,
        language: str,
    ) -> None:
        settings.SITE_URL = "https://mixeninmokum.voorbeeld.nl"
        texts: list[str] = []
        monkeypatch.setattr(sms, "send", lambda number, text: texts.append(text))
        for one in (cast.ans, cast.willem):
            one.person.language = language
            one.person.save()
        clock.move_to(TEN)
        make_messages()
        send_messages()
        (message,) = [one for one in mailoutbox if one.to == ["ans@example.org"]]
        (text,) = [text for text in texts if cast.willem.personal_link.token in text]
        for words in (message.subject, message.body, text):
            assert ("Slotbijeenkomst" in words) == (language == "nl")
            assert "%(" not in words
        assert "13:30" in message.body
        assert "13:30" in text
        assert sms.fits(text)
        with override(language):
            assert text.count("\u2068") == text.count("\u2069")

    def test_a_long_place_makes_room_for_the_link(
        self, cast: Cast, closing: Meeting, clock: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        texts: list[str] = []
        monkeypatch.setattr(sms, "send", lambda number, text: texts.append(text))
        change_meeting(meeting=closing, place="Zaal " * 40, by=None)
        clock.move_to(TEN)
        make_messages()
        send_messages()
        assert len(texts) == 6
        assert all(sms.fits(text) and "Zaal" not in text and "/mijn/" in text for text in texts)

    def test_a_place_in_another_direction_is_kept_apart(
        self, cast: Cast, closing: Meeting, clock: Any, mailoutbox: list[EmailMessage]
    ) -> None:
        cast.samira.person.language = "ar"
        cast.samira.person.save()
        clock.move_to(TEN)
        make_messages()
        send_messages()
        (arabic,) = [one.body for one in mailoutbox if one.to == ["samira@example.org"]]
        (dutch,) = [one.body for one in mailoutbox if one.to == ["ans@example.org"]]
        assert "\u2068Het Mozeshuis\u2069" in arabic
        assert "\u2068" not in dutch


def test_a_reminder_holds_nothing_of_anybody_else(
    cast: Cast, closing: Meeting, clock: Any, mailoutbox: list[EmailMessage]
) -> None:
    clock.move_to(TEN)
    make_messages()
    send_messages()
    for message in mailoutbox:
        text = f"{message.subject}{message.body}{message.attachments}"
        assert not re.search(r"6 ?12345678|Proefpersoon|1069|1068", text)
