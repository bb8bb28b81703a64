"""The figures of a month: frozen once it is past, once, and about the programme only."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from excursions.models import Excursion, Signup
from matching.actions import end_couple, form_couple
from participants.actions import note_attendance
from participants.models import Certificate, Participant, Person
from projects import actions
from projects.models import BudgetLine, MonthlyFigures, Project
from projects.monthly import figures_of_month, monthly, months_to_freeze, past_months
from projects.tasks import freeze_months
from tests.conftest import NOW

JANUARY, FEBRUARY, MARCH = (date(2027, month, 1) for month in (1, 2, 3))


def figures(project, month):
    return {item["key"]: (item["value"], item["target"]) for item in figures_of_month(project, month)}


def test_every_figure_says_what_counts_and_that_it_is_frozen(db):
    specs = list(monthly)
    assert len(specs) == 11
    assert len({spec.key for spec in specs}) == len(specs)
    assert all("Vastgelegd na de maand" in spec.definition and len(spec.definition) > 80 for spec in specs)
    assert [spec.key for spec in specs if spec.target] == [
        "participants.signed_up",
        "matching.couples",
        "excursions.excursions",
        "projects.spent",
    ]


def test_what_is_dated_later_does_not_count_yet(cast):
    project, by = cast.project, cast.coordinator
    Participant.objects.filter(pk=cast.ans.pk).update(registered_on=date(2027, 1, 31), signed_up_on=date(2027, 2, 1))
    note_attendance(meeting=project.meetings.get(kind="mix"), participant=cast.ans, present=True, by=by)
    form_couple(project=project, old=cast.ans, new=[cast.samira], by=by)
    form_couple(project=project, old=cast.corrie, new=[cast.lale, cast.oksana], by=by)
    tour = Excursion.objects.create(project=project, name="Molen", starts_at=NOW, meeting_point="x", capacity=9)
    for guest in (cast.ans, cast.samira):
        Signup.objects.create(excursion=tour, participant=guest, state="going", attended=True)
    Certificate.objects.create(participant=cast.ans, issued_on=NOW.date())
    line = BudgetLine.objects.filter(group__project=project).first()
    actions.book_expense(line=line, amount=Decimal("12.50"), spent_on=NOW.date(), payee="x", description="", by=by)
    january, february, march = (figures(project, month) for month in (JANUARY, FEBRUARY, MARCH))
    assert [month["participants.registered"][0] for month in (january, february, march)] == [1, 1, 8]
    assert [month["participants.signed_up"] for month in (january, february, march)] == [(0, 40), (1, 40), (8, 40)]
    assert [month["participants.at_mix_meetings"][0] for month in (february, march)] == [0, 1]
    assert [month["matching.couples"] for month in (february, march)] == [(0, 20), (2, 20)]
    assert [month["matching.couples_of_three"][0] for month in (february, march)] == [0, 1]
    assert [month["excursions.excursions"] for month in (february, march)] == [(0, 6), (1, 6)]
    assert [month["excursions.attendances"][0] for month in (february, march)] == [0, 2]
    assert [month["participants.certificates"][0] for month in (february, march)] == [0, 1]
    agreed = february["projects.agreed"][0]
    assert Decimal(agreed) > 0
    assert [month["projects.spent"] for month in (february, march)] == [("0.00", agreed), ("12.50", agreed)]


def test_a_couple_counts_in_the_months_before_it_stopped(cast):
    couple = form_couple(project=cast.project, old=cast.ans, new=[cast.samira], by=cast.coordinator)
    type(couple).objects.filter(pk=couple.pk).update(formed_on=date(2027, 1, 20))
    couple.refresh_from_db()
    end_couple(couple=couple, reason="no_time", by=cast.coordinator)
    assert [figures(cast.project, month)["matching.couples"][0] for month in (JANUARY, FEBRUARY, MARCH)] == [1, 1, 0]


def test_every_past_month_of_a_project_until_it_closed(cast):
    assert list(past_months(cast.project, NOW.date())) == [JANUARY, FEBRUARY]
    assert list(past_months(cast.project, date(2027, 1, 31))) == []
    years_later = list(past_months(cast.project, date(2031, 5, 5)))
    assert (years_later[0], years_later[-1], len(years_later)) == (JANUARY, date(2027, 7, 1), 7)


def test_the_task_freezes_each_month_once(cast, clock):
    assert freeze_months() == 4
    assert freeze_months() == 0
    before = list(MonthlyFigures.objects.values_list())
    Participant.objects.filter(project=cast.project).update(status="stopped")
    clock.move_to(NOW + timedelta(days=31))
    assert freeze_months() == 2
    assert [row for row in MonthlyFigures.objects.values_list() if row in before] == before
    assert set(MonthlyFigures.objects.values_list("month", flat=True)) == {JANUARY, FEBRUARY, MARCH}


def test_a_month_that_somebody_else_froze_meanwhile_is_left_alone(cast):
    """Two workers hold the same list: the second finds the row of the first."""
    due = months_to_freeze(NOW.date())
    assert freeze_months() == 4
    assert [actions.freeze_month(project=project, month=month, by=None) for project, month in due] == [None] * 4


def test_practice_and_what_has_yet_to_begin_get_none(cast):
    Project.objects.filter(pk=cast.project.pk).update(is_practice=True)
    Project.objects.filter(pk=cast.foreign.pk).update(starts_on=date(2027, 3, 1))
    assert freeze_months() == 0


def test_the_list_of_months_is_one_query_for_all(cast, django_assert_num_queries):
    with django_assert_num_queries(2):
        assert len(months_to_freeze(NOW.date())) == 4


@pytest.mark.parametrize("month", [JANUARY, MARCH])
def test_no_figure_of_a_month_depends_on_something_personal(cast, month):
    """Whoever somebody is, the figures are the same: a row of months tells nothing about anybody."""
    form_couple(project=cast.project, old=cast.ans, new=[cast.samira], by=cast.coordinator)
    before = figures_of_month(cast.project, month)
    Person.objects.update(gender="woman", birth_year=1950, country="SY", has_children=True, has_stadspas=True)
    Person.objects.update(women_only=True, postcode="1011 AA", language="ar")
    Participant.objects.update(dutch_level="A1")
    assert figures_of_month(cast.project, month) == before


def test_beat_knows_the_task(settings):
    entry = settings.CELERY_BEAT_SCHEDULE["freeze-months"]
    assert entry["task"] == freeze_months.name
