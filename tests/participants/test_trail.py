"""Who saw, changed or took along what: found by person, doer, kind, day and project, in words."""

from datetime import date, timedelta
from importlib import import_module
from io import BytesIO
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from excursions.actions import plan_excursion, sign_up
from mixen.accounts.audit import record, within_project
from mixen.accounts.models import AuditEvent
from participants import actions
from participants.models import Certificate, CertificateBatch, Person
from participants.trail.lines import lines_of
from participants.trail.paths import kept_models, way_to_person, way_to_project
from participants.trail.rows import Asked, trail
from projects.models import PayBy, Project
from projects.trail import words_of_deeds
from tests.conftest import signed_up
from tests.projects import money

ROOT = Path(__file__).resolve().parents[2]
TRAIL = reverse("participants:trail")


def deeds_of_all_apps():
    """The name of every action, as history keeps it."""
    found = set()
    for app in ("mixen/accounts", "projects", "participants", "matching", "excursions"):
        for path in [ROOT / app / "actions.py", *sorted((ROOT / app / "actions").glob("*.py"))]:
            if path.exists():
                module = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
                mine = [one for one in vars(module).values() if getattr(one, "is_action", False)]
                found |= {f"{one.__module__.partition('.')[0]}.{one.__name__}" for one in mine}
    return found


def test_every_deed_has_words_and_no_words_are_left_over():
    deeds = deeds_of_all_apps()
    assert len(deeds) > 200
    assert set(words_of_deeds()) == deeds


@pytest.mark.parametrize(
    ("label", "person", "project"),
    [
        ("participants.Person", "pk", None),
        ("participants.Participant", "person_id", "project_id"),
        ("participants.Claim", "participant__person_id", "participant__project_id"),
        ("matching.CheckIn", "member__participant__person_id", "project_id"),
        ("excursions.Signup", "participant__person_id", "excursion__project_id"),
        ("projects.Meeting", None, "project_id"),
        ("projects.District", None, None),
    ],
)
def test_a_record_leads_to_its_person_and_project(label, person, project):
    model = next(model for model in kept_models() if model._meta.label == label)
    assert (way_to_person(model), way_to_project(model)) == (person, project)


def sentences(page):
    return [line.sentence for line in page.context["lines"]]


@pytest.fixture
def coordinator(cast, as_user):
    return as_user(cast.coordinator)


def test_of_a_person_one_reads_who_saw_and_changed_what(cast, as_user, coordinator, clock):
    clock.shift(timedelta(minutes=5))
    as_user(cast.leader).get(cast.ans.get_absolute_url())
    actions.change_person(participant=cast.ans, person={"phone": "+31612340000"}, part={}, by=cast.leader)
    as_user(cast.leader).get(reverse("participants:export_csv", args=[cast.project.slug]))
    as_user(cast.leader).get(cast.willem.get_absolute_url())
    page = coordinator.get(reverse("participants:trail_of", args=[cast.ans.person_id]))
    found = sentences(page)
    assert any(one.startswith("Leader las:") and "telefoon" in one and "adres" in one for one in found)
    assert "Leader heeft gegevens van een deelnemer gewijzigd." in found
    assert any(one.startswith("Leader haalde een lijst of papier op: project csv") for one in found)
    assert "Ambassador heeft een deelnemer ingeschreven." in found
    assert {line.person for line in page.context["lines"] if line.person} == {cast.ans.person}
    assert "Coordinator las: dit overzicht (persoon)." in found  # looking at it is written down too


def test_one_deed_is_one_line(cast, coordinator):
    """Signing up writes a participant, consents and a signature; that is one thing that somebody did."""
    page = coordinator.get(reverse("participants:trail_of", args=[cast.ans.person_id]))
    [line] = [one for one in page.context["lines"] if one.sentence == "Ambassador heeft een deelnemer ingeschreven."]
    assert "toestemming" in line.written
    assert "deelnemer" in line.written


