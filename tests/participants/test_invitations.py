"""Invitations go out once, in the reader's language; the answer by link; the team's pages and the letters."""

import smtplib
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from icalendar import Calendar
from pypdf import PdfReader

from participants import actions
from participants.invitations import send_invitations
from participants.inviting import Way
from participants.messages import make_messages, send_messages
from participants.models import Invitation, Message
from participants.papers.letters import letters_pdf
from projects.models import Meeting
from tests.conftest import Cast, signed_up
from tests.participants.invited import ADDRESS, invite_all, reachable_by_all_ways
from tests.participants.telling import TEN, mail


@pytest.fixture
def invited(cast: Cast, closing: Meeting, settings: Any) -> dict[str, Invitation]:
    """Everybody is invited; nothing went out yet."""
    settings.SMS_BACKEND = "file"
    reachable_by_all_ways(cast)
    return invite_all(closing, cast.coordinator)


def own(row: Invitation) -> str:
    return f"/mijn/{row.participant.personal_link.token}/"


def event_of(message: EmailMessage) -> Any:
    ((_name, content, kind),) = message.attachments
    assert kind == "text/calendar"
    (entry,) = Calendar.from_ical(content).walk("VEVENT")
    return entry


class TestSending:
    """By mail and SMS, once, also when tried again."""

    def test_once_and_with_the_calendar(self, invited: Any, mailoutbox: list[EmailMessage]) -> None:
        assert [send_invitations() for _time in range(3)] == [7, 0, 0]
        (letter,) = [one for one in mailoutbox if one.to == ["ans@example.org"]]
        assert letter.subject == "Mixen in Mokum: Slotbijeenkomst, za 12 jun, 13:30"
        for words in ("Dag Ans,", "Je bent welkom bij: Slotbijeenkomst.", "Waar: Het Mozeshuis", own(invited["ans"])):
            assert words in letter.body
        assert event_of(letter)["location"] == "Het Mozeshuis"
        assert len(mailoutbox) == 2

    def test_in_the_language_of_the_reader(self, invited: Any, mailoutbox: list[EmailMessage]) -> None:
        send_invitations()
        (letter,) = [one for one in mailoutbox if one.to == ["samira@example.org"]]
        for words in ("هل ستأتي؟", "اللقاء الختامي", "نحتفل معًا"):
            assert words in letter.body
        assert "Je bent welkom" not in letter.body

    def test_a_server_that_is_down_delays_and_doubles_nothing(
        self, invited: Any, mailoutbox: list[EmailMessage], clock: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as down:
            down.setattr(EmailMessage, "send", lambda self: (_ for _ in ()).throw(ConnectionError()))
            assert send_invitations() == 5  # SMS
        clock.shift(timedelta(minutes=11))
        assert [send_invitations(), send_invitations()] == [2, 0]
        assert sorted(one.to[0] for one in mailoutbox) == ["ans@example.org", "samira@example.org"]

    def test_an_address_that_does_not_exist_becomes_a_letter(
        self, closing: Meeting, invited: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        refused = smtplib.SMTPRecipientsRefused({"ans@example.org": (550, b"no")})
        monkeypatch.setattr(EmailMessage, "send", lambda self: (_ for _ in ()).throw(refused))
        send_invitations()
        row = Invitation.objects.get(pk=invited["ans"].pk)
        assert (row.way, row.given_up, row.sent_at) == (Way.PAPER, "", None)
        assert row in closing.invitations.letters(closing)

    def test_who_lost_the_address_and_has_a_mobile_gets_an_sms(self, cast: Cast, invited: Any) -> None:
        mail(cast.ans, "")
        send_invitations()
        row = Invitation.objects.get(pk=invited["ans"].pk)
        assert (row.way, row.sent_at is not None) == (Way.SMS, True)

    def test_not_at_night_not_in_practice_and_not_to_who_stopped(
        self, cast: Cast, closing: Meeting, invited: Any, clock: Any
    ) -> None:
        clock.move_to(timezone.localtime().replace(hour=23))
        assert send_invitations() == 0
        clock.shift(timedelta(hours=11))
        actions.withdraw(participant=cast.ans, reason="x", by=None)
        assert send_invitations() == 6
        assert Invitation.objects.get(pk=invited["ans"].pk).given_up == "deze deelnemer hoort er niet meer bij"
        type(cast.project).objects.filter(pk=cast.project.pk).update(is_practice=True)
        Invitation.objects.update(sent_at=None, given_up="", claimed_at=None)
        assert send_invitations() == 0

    def test_a_reminder_once_and_not_to_who_answered_meanwhile(
        self, invited: Any, closing: Meeting, mailoutbox: list[EmailMessage]
    ) -> None:
        send_invitations()
        actions.remind_invited(meeting=closing, by=None)
        actions.answer_invitation(invitation=invited["samira"], coming=False, by=None)
        mailoutbox.clear()
        assert [send_messages(), send_messages()] == [6, 0]
        (letter,) = mailoutbox
        assert "We weten nog niet of je komt." in letter.body

    def test_who_said_no_is_not_told_the_day_before(self, invited: Any, clock: Any) -> None:
        actions.answer_invitation(invitation=invited["ans"], coming=False, by=None)
        clock.move_to(TEN)
        assert make_messages() == 7
        assert not Message.objects.filter(participant=invited["ans"].participant).exists()


class TestOwnPage:
    """Yes or no behind somebody's own link, without a script."""

    def test_yes_with_children_then_no(self, invited: Any, closing: Meeting, client: Client) -> None:
        page, path = own(invited["ans"]), f"{own(invited['ans'])}bijeenkomst/{closing.pk}/"
        assert "Kom je?" in client.get(page).content.decode()
        response = client.post(path, {"coming": "yes", "children": "2"}, follow=True)
        assert "Fijn dat je komt" in response.content.decode()
        assert "Je komt. Tot dan!" in response.content.decode()
        row = Invitation.objects.get(pk=invited["ans"].pk)
        assert (row.answer, row.children, row.answered_by) == ("coming", 2, None)
        client.post(path, {"coming": "no"})
        assert Invitation.objects.get(pk=row.pk).answer == "not_coming"
        assert "Je kunt niet komen." in client.get(page).content.decode()

    def test_in_the_language_of_the_reader(self, invited: Any, client: Client) -> None:
        text = client.get(own(invited["samira"])).content.decode()
        assert "هل ستأتي؟" in text
        assert "Kom je?" not in text

    @pytest.mark.parametrize("data", [{}, {"coming": "misschien"}, {"coming": "yes", "children": "veel"}])
    def test_what_is_wrong_is_told_and_kept(self, invited: Any, closing: Meeting, client: Client, data: Any) -> None:
        response = client.post(f"{own(invited['ans'])}bijeenkomst/{closing.pk}/", data)
        assert response.status_code == 422
        assert data.get("children", "") in response.content.decode()
        assert not Invitation.objects.get(pk=invited["ans"].pk).answer

    def test_somebody_elses_link_and_a_meeting_one_was_not_invited_to_do_not_exist(
        self, cast: Cast, invited: Any, closing: Meeting, client: Client
    ) -> None:
        other = signed_up(cast.foreign, "Els", "old", None, {"gender": "woman"}, {})
        yes = {"coming": "yes"}
        assert client.post(f"/mijn/{other.personal_link.token}/bijeenkomst/{closing.pk}/", yes).status_code == 404
        token = invited["ans"].participant.personal_link.token
        wrong = token[:-1] + ("0" if token[-1] != "0" else "1")
        assert client.post(f"/mijn/{wrong}/bijeenkomst/{closing.pk}/", yes).status_code == 404
        actions.revoke_link(participant=cast.ans, by=None)
        assert client.post(f"/mijn/{token}/bijeenkomst/{closing.pk}/", yes).status_code == 404
        Invitation.objects.filter(pk=invited["joop"].pk).delete()
        assert client.get(f"{own(invited['joop'])}bijeenkomst/{closing.pk}/").status_code == 404
        assert not Invitation.objects.exclude(answer="").exists()


class TestTeamPages:
    """The preview, the list, answers on the phone, the letters."""

    def test_the_preview_counts_the_ways_and_invites_who_is_ticked(
        self, cast: Cast, closing: Meeting, as_user: Any, settings: Any
    ) -> None:
        settings.SMS_BACKEND = "file"
        reachable_by_all_ways(cast)
        client, path = as_user(cast.leader), f"{ADDRESS}{closing.pk}/uitnodigen/"
        text = client.get(path).content.decode()
        assert text.count('name="people"') == text.count(" checked") == 8
        assert "<dt>per brief</dt><dd>1</dd>" in text
        response = client.post(path, {"people": [cast.ans.pk, cast.joop.pk]}, follow=True)
        assert "2 mensen zijn uitgenodigd. 1 brief moet nog worden afgedrukt." in response.content.decode()
        again = client.get(path)
        assert again.content.decode().count('name="people"') == 6
        for wrong in ([], [cast.ans.pk], ["9" * 30], ["x"]):
            assert client.post(path, {"people": wrong}).status_code == 422
        assert closing.invitations.count() == 2

    def test_an_ambassador_notes_what_was_said_on_the_phone(
        self, cast: Cast, closing: Meeting, invited: Any, as_user: Any
    ) -> None:
        client, page = as_user(cast.ambassador), f"{ADDRESS}{closing.pk}/uitnodigingen/"
        assert 'action="' + page + "brieven/" not in client.get(page).content.decode()
        answer = f"{page}{invited['joop'].pk}/antwoord/"
        text = client.post(answer, {"coming": "yes", "children": "1"}, follow=True).content.decode()
        assert "Het antwoord van Joop staat erbij." in text
        assert "genoteerd door" in text
        wrong = client.post(answer, {"coming": "yes", "children": "99"}, follow=True)
        assert "een getal in van 0 tot en met 12" in wrong.content.decode()
        assert Invitation.objects.get(pk=invited["joop"].pk).children == 1
        for state, number in (("komt", 1), ("open", 7), ("komt-niet", 0), ("brief", 1), ("x", 8)):
            shown = client.get(f"{page}?stand={state}").content.decode()
            assert shown.count('id="uitnodiging-') == number, state

    def test_letters_are_a_page_each_in_the_readers_language(self, cast: Cast, closing: Meeting, invited: Any) -> None:
        cast.joop.person.street, cast.joop.person.postcode = "Kade 1", "1069 AB"
        cast.joop.person.save()
        rows = list(closing.invitations.filter(pk__in=[invited["joop"].pk, invited["ans"].pk]).with_people())
        pages = [page.extract_text() for page in PdfReader(BytesIO(letters_pdf(closing, rows))).pages]
        assert len(pages) == 2
        dutch, persian = pages
        assert "Je bent welkom bij: Slotbijeenkomst." in " ".join(dutch.split())
        assert "Je bent welkom" not in persian
        assert "Kade 1" in persian

    def test_the_pile_of_letters_gets_smaller_when_they_are_posted(
        self, cast: Cast, closing: Meeting, invited: Any, as_user: Any
    ) -> None:
        client, page = as_user(cast.leader), f"{ADDRESS}{closing.pk}/uitnodigingen/"
        assert "1 brief moet nog weg" in client.get(page).content.decode()
        response = client.get(f"{page}brieven.pdf")
        assert len(PdfReader(BytesIO(response.content)).pages) == 1
        sent = client.post(f"{page}brieven/", {"letter": [str(invited["joop"].pk), "x", "9" * 30]}, follow=True)
        assert "De brieven staan als verstuurd." in sent.content.decode()
        assert "moet nog weg" not in sent.content.decode().replace("Brief moet nog weg", "")

    @pytest.mark.parametrize("path", ["uitnodigen/", "uitnodigingen/", ""])
    def test_as_many_questions_for_forty_as_for_a_hundred(
        self, cast: Cast, closing: Meeting, as_user: Any, path: str
    ) -> None:
        client, counts, made = as_user(cast.leader), [], 8
        cast.project.max_old = 200
        cast.project.save()
        for total in (40, 100):
            for number in range(made, total):
                signed_up(cast.project, f"Gast{number}", "old", None, {"gender": "woman"}, {})
            made = total
            if path != "uitnodigen/":
                invite_all(closing, None)
            client.get(f"{ADDRESS}{closing.pk}/{path}")
            with CaptureQueriesContext(connection) as asked:
                assert client.get(f"{ADDRESS}{closing.pk}/{path}").status_code == 200
            counts.append(len(asked))
        assert counts[0] == counts[1] < 45
