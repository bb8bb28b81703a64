"""The days of the calls, by the project's own calendar; and that they move when it does."""

from datetime import date, timedelta
from typing import Any

import pytest

from matching.actions import end_couple, join_couple, make_due_check_ins, record_call
from matching.actions.calls import due_days
from matching.models import CallList, CheckIn, CoupleMember
from mixen.errors import DomainError
from projects.actions import change_project
from tests.conftest import Cast
from tests.matching.conftest import Form

TODAY = date(2027, 3, 12)
DAY = timedelta(days=1)


def days(who: Any) -> tuple[date, date]:
    member = CoupleMember.objects.select_related("couple__project").get(participant=who)
    found = due_days(member)
    return found[CheckIn.Kind.EARLY], found[CheckIn.Kind.HALFWAY]


def plan(cast: Cast, **changes: Any) -> None:
    change_project(project=cast.project, by=cast.leader, **changes)


@pytest.mark.parametrize(
    ("after", "halfway", "wanted"),
    [
        (14, None, (date(2027, 3, 26), date(2027, 4, 27))),
        (7, None, (date(2027, 3, 19), date(2027, 4, 27))),
        (14, date(2027, 5, 3), (date(2027, 3, 26), date(2027, 5, 3))),
        (14, date(2027, 3, 20), (date(2027, 3, 26), date(2027, 3, 26))),  # never before the early one
        (14, date(2027, 7, 1), (date(2027, 3, 26), date(2027, 6, 12))),  # never after the planned end
        (60, date(2027, 4, 1), (date(2027, 5, 11), date(2027, 5, 11))),
    ],
)
def test_the_days_of_a_couple(cast: Cast, couple: Any, after: int, halfway: date | None, wanted: Any) -> None:
    plan(cast, early_call_after=after, halfway_calls_from=halfway)
    assert days(cast.ans) == wanted


def test_who_joins_on_the_day_of_the_halfway_round_or_later_has_their_own_middle(cast: Cast, form: Form) -> None:
    couple = form("joop", "tesfay")
    plan(cast, halfway_calls_from=TODAY + 20 * DAY)
    join_couple(couple=couple, participant=cast.lale, on=TODAY + 20 * DAY, by=cast.ambassador)
    assert days(cast.tesfay)[1] == TODAY + 20 * DAY
    assert days(cast.lale) == (TODAY + 34 * DAY, TODAY + 56 * DAY)


def test_who_joins_in_the_last_days_is_called_before_the_end(cast: Cast, form: Form) -> None:
    couple = form("joop", "tesfay")
    join_couple(couple=couple, participant=cast.lale, on=couple.planned_end - 4 * DAY, by=cast.ambassador)
    assert days(cast.lale) == (couple.planned_end, couple.planned_end)


@pytest.mark.parametrize("day", [date(2027, 1, 3), date(2027, 7, 31)])
def test_the_halfway_round_falls_within_the_project(cast: Cast, day: date) -> None:
    with pytest.raises(DomainError) as refused:
        plan(cast, halfway_calls_from=day)
    assert refused.value.field == "halfway_calls_from"


class TestMoving:
    def rows(self) -> dict[str, date]:
        return {
            row.member.participant.person.goes_by: row.due_on
            for row in CheckIn.objects.select_related("member__participant__person")
        }

    def test_calls_that_were_not_made_move_and_none_is_made_twice(self, cast: Cast, couple: Any) -> None:
        make_due_check_ins(by=None, on=TODAY + 14 * DAY)
        record_call(check_in=CheckIn.objects.get(member__participant=cast.ans), outcome="no_answer", note="", by=None)
        plan(cast, early_call_after=21)
        assert self.rows() == {"Ans": TODAY + 14 * DAY, "Samira": TODAY + 21 * DAY}
        assert make_due_check_ins(by=None, on=TODAY + 21 * DAY) == []
        assert CallList.objects.filter(ambassador=cast.ambassador, day=TODAY + 21 * DAY).exists()

    def test_calls_that_move_to_an_earlier_day_are_on_the_list_of_that_day(self, cast: Cast, couple: Any) -> None:
        make_due_check_ins(by=None, on=TODAY + 14 * DAY)
        CallList.objects.all().delete()
        CheckIn.objects.update(due_on=TODAY + 40 * DAY)
        plan(cast, early_call_after=3)
        assert set(self.rows().values()) == {TODAY + 3 * DAY}
        assert CallList.objects.get().day == TODAY + 3 * DAY

    def test_other_projects_and_couples_that_stopped_stay_as_they_are(self, cast: Cast, couple: Any) -> None:
        make_due_check_ins(by=None, on=TODAY + 14 * DAY)
        change_project(project=cast.foreign, by=cast.coordinator, early_call_after=30)
        end_couple(couple=couple, reason="no_click", by=cast.leader)
        plan(cast, early_call_after=30)
        assert set(self.rows().values()) == {TODAY + 14 * DAY}

    def test_another_change_of_the_project_moves_nothing(self, cast: Cast, couple: Any) -> None:
        make_due_check_ins(by=None, on=TODAY + 14 * DAY)
        before = CheckIn.history.count()
        plan(cast, aim="Elkaar leren kennen")
        assert CheckIn.history.count() == before