def test_it_is_found_by_who_kind_day_and_project(cast, as_user, clock):
    as_user(cast.leader).get(cast.ans.get_absolute_url())
    clock.shift(timedelta(days=2))
    as_user(cast.ambassador).get(f"{cast.project.get_absolute_url()}geld/")
    today, coordinator = timezone.localdate(), as_user(cast.coordinator)
    by_leader = sentences(coordinator.get(TRAIL, {"wie": cast.leader.pk, "wat": "seen"}))
    assert len(by_leader) == 1
    assert by_leader[0].startswith("Leader las:")
    refused = sentences(coordinator.get(TRAIL, {"wat": "refused"}))
    assert refused == ["Ambassador wilde iets openen wat niet mag (view_money)."]
    assert not sentences(coordinator.get(TRAIL, {"wat": "seen", "van": today.isoformat()}))
    assert sentences(coordinator.get(TRAIL, {"wat": "seen", "tot": today.isoformat(), "persoon": "ans proef"}))
    assert not sentences(coordinator.get(TRAIL, {"persoon": "niemand heet zo"}))
    assert not sentences(coordinator.get(TRAIL, {"wat": "seen", "project": cast.foreign.pk}))
    assert sentences(coordinator.get(TRAIL, {"wat": "changed", "project": cast.foreign.pk}))
    assert len(sentences(coordinator.get(TRAIL, {"wat": "seen", "project": cast.project.pk}))) == 1


@pytest.mark.parametrize(
    "asked",
    [
        {"van": "31-12-9999"},
        {"van": "2027-03-12", "tot": "2027-03-01"},
        {"wie": "x", "bladzijde": "nee", "persoon": "\x00"},
        {"project": "999999999999999999999", "wat": "onzin"},
        {"van": "0001-01-01", "tot": "9999-12-31"},
    ],
)
def test_what_cannot_be_looked_for_is_said_at_the_field(coordinator, asked):
    assert coordinator.get(TRAIL, asked).status_code in {200, 422}
    assert coordinator.get(reverse("participants:trail_csv"), asked).status_code == 200


