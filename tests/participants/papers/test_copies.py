"""Everybody's copy of the own form: mailed in the own language with the PDF, or given on paper after all."""

import re
import smtplib
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core import mail as outbox
from pypdf import PdfReader

from mixen import mail
from mixen import outbox as mixen_outbox
from mixen.errors import DomainError
from mixen.languages import READING_LANGUAGES
from participants import actions, papers, tasks
from participants.actions.signing_up import Signed
from participants.models import CopyMail, Participant
from tests.conftest import NOW, Cast, registered

SUBJECTS = {"nl": "Jouw aanmelding bij Mixen in Mokum", "en": "Your"}


@pytest.fixture
def noor(cast: Cast, settings: Any) -> Participant:
    """Somebody who asked for a copy by mail, in Turkish."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    return signed(cast, "Noor", "tr")


def signed(cast: Cast, name: str, language: str, copy_by: str = "email") -> Participant:
    facts = {"gender": "woman", "email": f"{name.lower()}@example.org", "language": language}
    somebody = registered(cast.project, name, "new", cast.ambassador, facts, {"copy_by": copy_by})
    signature = Signed(name, [[[10, 20], [30, 40]]], language)
    return actions.sign_up(participant=somebody, signed_as=name, by=None, signed=signature, even_if_full=True)


@pytest.fixture
def no_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(papers, "copy_of", lambda people: b"%PDF-1.7")


def row(somebody: Participant) -> Participant:
    return Participant.objects.get(pk=somebody.pk)


def test_it_is_mailed_once_in_the_own_language_with_the_form(noor: Participant) -> None:
    assert [tasks.mail_copies() for _time in range(3)] == [1, 0, 0]
    (message,) = outbox.outbox
    assert message.to == ["noor@example.org"]
    assert message.subject not in SUBJECTS.values()
    assert f"/mijn/{noor.personal_link.token}/" in message.body
    name, content, kind = message.attachments[0]
    assert (name, kind) == ("mixen-in-mokum.pdf", "application/pdf")
    reader = PdfReader(BytesIO(content))
    assert reader.trailer["/Root"]["/Lang"] == "tr"
    assert (row(noor).copy_given_at, CopyMail.objects.get().sent_at) == (NOW, NOW)


@pytest.mark.usefixtures("no_pdf")
class TestTheMailServer:
    """What happens when it refuses."""

    def down(self, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
        def refuse(*_args: Any, **_how: Any) -> None:
            raise error

        monkeypatch.setattr(mail, "send", refuse)

    @pytest.mark.parametrize(
        "error",
        [ConnectionRefusedError(), TimeoutError(), smtplib.SMTPServerDisconnected(), DomainError("Geen Pango")],
    )
    def test_it_is_tried_again_later(
        self, noor: Participant, monkeypatch: pytest.MonkeyPatch, clock: Any, error: Exception
    ) -> None:
        with monkeypatch.context() as while_down:
            self.down(while_down, error)
            assert tasks.mail_copies() == 0
        assert (CopyMail.objects.get().failures, row(noor).copy_given_at) == (1, None)
        assert tasks.mail_copies() == 0  # not at once
        clock.shift(timedelta(minutes=11))
        assert tasks.mail_copies() == 1
        assert len(outbox.outbox) == 1

    def test_after_more_than_a_day_of_refusals_it_is_given_on_paper(
        self, cast: Cast, noor: Participant, monkeypatch: pytest.MonkeyPatch, clock: Any
    ) -> None:
        self.down(monkeypatch, ConnectionRefusedError())
        for number in range(1, 33):
            tasks.mail_copies()
            clock.shift(timedelta(minutes=61))  # the longest pause between two tries
            assert CopyMail.objects.get().failures == min(number, 30)
            assert row(noor).copy_by == ("email" if number < 30 else "paper")
        assert row(noor).copy_given_at is None

    def test_one_that_is_refused_does_not_hold_up_the_others(
        self, cast: Cast, noor: Participant, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        signed(cast, "Els", "nl")
        send = mail.send

        def refuse_noor(template: str, to: list[str], *rest: Any, **how: Any) -> None:
            if to == ["noor@example.org"]:
                raise smtplib.SMTPRecipientsRefused({})
            send(template, to, *rest, **how)

        monkeypatch.setattr(mail, "send", refuse_noor)
        assert tasks.mail_copies() == 1
        assert [message.to for message in outbox.outbox] == [["els@example.org"]]

    def test_what_another_worker_took_is_left(self, noor: Participant, clock: Any) -> None:
        CopyMail.objects.update(claimed_at=NOW)
        assert tasks.mail_copies() == 0
        clock.shift(timedelta(minutes=11))  # that worker was killed
        assert tasks.mail_copies() == 1

    def test_what_was_taken_between_looking_and_claiming_is_left(
        self, noor: Participant, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        claim = mixen_outbox._deliver

        def other_first(*rest: Any) -> Any:
            CopyMail.objects.update(claimed_at=NOW)
            return claim(*rest)

        monkeypatch.setattr(mixen_outbox, "_deliver", other_first)
        assert tasks.mail_copies() == 0
        assert not outbox.outbox

    def test_an_address_that_does_not_exist_gets_paper_at_once(
        self, noor: Participant, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.down(monkeypatch, smtplib.SMTPRecipientsRefused({"noor@example.org": (550, b"unknown")}))
        assert tasks.mail_copies() == 0
        kept = CopyMail.objects.get()
        assert (kept.failures, kept.given_up, row(noor).copy_by) == (1, "de mailserver zegt 550", "paper")

    def test_without_an_address_by_now_it_is_given_on_paper(self, noor: Participant) -> None:
        actions.change_person(participant=noor, person={"email": ""}, part={}, by=None)
        assert tasks.mail_copies() == 0
        assert (row(noor).copy_by, row(noor).copy_given_at) == ("paper", None)
        assert not outbox.outbox

    def test_a_name_adds_no_header(self, noor: Participant) -> None:
        noor.person.call_name = "Noor\nBcc: x@example.org"
        noor.person.save()
        assert tasks.mail_copies() == 1
        assert outbox.outbox[0].recipients() == ["noor@example.org"]

    @pytest.mark.parametrize("language", READING_LANGUAGES)
    def test_every_language_has_a_mail_of_its_own(self, cast: Cast, noor: Participant, language: str) -> None:
        CopyMail.objects.all().delete()
        signed(cast, "Els", language)
        assert tasks.mail_copies() == 1
        message = outbox.outbox[0]
        assert (message.subject == SUBJECTS["nl"]) == (language == "nl")
        assert re.search(r"http\S+/mijn/\d+-[0-9a-f]{24}/", message.body)
        assert "%(" not in message.body


def words_of(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


def test_the_copy_holds_what_was_told_and_how_it_was_signed(cast: Cast) -> None:
    somebody = signed(cast, "Noor", "nl", "paper")
    text = words_of(papers.copy_of([somebody]))
    assert "Noor Proefpersoon" in text
    assert "06 12345678" in text
    assert somebody.personal_link.token in text.replace(" ", "")
    assert somebody.consents.get().text.body.split()[0] in text


def test_copies_of_several_are_a_sheet_each_in_the_own_language(cast: Cast) -> None:
    people = [signed(cast, "Noor", "ar", "paper"), signed(cast, "Els", "nl", "paper")]
    reader = PdfReader(BytesIO(papers.copy_of(people)))
    assert len(reader.pages) >= 2
    assert "Jouw aanmelding" in words_of(papers.copy_of(people[1:]))


@pytest.mark.parametrize("language", ["nl", "ar", "ti"])
def test_the_paper_form_has_every_question(cast: Cast, language: str) -> None:
    content = papers.paper_form(cast.project, language)
    reader = PdfReader(BytesIO(content))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    text = words_of(content)
    assert "Voornaam en achternaam" in text
    assert "Postcode" in text


def test_the_inlay_is_one_sheet(cast: Cast) -> None:
    assert len(PdfReader(BytesIO(papers.inlay(cast.project))).pages) == 1
