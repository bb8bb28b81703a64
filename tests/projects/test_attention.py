"""What the morning's list tells of the rows of projects and participants, and when it is silent."""

from datetime import timedelta
from decimal import Decimal

import pytest

from participants.actions import note_attendance, submit_claim
from participants.models import Participant
from projects.actions import add_partner, approve_payable, change_meeting, confirm_partner, finish_step
from projects.models import Meeting, Organisation, PlanStep
from projects.watching import attention_for, for_project
from tests.conftest import NOW

TODAY = NOW.date()
DAY = timedelta(days=1)
LATE_STEPS, PARTNERS, CLAIMS = "stappenplan/", "partners/", "declaraties/"
ABSENT = "niet-gekomen/"
ALONE = "deelnemers/?status=signed_up&attendance=came_to_mix"


@pytest.fixture
def quiet(cast):
    """The project with nothing that needs anybody: all steps done, places known, everybody with the own copy."""
    Participant.objects.update(copy_given_at=NOW)
    for project in (cast.project, cast.foreign):
        for step in project.plan_steps.all():
            finish_step(step=step, by=None)
        for meeting in project.meetings.all():
            change_meeting(meeting=meeting, by=None, place="Zaal")
    return cast


def lines(project, today=TODAY):
    """What is told, by the end of the address it leads to."""
    return {item.url.removeprefix(project.get_absolute_url()): item for item in for_project(project, today)}


def mix_of(project):
    return project.meetings.get(kind=Meeting.Kind.MIX)


def test_says_nothing_when_there_is_nothing(quiet):
    assert lines(quiet.project) == {}


def test_no_projects_no_list(db):
    assert attention_for([], TODAY) == []


def test_late_steps_are_counted_per_project(quiet):
    PlanStep.objects.filter(pk__in=list(quiet.project.plan_steps.values_list("pk", flat=True)[:2])).update(
        done_on=None, due_on=TODAY - DAY
    )
    item = lines(quiet.project)[LATE_STEPS]
    assert (item.mark, item.urgent) == ("2", False)
    assert lines(quiet.foreign) == {}


def test_a_step_is_not_late_on_its_own_day(quiet):
    PlanStep.objects.filter(pk=quiet.project.plan_steps.first().pk).update(done_on=None, due_on=TODAY)
    assert lines(quiet.project) == {}


@pytest.mark.parametrize(("days", "told"), [(0, True), (7, True), (8, False)])
def test_a_meeting_within_a_week_needs_a_place(quiet, days, told):
    begin = NOW + timedelta(days=days, hours=1)
    meeting = change_meeting(
        meeting=quiet.project.meetings.get(kind=Meeting.Kind.CLOSING),
        by=None,
        starts_at=begin,
        ends_at=begin + timedelta(hours=2),
        place="",
    )
    assert (f"bijeenkomsten/{meeting.pk}/wijzigen/" in lines(quiet.project)) is told


@pytest.mark.parametrize(("days", "told"), [(7, False), (8, True)])
def test_an_agreement_waits_a_week_to_be_confirmed(quiet, days, told):
    partner = add_partner(
        project=quiet.project,
        organisation=Organisation.objects.create(name="De School"),
        contribution="Docent komt mee",
        agreed_on=TODAY - days * DAY,
        by=None,
    )
    shown = f"{PARTNERS}#partner-{partner.pk}"
    assert (shown in lines(quiet.project)) is told
    confirm_partner(partnership=partner, by=None)
    assert shown not in lines(quiet.project)


def test_who_signed_up_and_did_not_come_is_called(quiet):
    for person, present in ((quiet.lale, False), (quiet.oksana, True)):
        note_attendance(meeting=mix_of(quiet.project), participant=person, present=present, by=None)
    item = lines(quiet.project)[ABSENT]
    assert (item.mark, item.urgent) == ("1", True)


def test_who_missed_the_mix_is_called_also_when_they_were_at_the_information_meeting(quiet):
    information = quiet.project.meetings.get(kind=Meeting.Kind.INFORMATION)
    note_attendance(meeting=information, participant=quiet.lale, present=True, by=None)
    note_attendance(meeting=mix_of(quiet.project), participant=quiet.lale, present=False, by=None)
    assert ABSENT in lines(quiet.project)


