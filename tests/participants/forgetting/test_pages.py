"""Telling, erasing and rehearsing on screen, and what people do about it on their own page."""

import json
from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from dateutil.relativedelta import relativedelta
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from matching.actions import form_couple
from matching.models import CheckIn, Couple
from mixen.accounts.audit import record
from mixen.accounts.models import AuditEvent
from mixen.errors import DomainError
from participants import actions
from participants.forgetting import FORGOTTEN
from participants.messages import make_messages, send_messages
from participants.models import (
    DataRequest,
    ErasedRegistration,
    Message,
    Participant,
    Person,
    PersonalLink,
    Status,
)
from projects.watching import look_at
from tests.conftest import Cast, registered
from tests.participants.forgetting.test_retention import REGISTERED, at
from tests.participants.telling import mail
from tests.projects import money

AsUser = Callable[[Any], Client]


def address(name: str, participant: Participant, *more: str) -> str:
    return reverse(f"participants:{name}", args=[participant.project.slug, participant.pk, *more])


def own(name: str, participant: Participant, *more: str) -> str:
    link, _made = PersonalLink.objects.get_or_create(participant=participant)
    return reverse(f"participants:{name}", args=[link.token, *more])


def lines(cast: Cast, kind: str, user: Any = None) -> list[str]:
    found = look_at([cast.project, cast.foreign], timezone.localdate(), user or cast.coordinator)
    return [item.title for item in found.items if item.kind == kind]


def test_everything_in_one_file(cast: Cast, as_user: AsUser) -> None:
    """Read on a page and by a computer, the signature as a drawing; that it was taken along stands in it too."""
    actions.note_mood(participant=cast.ans, face=3, word="Het gaat fijn", by=None)
    actions.change_person(participant=cast.ans, person={"street": "Oude straat 1"}, part={}, by=cast.leader)
    actions.change_person(participant=cast.ans, person={"street": "Nieuwe straat 2"}, part={}, by=cast.leader)
    response = as_user(cast.coordinator).get(address("own_data_zip", cast.ans))
    archive = ZipFile(BytesIO(response.content))
    page, told = archive.read("gegevens.html").decode(), json.loads(archive.read("gegevens.json"))
    assert "Ans Proefpersoon" in page
    assert "Het gaat fijn" in page
    assert "Nieuwe straat 2" in page
    assert "geëxporteerd" in page
    assert told["persoon"]["street"] == "Nieuwe straat 2"
    assert "Oude straat 1" in json.dumps(told["persoon_eerder"])
    assert told["deelnames"][0]["tabellen"]["participants.Mood"]["regels"][0]["word"] == "Het gaat fijn"
    assert AuditEvent.objects.filter(kind="export", object_id=str(cast.ans.person_id), detail="everything").exists()


def test_no_secret_and_no_other_person_goes_along(cast: Cast, as_user: AsUser) -> None:
    """Not the key to the own page, not the buddy's phone, not what others said no to."""
    form_couple(project=cast.project, old=cast.ans, new=[cast.samira], by=cast.leader)
    mail(cast.samira, "samira@voorbeeld.example")
    PersonalLink.objects.get_or_create(participant=cast.ans)
    link = cast.ans.personal_link
    content = as_user(cast.coordinator).get(address("own_data_zip", cast.ans)).content
    text = "".join(ZipFile(BytesIO(content)).read(name).decode() for name in ("gegevens.html", "gegevens.json"))
    assert link.nonce not in text
    assert "samira@voorbeeld.example" not in text
    assert "Samira Proefpersoon" not in text


def test_the_log_in_the_file_is_the_trail(cast: Cast, as_user: AsUser) -> None:
    """A list of the project and a claim that was opened stand in it; a report that was read only if it goes along."""
    claim = money.claim(cast.ans)
    concern = actions.report_concern(
        project=cast.project, words="Ze voelt zich niet prettig", where="other", reporter=cast.ans, by=None
    )
    as_user(cast.leader).get(reverse("participants:export_csv", args=[cast.project.slug]))
    for about in (claim, concern, cast.willem.person):
        record(by=cast.leader, kind=AuditEvent.Kind.READ, about=about)

    def told(asked: str) -> set[tuple[str, str]]:
        content = as_user(cast.coordinator).get(address("own_data_zip", cast.ans) + asked).content
        log = json.loads(ZipFile(BytesIO(content)).read("gegevens.json"))["logboek"]
        return {(row["waarover"], row["wie"]) for row in log}

    without = {("project", "Leader"), ("declaratie", "Leader"), ("persoon", "Coordinator")}
    assert told("") == without
    assert told("?meldingen=ja") == without | {("zorg", "Leader")}


@pytest.mark.parametrize(("asked", "there"), [("", False), ("?meldingen=ja", True)])
def test_what_was_reported_goes_along_only_when_it_is_decided(
    cast: Cast, as_user: AsUser, asked: str, there: bool
) -> None:
    """Else the file says that there is something, and what to do."""
    actions.report_concern(
        project=cast.project, words="Hij belt mij steeds", where="other", about=[cast.willem], by=cast.ambassador
    )
    content = as_user(cast.coordinator).get(address("own_data_zip", cast.willem) + asked).content
    archive = ZipFile(BytesIO(content))
    page = archive.read("gegevens.html").decode()
    assert ("Hij belt mij steeds" in page) is there
    assert ("gemeld bij de coördinator" in page) is not there
    assert ("Hij belt mij steeds" in archive.read("gegevens.json").decode()) is there


