"""What the privacy statement promises is what the night does: nothing the day before a term, all on the day itself."""

import re
from datetime import date, datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from matching.actions import extend_couple, form_couple, say_going_on
from mixen.accounts.models import AuditEvent
from mixen.languages import READING_LANGUAGES
from participants.forgetting import FORGOTTEN
from participants.models import Participant, Person
from participants.privacy_statement import filled
from participants.staying import is_asked
from tests.conftest import Cast

REGISTERED = date(2027, 3, 12)
# How the statement says each term, in the language in which it is written.
PROMISED = {
    "asked": r"Is er geen mixmaatje voor je\? Dan vragen wij na (\d+) maanden wat je wilt",
    "removed": r"Na (\d+) maanden halen wij je gegevens weg",
    "anonymised": r"halen wij (\d+) maanden na het einde van het project je naam weg",
    "notes": r"Notities, .*, halen wij (\d+) maanden na het einde van het project weg",
    "audit": r"Wie er naar je gegevens keek, bewaren wij (\d+) maanden",
}


@pytest.fixture
def promised(cast: Cast, client: Client) -> dict[str, relativedelta]:
    """The terms as somebody reads them, without a log-in."""
    page = client.get(reverse("privacy")).content.decode()
    found = {name: re.search(words, page) for name, words in PROMISED.items()}
    assert all(found.values()), found
    return {name: relativedelta(months=int(match[1])) for name, match in found.items() if match}


def run(clock: Any, day: date) -> list[str]:
    """The night of ``day``."""
    clock.move_to(timezone.make_aware(datetime(day.year, day.month, day.day, 4, 20)))
    out = StringIO()
    call_command("retention", stdout=out)
    return out.getvalue().splitlines()


def name_of(participant: Participant) -> str:
    return Person.objects.get(pk=participant.person_id).name


def couple_of(cast: Cast) -> Any:
    return form_couple(project=cast.project, old=cast.ans, new=[cast.samira], by=cast.leader)


def test_who_has_no_buddy(cast: Cast, clock: Any, promised: dict[str, relativedelta]) -> None:
    """Asked and removed on the days that the statement says, counted from the day of registering."""
    asked, removed = REGISTERED + promised["asked"], REGISTERED + promised["removed"]
    for day, expected in ((asked - timedelta(days=1), False), (asked, True)):
        assert (run(clock, day), is_asked(cast.joop)) == ([], expected), day
    assert run(clock, removed - timedelta(days=1)) == []
    assert name_of(cast.joop) == "Joop Proefpersoon"
    run(clock, removed)
    assert name_of(cast.joop) == FORGOTTEN


def test_who_had_a_buddy(cast: Cast, clock: Any, promised: dict[str, relativedelta]) -> None:
    """Notes and then the name, counted from the end of the project and not from when they were written."""
    couple_of(cast)
    Participant.objects.filter(pk=cast.ans.pk).update(notes="GEHEIM")
    notes, name = cast.project.ends_on + promised["notes"], cast.project.ends_on + promised["anonymised"]
    assert run(clock, notes - timedelta(days=1)) == []
    assert Participant.objects.get(pk=cast.ans.pk).notes == "GEHEIM"
    run(clock, notes)
    assert (Participant.objects.get(pk=cast.ans.pk).notes, name_of(cast.ans)) == ("", "Ans Proefpersoon")
    run(clock, name - timedelta(days=1))
    assert name_of(cast.ans) == "Ans Proefpersoon"
    run(clock, name)
    assert name_of(cast.ans) == FORGOTTEN


def test_who_goes_on_together_longer(cast: Cast, clock: Any, promised: dict[str, relativedelta]) -> None:
    """Counted from their last day, as the sentence after it says."""
    couple = couple_of(cast)
    for member in couple.members.all():
        say_going_on(member=member, wants=True, by=cast.leader)
    clock.move_to(timezone.make_aware(datetime(2027, 6, 1, 12)))
    last = extend_couple(couple=couple, by=cast.leader).planned_end
    assert last > cast.project.ends_on
    run(clock, last + promised["anonymised"] - timedelta(days=1))
    assert name_of(cast.ans) == "Ans Proefpersoon"
    run(clock, last + promised["anonymised"])
    assert name_of(cast.ans) == FORGOTTEN


def test_who_looked_at_somebody(cast: Cast, clock: Any, promised: dict[str, relativedelta]) -> None:
    """The last day of the term is kept whole; the night after it, the row goes."""
    AuditEvent.objects.create(kind="login", by=cast.leader)
    last = REGISTERED + promised["audit"]
    run(clock, last)
    assert AuditEvent.objects.filter(kind="login").exists()
    run(clock, last + timedelta(days=1))
    assert not AuditEvent.objects.filter(kind="login").exists()


@pytest.mark.parametrize("language", READING_LANGUAGES)
def test_every_language_says_the_same_months(language: str) -> None:
    def months(name: str) -> list[list[str]]:
        with override(name):
            return [sorted(re.findall(r"\d+", text)) for section in filled() for text in section.sentences]

    assert months(language) == months("nl")
    assert sum(map(len, months(language))) == len(PROMISED)


def test_the_rehearsal_says_the_same_months(cast: Cast, as_user: Any, promised: dict[str, relativedelta]) -> None:
    """What the coordinator reads of the terms."""
    page = " ".join(as_user(cast.coordinator).get(reverse("participants:rehearsal")).content.decode().split())
    told = page.partition("Hoe lang bewaren we wat?")[2].partition("</details>")[0]
    terms = [one.years * 12 + one.months for one in promised.values()]
    assert [int(number) for number in re.findall(r"(\d+) maanden", told)] == terms