def test_who_missed_one_mix_and_came_to_another_is_not_called(quiet):
    first = mix_of(quiet.project)
    later = first.starts_at + timedelta(hours=4)
    second = Meeting.objects.create(
        project=quiet.project, kind="mix", starts_at=later, ends_at=later + timedelta(hours=1), place="x"
    )
    note_attendance(meeting=first, participant=quiet.lale, present=False, by=None)
    note_attendance(meeting=second, participant=quiet.lale, present=True, by=None)
    assert lines(quiet.project) == {}


@pytest.mark.parametrize("status", ["stopped", "coupled"])
def test_who_stopped_or_has_a_buddy_is_not_called(quiet, status):
    note_attendance(meeting=mix_of(quiet.project), participant=quiet.lale, present=False, by=None)
    Participant.objects.filter(pk=quiet.lale.pk).update(status=status)
    assert lines(quiet.project) == {}


def test_the_list_the_line_leads_to_shows_exactly_who_it_counts(quiet, as_user):
    for person in (quiet.lale, quiet.ans):
        note_attendance(meeting=mix_of(quiet.project), participant=person, present=False, by=None)
    (item,) = lines(quiet.project).values()
    page = as_user(quiet.coordinator).get(item.url)
    assert [row.participant.person.call_name for row in page.context["own"]] == ["Ans", "Lale"]
    assert item.mark == "2"


def test_who_came_and_went_home_alone_is_told_from_the_day_after(quiet):
    note_attendance(meeting=mix_of(quiet.project), participant=quiet.lale, present=True, by=None)
    assert ALONE not in lines(quiet.project)
    assert ALONE in lines(quiet.project, TODAY + DAY)


def test_claims_are_counted_with_their_sum_until_they_are_paid(quiet):
    claims = [
        submit_claim(participant=who, kind="expenses", amount=Decimal(amount), spent_on=TODAY, by=None)
        for who, amount in ((quiet.ans, "4.50"), (quiet.lale, "5.25"))
    ]
    approve_payable(payable=claims[0], by=None)
    item = lines(quiet.project)[CLAIMS]
    assert (item.mark, item.urgent) == ("2", False)
    assert "9,75" in item.title


def test_urgent_lines_come_first(quiet):
    PlanStep.objects.filter(pk=quiet.project.plan_steps.first().pk).update(done_on=None, due_on=TODAY - DAY)
    note_attendance(meeting=mix_of(quiet.project), participant=quiet.lale, present=False, by=None)
    assert [item.urgent for item in for_project(quiet.project, TODAY)] == [True, False]


def test_every_line_leads_to_a_page_that_opens(quiet, as_user):
    PlanStep.objects.filter(pk=quiet.project.plan_steps.first().pk).update(done_on=None, due_on=TODAY - DAY)
    note_attendance(meeting=mix_of(quiet.project), participant=quiet.lale, present=False, by=None)
    note_attendance(meeting=mix_of(quiet.project), participant=quiet.ans, present=True, by=None)
    submit_claim(participant=quiet.ans, kind="expenses", amount=Decimal(1), spent_on=TODAY, by=None)
    add_partner(
        project=quiet.project,
        organisation=Organisation.objects.create(name="De School"),
        contribution="x",
        agreed_on=TODAY - 9 * DAY,
        by=None,
    )
    items = for_project(quiet.project, TODAY + DAY)
    assert len(items) == 6
    client = as_user(quiet.coordinator)
    assert {client.get(item.url).status_code for item in items} == {200}


def test_practice_projects_are_silent_on_the_first_page(quiet, as_user):
    PlanStep.objects.filter(pk=quiet.project.plan_steps.first().pk).update(done_on=None, due_on=TODAY - DAY)
    assert len(as_user(quiet.coordinator).get("/").context["later"]) == 1
    quiet.project.is_practice = True
    quiet.project.save()
    context = as_user(quiet.coordinator).get("/").context
    assert [*context["urgent"], *context["later"]] == []