def test_the_name_is_typed_over_before_anything_goes(cast: Cast, as_user: AsUser) -> None:
    """Another name is refused with what was typed; capitals and spaces are forgiven."""
    client = as_user(cast.coordinator)
    refused = client.post(address("erase", cast.joop), {"name": "Jaap"})
    assert refused.status_code == 422
    assert "Jaap" in refused.text
    assert Person.objects.get(pk=cast.joop.person_id).name == "Joop Proefpersoon"
    assert client.post(address("erase", cast.joop), {"name": " joop  PROEFpersoon"}).status_code == 302
    assert Person.objects.get(pk=cast.joop.person_id).name == FORGOTTEN
    page = client.get(cast.joop.get_absolute_url())
    assert "Alles over deze deelnemer is gewist" in page.text
    assert client.get(address("erase", cast.joop)).status_code == 404


def test_who_erased_stands_in_the_history(cast: Cast) -> None:
    """The one version that is written names who did it, of a row that says nothing."""
    actions.erase_person(person=cast.joop.person, by=cast.coordinator)
    last = Person.history.filter(id=cast.joop.person_id).order_by("history_id").last()
    assert (last.history_user, last.history_change_reason) == (cast.coordinator, "participants.erase_person")
    assert last.name == FORGOTTEN


def test_the_couple_ends_and_the_other_is_told_and_called(cast: Cast) -> None:
    """As when a couple is stopped: a message, a call for the ambassador, and free to be mixed again."""
    couple = form_couple(
        project=cast.project, old=cast.ans, new=[cast.samira], ambassador=cast.ambassador, by=cast.leader
    )
    actions.erase_person(person=cast.ans.person, by=cast.coordinator)
    assert Couple.objects.get(pk=couple.pk).end_reason == "stopped"
    assert Participant.objects.get(pk=cast.samira.pk).status == Status.SIGNED_UP
    assert Participant.objects.get(pk=cast.ans.pk).status == Status.STOPPED
    call = CheckIn.objects.get(member__participant=cast.samira, kind="stopped")
    assert call.ambassador == cast.ambassador
    assert Message.objects.filter(participant=cast.samira, kind="couple_stopped").count() == 1
    assert not Message.objects.filter(participant=cast.ans).exists()


def test_erased_twice_is_erased_once(cast: Cast) -> None:
    """And nothing can be done any more with who is gone."""
    actions.erase_person(person=cast.joop.person, by=cast.coordinator)
    keys = set(ErasedRegistration.objects.values_list("key", flat=True))
    versions = Person.history.filter(id=cast.joop.person_id).count()
    actions.erase_person(person=cast.joop.person, by=cast.coordinator)
    assert set(ErasedRegistration.objects.values_list("key", flat=True)) == keys == {cast.joop.registration_key}
    assert Person.history.filter(id=cast.joop.person_id).count() == versions
    with pytest.raises(DomainError, match="gewist"):
        actions.return_to_project(participant=cast.joop, by=cast.leader)
    with pytest.raises(DomainError, match="gewist"):
        actions.change_person(participant=cast.joop, person={"phone": "+31612345678"}, part={}, by=cast.leader)


def test_the_own_page_is_gone(cast: Cast, client: Client) -> None:
    """The same answer as to every wrong link."""
    page = own("personal", cast.joop)
    assert client.get(page).status_code == 200
    actions.erase_person(person=cast.joop.person, by=cast.coordinator)
    assert client.get(page).status_code == 404


@pytest.mark.parametrize("kind", ["copy", "erase"])
def test_a_question_on_the_own_page_is_a_line_for_the_coordinator(
    cast: Cast, client: Client, as_user: AsUser, kind: str
) -> None:
    """Asked twice it is one line, until it was answered; the project leader does not see it."""
    page = own("personal_ask", cast.ans, kind)
    assert client.get(page).status_code == 200
    for _time in range(2):
        assert client.post(page).status_code == 302
    assert len(lines(cast, "own_data_requests")) == 1
    assert lines(cast, "own_data_requests", cast.leader) == []
    coordinator = as_user(cast.coordinator)
    assert "Antwoord uiterlijk" in coordinator.get(address("own_data_file", cast.ans)).text
    assert coordinator.post(address("data_request_done", cast.ans, kind)).status_code == 302
    assert lines(cast, "own_data_requests") == []
    assert DataRequest.objects.get().handled_by == cast.coordinator
    assert client.get(own("personal_ask", cast.ans, "iets")).status_code == 404