def test_more_people_ask_no_more_queries(cast, coordinator, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    coordinator.get(TRAIL)
    with CaptureQueriesContext(connection) as few:
        coordinator.get(TRAIL)
    for number in range(5):
        signed_up(cast.foreign, f"Nieuw{number}", "new", cast.foreign_ambassador, {"gender": "man"}, {})
        record(by=cast.leader, kind=AuditEvent.Kind.READ, about=cast.people["ans"].person, fields=["phone"])
    with django_assert_num_queries(len(few)):
        coordinator.get(TRAIL)
    assert len(few) <= 12


def test_it_is_taken_along_as_a_sheet_and_that_is_written_down(cast, as_user, coordinator):
    as_user(cast.leader).get(cast.ans.get_absolute_url())
    answer = coordinator.get(reverse("participants:trail_xlsx"), {"wat": "seen", "nummer": cast.ans.person_id})
    rows = list(load_workbook(BytesIO(answer.content)).active.values)
    assert rows[0][:3] == ("Wanneer", "Wat", "Over wie")
    assert rows[1][2] == cast.ans.person.name
    assert AuditEvent.objects.filter(kind=AuditEvent.Kind.EXPORT, by=cast.coordinator, fields=["trail"]).exists()


@pytest.mark.parametrize("who", ["leader", "ambassador", "official"])
def test_nobody_else_reads_it_nor_sees_the_way_there(cast, as_user, who):
    client = as_user(getattr(cast, who))
    for path in (TRAIL, reverse("participants:trail_of", args=[cast.ans.person_id])):
        assert client.get(path).status_code == 403
    page = client.get(cast.ans.get_absolute_url())
    assert "Wie zag of veranderde wat?" not in page.content.decode()


def test_who_and_what_is_gone_stays_readable(cast, coordinator):
    """An account or a person that was removed has no name any more, and the line stays."""
    record(by=cast.leader, kind=AuditEvent.Kind.READ, about=Person(pk=999_999), fields=["phone"])
    asked = Asked(since=date(2027, 1, 1), until=date(2027, 12, 31), kinds=frozenset({AuditEvent.Kind.READ}))
    [line] = lines_of(trail(asked))
    assert (line.person, line.sentence) == (None, "Leader las: telefoon (persoon).")


def test_a_leader_of_a_project_with_that_number_is_not_mixed_up(cast):
    """Numbers of projects and people are looked up apart."""
    record(by=cast.leader, kind=AuditEvent.Kind.EXPORT, about=cast.project)
    asked = Asked(
        since=date(2027, 1, 1), until=date(2027, 12, 31), project=Project.objects.get(pk=cast.project.pk),
        kinds=frozenset({AuditEvent.Kind.EXPORT}),
    )  # fmt: skip
    assert [line.person for line in lines_of(trail(asked))] == [None]


def lists_taken(person):
    """Which lists the trail of ``person`` tells were taken along or opened, and how."""
    asked = Asked(
        since=date(2027, 1, 1), until=date(2027, 12, 31), people=[person.pk],
        kinds=frozenset({AuditEvent.Kind.EXPORT, AuditEvent.Kind.DOWNLOAD, AuditEvent.Kind.READ}),
    )  # fmt: skip
    return {(row[4], row[2]) for row in trail(asked)}


def test_whose_name_stood_on_a_list_is_told_of_it(cast, clock, coordinator):
    """A meeting's paper has all who take part; a sign-in list, a payment run and certificates those in it by then."""
    trip = plan_excursion(
        project=cast.project, name="Rondvaart", starts_at=timezone.now() + timedelta(days=20), capacity=9,
        meeting_point="Halte", by=cast.leader,
    )  # fmt: skip
    sign_up(excursion=trip, people=[cast.ans], by=None)
    money.approved(money.claim(cast.ans, "4.00", **money.by_bank()))
    run = money.run_of(cast.project, PayBy.TRANSFER)
    Certificate.objects.create(participant=cast.ans, number="MM-1", issued_on=timezone.localdate(), position=1)
    batch = CertificateBatch.objects.create(project=cast.project, total=1, asked_by=cast.leader)
    meeting = cast.project.meetings.first()
    clock.shift(timedelta(minutes=1))
    taken = ((trip, "export"), (run, "export"), (run, "read"), (batch, "download"), (meeting, "export"))
    with within_project(cast.project.pk):
        for about, kind in taken:
            record(by=cast.leader, kind=AuditEvent.Kind(kind), about=about)
    clock.shift(timedelta(minutes=1))
    sign_up(excursion=trip, people=[cast.samira], by=None)  # not yet on the list that was taken
    assert lists_taken(cast.ans.person) == {
        ("excursions.Excursion", "export"), ("projects.PaymentRun", "export"), ("projects.PaymentRun", "read"),
        ("participants.CertificateBatch", "download"), ("projects.Meeting", "export"),
    }  # fmt: skip
    assert lists_taken(cast.samira.person) == {("projects.Meeting", "export")}
    record(by=cast.leader, kind=AuditEvent.Kind.EXPORT, about=trip, detail="sign-in list")
    page = coordinator.get(reverse("participants:trail_of", args=[cast.ans.person_id]))
    assert "Leader haalde een lijst of papier op: excursie (lijst om te tekenen)" in sentences(page)
    assert (
        lists_taken(signed_up(cast.foreign, "Ver", "new", cast.foreign_ambassador, {"gender": "man"}, {}).person)
        == set()
    )


def test_the_sheet_says_that_it_is_not_everything(cast, coordinator, monkeypatch):
    for _number in range(3):
        record(by=cast.leader, kind=AuditEvent.Kind.READ, about=cast.ans.person, fields=["phone"])
    monkeypatch.setattr("participants.views.trail.MOST_EXPORTED", 2)
    asked = {"wat": "seen", "nummer": cast.ans.person_id}
    answer = coordinator.get(reverse("participants:trail_xlsx"), asked)
    rows = list(load_workbook(BytesIO(answer.content)).active.values)
    assert len(rows) == 1 + 1 + 2
    assert rows[1][1].startswith("Let op: dit is niet alles.")
    monkeypatch.setattr("participants.views.trail.MOST_EXPORTED", 4)
    assert "niet alles" not in coordinator.get(reverse("participants:trail_csv"), asked).content.decode()
