"""Starting and running a project: what is made, and what is refused in words."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from mixen.errors import DomainError
from projects import actions
from projects.models import ContactPerson, District, Meeting, Organisation, PlanStep, Project, Role
from tests.conftest import NOW

Kind = Meeting.Kind


def at(day, hour=14):
    return timezone.make_aware(datetime(day.year, day.month, day.day, hour))


def meetings(*days):
    kinds = (Kind.INFORMATION, Kind.MIX, Kind.CLOSING)
    return {kind: (at(day), at(day, 16)) for kind, day in zip(kinds, days, strict=True)}


DAYS = (date(2027, 4, 6), date(2027, 4, 20), date(2027, 7, 6))


@pytest.fixture
def district(db, clock):
    return District.objects.get(slug="west")


def start(district, **changes):
    facts = {
        "name": "West 2027",
        "district": district,
        "starts_on": date(2027, 2, 1),
        "ends_on": date(2027, 8, 1),
        "meetings": meetings(*DAYS),
        "by": None,
    }
    return actions.start_project(**{**facts, **changes})


@pytest.fixture
def project(district):
    return start(district)


def test_a_project_starts_with_everything_of_the_template(project):
    assert project.slug == "west-2027"
    assert project.meetings.count() == 3
    assert project.plan_steps.count() == 26
    assert [group.number for group in project.budget_groups.all()] == [1, 2, 3, 4]
    lines = [line for group in project.budget_groups.all() for line in group.lines.all()]
    assert [line.code for line in lines] == [
        "1a", "1b", "1c", "1d", "2a", "2b", "2c", "3a", "3b", "3c", "4a", "4b",
    ]  # fmt: skip
    assert sum(line.derived for line in lines) == Decimal("5825.00")
    assert {group.agreed for group in project.budget_groups.all()} == {None}
    assert [line.code for line in lines if line.is_optional] == ["1a", "1b", "1c", "1d"]
    assert {line.code: line.claim_kind for line in lines if line.claim_kind} == {
        "3a": "public_transport",
        "3b": "expenses",
    }
    assert [line.code for line in lines if line.is_allowance] == ["2c"]


def test_the_steps_hang_on_the_meetings(project):
    later = start(project.district, name="West 2028", meetings=meetings(*(day + timedelta(days=7) for day in DAYS)))
    moved = dict(later.plan_steps.values_list("name", "due_on"))
    assert all(moved[step.name] - step.due_on == timedelta(days=7) for step in project.plan_steps.all())


def test_a_step_of_a_meeting_that_is_not_planned_is_left_out(district):
    only_mix = start(district, meetings={Kind.MIX: (at(DAYS[1]), at(DAYS[1], 16))})
    assert 0 < only_mix.plan_steps.count() < 26


@pytest.mark.parametrize(
    ("changes", "field", "told"),
    [
        ({"name": "West 2027"}, "name", "Er is al een project met deze naam"),
        ({"name": "west 2027"}, "name", "Er is al een project met deze naam"),
        ({"name": "Ander", "slug": "west-2027"}, "name", "Er is al een project met deze naam"),
        ({"name": "Ander", "meetings": meetings(DAYS[1], DAYS[0], DAYS[2])}, None, "staan niet op volgorde"),
        ({"name": "Ander", "meetings": meetings(DAYS[0], DAYS[2], DAYS[1])}, None, "staan niet op volgorde"),
    ],
)
def test_a_project_that_cannot_be_is_refused(project, changes, field, told):
    with pytest.raises(DomainError, match=told) as refusal:
        start(project.district, **changes)
    assert refusal.value.field == field
    assert Project.objects.count() == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"ends_on": date(2027, 1, 1)},
        {"target_old": 0, "min_old": 1},
        {"target_new": 30, "max_new": 20},
        {"name": "x" * 101},
    ],
)
def test_a_project_against_its_own_rules_is_not_kept(district, changes):
    with pytest.raises((DomainError, ValidationError)):
        start(district, **changes)
    assert not Project.objects.exists()
    assert not Meeting.objects.exists()


@pytest.mark.parametrize("name", ["نيوفست", "Новый Запад", "王", "አምስተርዳም"])
def test_a_name_in_another_script_makes_a_project_that_can_be_opened(cast, as_user, name):
    project = start(cast.project.district, name=name)
    response = as_user(cast.coordinator).get(project.get_absolute_url())
    assert response.context["project"] == project


@pytest.mark.parametrize("name", ["Nieuw", "nieuw", "NIEUW!"])
def test_a_project_can_be_opened_whatever_it_is_called(cast, as_user, name):
    project = start(cast.project.district, name=name)
    response = as_user(cast.coordinator).get(project.get_absolute_url())
    assert response.context["project"] == project


def test_somebody_is_in_a_team_once(cast):
    with pytest.raises(DomainError, match="zit al in het team") as refusal:
        actions.add_team_member(
            project=cast.project, user=cast.ambassador, role=Role.PROJECT_LEADER, by=cast.coordinator
        )
    assert refusal.value.field == "user"
    assert cast.project.memberships.get(user=cast.ambassador).role == Role.AMBASSADOR


def test_of_a_team_member_is_noted_what_was_seen(cast):
    row = actions.add_team_member(
        project=cast.foreign,
        user=cast.ambassador,
        role=Role.AMBASSADOR,
        by=cast.coordinator,
        conduct_certificate_seen_on=date(2027, 1, 5),
        insured=True,
    )
    row.refresh_from_db()
    assert (row.conduct_certificate_seen_on, row.trained_on, row.insured) == (date(2027, 1, 5), None, True)


@pytest.mark.parametrize(
    ("begin", "end", "field", "told"),
    [
        (14, 14, "ends", "De eindtijd moet na de begintijd liggen"),
        (14, 13, "ends", "De eindtijd moet na de begintijd liggen"),
        (2, 19, "ends", "ten hoogste 16 uur"),
    ],
)
def test_a_meeting_ends_after_it_begins_and_on_the_same_day(project, begin, end, field, told):
    day = date(2027, 5, 4)
    with pytest.raises(DomainError, match=told) as refusal:
        actions.plan_meeting(
            project=project, kind=Kind.INTERIM, starts_at=at(day, begin), ends_at=at(day, end), by=None
        )
    assert refusal.value.field == field
    assert project.meetings.count() == 3


def test_a_meeting_is_planned_once(project):
    moment = {"starts_at": at(DAYS[1]), "ends_at": at(DAYS[1], 16)}
    with pytest.raises(DomainError, match="staat er al"):
        actions.plan_meeting(project=project, kind=Kind.MIX, by=None, **moment)
    actions.plan_meeting(project=project, kind=Kind.INTERIM, by=None, **moment)
    assert project.meetings.count() == 4


def test_a_meeting_to_come_moves_freely_and_one_that_was_stays_in_the_past(project, clock):
    meeting = project.meetings.get(kind=Kind.MIX)
    later = {"starts_at": at(DAYS[1] + timedelta(days=1)), "ends_at": at(DAYS[1] + timedelta(days=1), 16)}
    actions.change_meeting(meeting=meeting, by=None, place="Zaal 2", **later)
    meeting.refresh_from_db()
    assert (meeting.day, meeting.place) == (DAYS[1] + timedelta(days=1), "Zaal 2")
    clock.move_to(at(DAYS[1] + timedelta(days=2)))
    with pytest.raises(DomainError, match="al geweest") as refusal:
        actions.change_meeting(meeting=meeting, by=None, starts_at=at(DAYS[2]), ends_at=at(DAYS[2], 16))
    assert refusal.value.field == "day"
    actions.change_meeting(meeting=meeting, by=None, minutes="Zes koppels.")
    meeting.refresh_from_db()
    assert meeting.minutes == "Zes koppels."


def test_a_step_keeps_the_day_it_was_first_done(project, clock):
    step = project.plan_steps.first()
    actions.finish_step(step=step, by=None)
    clock.shift(timedelta(days=3))
    actions.finish_step(step=step, by=None)
    step.refresh_from_db()
    assert step.is_done
    assert step.done_on == NOW.date()
    actions.reopen_step(step=step, by=None)
    step.refresh_from_db()
    assert (step.is_done, step.done_by) == (False, None)


def test_late_are_the_open_steps_whose_day_has_passed(project):
    first, second = project.plan_steps.all()[:2]
    PlanStep.objects.filter(project=project).update(due_on=date(2027, 4, 1))
    PlanStep.objects.filter(pk__in=[first.pk, second.pk]).update(due_on=date(2027, 3, 1))
    actions.finish_step(step=second, by=None)
    assert list(project.plan_steps.late_on(date(2027, 3, 1))) == []
    assert list(project.plan_steps.late_on(date(2027, 3, 2))) == [first]


def test_an_organisation_takes_part_once_with_a_contact_of_its_own(project):
    school, other = (Organisation.objects.create(name=name) for name in ("School", "Museum"))
    stranger = ContactPerson.objects.create(organisation=other, name="Iemand Elders")
    with pytest.raises(DomainError, match="hoort bij een andere organisatie") as refusal:
        actions.add_partner(project=project, organisation=school, contribution="x", contact=stranger, by=None)
    assert refusal.value.field == "contact"
    partner = actions.add_partner(project=project, organisation=school, contribution="Geeft de zaal", by=None)
    with pytest.raises(DomainError, match="doet al mee") as refusal:
        actions.add_partner(project=project, organisation=school, contribution="x", by=None)
    assert refusal.value.field == "organisation"
    actions.confirm_partner(partnership=partner, by=None)
    partner.refresh_from_db()
    assert partner.confirmed_on == NOW.date()
    assert project.partnerships.count() == 1


@pytest.mark.parametrize(
    ("changes", "field", "told"),
    [
        ({"ends_on": date(2026, 1, 1)}, None, "kan niet eindigen"),
        ({"target_old": 3}, None, "oplopende volgorde"),
        ({"max_new": 1}, None, "oplopende volgorde"),
        ({"cap_expenses": Decimal(-1)}, None, "kan niet minder dan 0"),
        ({"couple_months": 0}, "couple_months", "1"),
        ({"couple_months": 13}, "couple_months", "12"),
    ],
)
def test_a_change_against_the_rules_is_refused_in_words(project, changes, field, told):
    with pytest.raises(DomainError, match=told) as refusal:
        actions.change_project(project=project, by=None, **changes)
    assert refusal.value.field == field
    kept = Project.objects.get(pk=project.pk)
    assert all(getattr(kept, name) != value for name, value in changes.items())


def test_a_change_within_the_rules_is_kept(project):
    actions.change_project(project=project, by=None, aim="Elkaar leren kennen", cap_expenses=Decimal("12.50"))
    kept = Project.objects.get(pk=project.pk)
    assert (kept.aim, kept.cap_expenses) == ("Elkaar leren kennen", Decimal("12.50"))