def test_after_half_a_year_everybody_without_a_buddy_is_asked_once(
    cast: Cast, clock: Any, mailoutbox: list[Any]
) -> None:
    """By mail with a link to answer; who has a buddy is not asked, and a month later nobody is asked again."""
    form_couple(project=cast.project, old=cast.ans, new=[cast.samira], by=cast.leader)
    for somebody in (cast.joop, cast.ans):
        mail(somebody, f"{somebody.person.call_name.lower()}@voorbeeld.example")
    at(clock, REGISTERED + relativedelta(months=6, days=-1))
    make_messages()
    assert not Message.objects.filter(kind="stay").exists()
    for day in (0, 1, 30):
        at(clock, REGISTERED + relativedelta(months=6, days=day))
        make_messages()
        send_messages()
    sent = [one for one in mailoutbox if "lijst" in one.subject]
    assert [one.to for one in sent] == [["joop@voorbeeld.example"]]
    assert "/blijven/" in sent[0].body
    assert "12-03-2028" in sent[0].body


def test_who_cannot_be_asked_by_message_is_a_line(cast: Cast, clock: Any, as_user: AsUser, settings: Any) -> None:
    """Called, and the answer noted: stays, or is to be erased by the coordinator."""
    settings.SMS_BACKEND = "none"
    mail(cast.joop, "joop@voorbeeld.example")
    at(clock, REGISTERED + relativedelta(months=7))
    titles = lines(cast, "asked_whether_to_stay")
    assert "Vraag Oksana of die op de lijst wil blijven" in titles
    assert not [title for title in titles if "Joop" in title]
    leader = as_user(cast.leader)
    assert leader.get(address("stay", cast.oksana)).status_code == 200
    assert leader.post(address("stay", cast.oksana), {}).status_code == 422
    leader.post(address("stay", cast.oksana), {"answer": "yes"})
    leader.post(address("stay", cast.lale), {"answer": "no"})
    assert Participant.objects.get(pk=cast.oksana.pk).stays_since == timezone.localdate()
    assert DataRequest.objects.open().get().participant == cast.lale
    assert not [title for title in lines(cast, "asked_whether_to_stay") if "Oksana" in title]


def test_answering_on_the_own_page(cast: Cast, clock: Any, client: Client) -> None:
    """Before half a year there is no such page; yes keeps; no asks once more, and then all is gone."""
    stays, goes = own("personal_stay", cast.oksana), own("personal_stay", cast.lale)
    assert client.get(stays).status_code == 404
    at(clock, REGISTERED + relativedelta(months=8))
    assert client.get(own("personal", cast.oksana)).status_code == 200  # the link is kept alive for this
    assert client.get(stays).status_code == 200
    assert client.post(stays, {"answer": "iets"}).status_code == 200
    assert client.post(stays, {"answer": "yes"}).status_code == 302
    assert Participant.objects.get(pk=cast.oksana.pk).stays_since == timezone.localdate()
    assert client.get(stays).status_code == 404
    assert client.post(goes, {"answer": "remove"}).status_code == 200
    assert Person.objects.get(pk=cast.lale.person_id).name == "Lale Proefpersoon"
    assert client.post(goes, {"answer": "remove-for-sure"}).status_code == 200
    assert Person.objects.get(pk=cast.lale.person_id).name == FORGOTTEN
    assert client.get(goes).status_code == 404


def rehearsal(as_user: AsUser, cast: Cast) -> str:
    """The page, for a coordinator who logs in anew: a year is longer than a session."""
    response = as_user(cast.coordinator).get(reverse("participants:rehearsal"))
    assert response.status_code == 200
    return response.text


def test_the_rehearsal_names_who_goes_and_when(cast: Cast, clock: Any, as_user: AsUser) -> None:
    """The next night, and the month after it; nothing goes by looking."""
    assert "Vannacht gaat er niets weg" in rehearsal(as_user, cast)
    at(clock, date(2028, 2, 20))
    page = rehearsal(as_user, cast)
    assert "Daarna, binnen een maand" in page
    assert "Joop Proefpersoon" in page
    at(clock, date(2028, 3, 11))
    assert "8 deelnemers worden gewist" in rehearsal(as_user, cast)
    assert Person.objects.get(pk=cast.joop.person_id).name == "Joop Proefpersoon"


def test_the_rehearsal_asks_as_many_questions_for_more_people(cast: Cast, clock: Any, as_user: AsUser) -> None:
    """Eight who go, or twenty."""
    at(clock, date(2028, 3, 11))
    with CaptureQueriesContext(connection) as few:
        rehearsal(as_user, cast)
    for number in range(12):
        registered(cast.project, f"Extra{number}", "new", cast.leader, {}, {})
    Participant.objects.update(registered_on=REGISTERED)
    with CaptureQueriesContext(connection) as more:
        assert "20 deelnemers worden gewist" in rehearsal(as_user, cast)
    assert len(more) <= len(few)


def test_where_somebody_is_named_in_words_is_shown(cast: Cast, as_user: AsUser) -> None:
    """What goes not by itself is to be taken out by hand."""
    meeting = cast.project.meetings.first()
    meeting.minutes = "Joop Proefpersoon nam het woord."
    meeting.save()
    page = as_user(cast.coordinator).get(address("erase", cast.joop)).text
    assert "De naam staat ook hier" in page
    assert "De naam staat ook hier" not in as_user(cast.coordinator).get(address("erase", cast.oksana)).text
