"""The calls: when they are due, that each is made once, and who hears how it went."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
import time_machine

from matching.actions import (
    end_couple,
    form_couple,
    handle_check_in,
    join_couple,
    make_due_check_ins,
    record_call,
)
from matching.models import CallList, CheckIn, Couple
from mixen.errors import DomainError
from participants.actions import assign_ambassador
from tests.conftest import Cast
from tests.matching.conftest import Form, everybody_goes_on

TODAY = date(2027, 3, 12)


def calls() -> list[tuple[str, str, date]]:
    rows = CheckIn.objects.select_related("member__participant__person").order_by("due_on", "pk")
    return [(row.member.participant.person.goes_by, row.kind, row.due_on) for row in rows]


def made(on: date) -> int:
    return len(make_due_check_ins(by=None, on=on))


@pytest.mark.parametrize(
    ("days", "number"), [(0, 0), (13, 0), (14, 2), (45, 2), (46, 4), (200, 4)], ids=lambda value: str(value)
)
def test_due_after_two_weeks_and_halfway(couple: Any, days: int, number: int) -> None:
    """12 March to 12 June is 92 days: halfway is the 46th."""
    assert made(TODAY + timedelta(days=days)) == number


def test_each_is_made_once_however_often_it_runs(cast: Cast, couple: Any) -> None:
    for days in (14, 14, 15, 46, 46, 60):
        made(TODAY + timedelta(days=days))
    assert calls() == [
        ("Ans", "early", date(2027, 3, 26)),
        ("Samira", "early", date(2027, 3, 26)),
        ("Ans", "halfway", date(2027, 4, 27)),
        ("Samira", "halfway", date(2027, 4, 27)),
    ]
    assert set(CallList.objects.values_list("ambassador", "day")) == {
        (cast.ambassador.pk, date(2027, 3, 26)),
        (cast.ambassador.pk, date(2027, 4, 27)),
    }


def test_a_day_that_was_missed_is_caught_up(couple: Any) -> None:
    assert made(TODAY + timedelta(days=20)) == 2
    assert CallList.objects.get().day == date(2027, 4, 1)


def test_who_joins_later_is_called_later(cast: Cast, form: Form) -> None:
    couple = form("joop", "tesfay")
    join_couple(couple=couple, participant=cast.lale, on=TODAY + timedelta(days=10), by=cast.ambassador)
    made(TODAY + timedelta(days=24))
    assert [(name, day) for name, _kind, day in calls()] == [
        ("Joop", date(2027, 3, 26)),
        ("Tesfay", date(2027, 3, 26)),
        ("Lale", date(2027, 4, 5)),
    ]


def test_halfway_moves_with_an_extension(cast: Cast, couple: Any) -> None:
    everybody_goes_on(couple, cast.leader)
    made(TODAY + timedelta(days=46))
    assert {kind for _name, kind, _day in calls()} == {"early"}
    made(TODAY + timedelta(days=92))
    assert {kind for _name, kind, _day in calls()} == {"early", "halfway"}


def test_an_extension_makes_no_second_call(cast: Cast, couple: Any) -> None:
    made(TODAY + timedelta(days=46))
    everybody_goes_on(couple, cast.leader)
    assert made(TODAY + timedelta(days=92)) == 0


def test_nobody_calls_about_a_couple_that_stopped(cast: Cast, form: Form, couple: Any) -> None:
    form("corrie", "lale")
    made(TODAY + timedelta(days=14))
    end_couple(couple=couple, reason="no_click", by=cast.leader)
    assert made(TODAY + timedelta(days=46)) == 2
    due = CheckIn.objects.due_on(TODAY + timedelta(days=46)).with_people()
    assert {row.member.participant.person.goes_by for row in due} == {"Corrie", "Lale"}


def test_a_second_couple_has_calls_of_its_own(cast: Cast, form: Form, couple: Any) -> None:
    made(TODAY + timedelta(days=14))
    end_couple(couple=couple, reason="no_click", by=cast.leader)
    form("ans", "lale")
    assert made(TODAY + timedelta(days=14)) == 2


def test_the_ambassador_of_the_couple_calls_or_else_ones_own(cast: Cast) -> None:
    assign_ambassador(participant=cast.tesfay, ambassador=None, by=cast.coordinator)
    assign_ambassador(participant=cast.lale, ambassador=cast.colleague, by=cast.coordinator)
    form_couple(
        project=cast.project, old=cast.corrie, new=[cast.lale], ambassador=cast.ambassador, by=cast.coordinator
    )
    form_couple(project=cast.project, old=cast.willem, new=[cast.tesfay], by=cast.coordinator)
    made(TODAY + timedelta(days=14))
    callers = dict(CheckIn.objects.values_list("member__participant", "ambassador"))
    assert callers == {
        cast.corrie.pk: cast.ambassador.pk,
        cast.lale.pk: cast.ambassador.pk,
        cast.willem.pk: cast.ambassador.pk,
        cast.tesfay.pk: None,
    }
    assert [row.ambassador for row in CallList.objects.all()] == [cast.ambassador]


@pytest.mark.parametrize(
    ("formed", "quiet", "times"),
    [
        (
            date(2027, 3, 14),
            "2027-03-27T23:50:00+01:00",
            ["2027-03-28T00:05:00+01:00", "2027-03-28T01:59:00+01:00", "2027-03-28T03:00:00+02:00"],
        ),
        (
            date(2027, 10, 17),
            "2027-10-30T23:50:00+02:00",
            ["2027-10-31T00:05:00+02:00", "2027-10-31T02:30:00+02:00", "2027-10-31T02:30:00+01:00"],
        ),
    ],
    ids=["28-march", "31-october"],
)
def test_the_clock_change_does_not_matter(
    form: Form, clock: time_machine.Traveller, formed: date, quiet: str, times: list[str]
) -> None:
    """Due on the night the clock turns: from midnight in Amsterdam, and once."""
    form("ans", "samira", on=formed)
    clock.move_to(datetime.fromisoformat(quiet))
    assert make_due_check_ins(by=None) == []
    found = []
    for moment in times:
        clock.move_to(datetime.fromisoformat(moment))
        found.append(len(make_due_check_ins(by=None)))
    assert found == [2, 0, 0]
    assert {day for _name, _kind, day in calls()} == {formed + timedelta(days=14)}
    assert CallList.objects.get().day == formed + timedelta(days=14)


class TestOutcome:
    @pytest.fixture
    def check_in(self, couple: Any) -> CheckIn:
        made(TODAY + timedelta(days=14))
        return CheckIn.objects.order_by("pk")[0]

    @pytest.mark.parametrize(
        ("outcome", "still_due", "for_the_coordinator"),
        [
            ("no_answer", True, False),
            ("well", False, False),
            ("help", False, True),
            ("answered", False, False),
            ("stopped", False, True),
        ],
    )
    def test_what_each_means(
        self, cast: Cast, check_in: CheckIn, outcome: str, still_due: bool, for_the_coordinator: bool
    ) -> None:
        noted = record_call(check_in=check_in, outcome=outcome, note="om drie uur", by=cast.ambassador)
        assert (noted.attempts, noted.called_on, noted.note) == (1, TODAY, "om drie uur")
        due = CheckIn.objects.due_on(TODAY + timedelta(days=14))
        assert due.filter(pk=check_in.pk).exists() is still_due
        assert CheckIn.objects.for_the_coordinator().filter(pk=check_in.pk).exists() is for_the_coordinator

    def test_three_times_no_answer_goes_to_the_coordinator(self, cast: Cast, check_in: CheckIn) -> None:
        passed_on = []
        for _attempt in range(4):
            record_call(check_in=check_in, outcome="no_answer", note="", by=cast.ambassador)
            passed_on.append(CheckIn.objects.for_the_coordinator().exists())
        assert passed_on == [False, False, True, True]
        assert CheckIn.objects.get(pk=check_in.pk).attempts == 4

    def test_a_button_pressed_twice_is_one_call(self, cast: Cast, check_in: CheckIn, clock: Any) -> None:
        sent = {"check_in": check_in, "outcome": "no_answer", "note": "voicemail", "by": cast.ambassador}
        for _press in range(2):
            record_call(**sent, known_attempts=0)
        assert CheckIn.objects.get(pk=check_in.pk).attempts == 1
        record_call(**sent, known_attempts=1)
        assert CheckIn.objects.get(pk=check_in.pk).attempts == 2
        clock.shift(timedelta(days=1))
        record_call(**sent, known_attempts=0)  # a page that stood open since yesterday
        assert CheckIn.objects.get(pk=check_in.pk).attempts == 3

    def test_who_did_not_answer_is_no_task_when_the_couple_has_ended(self, cast: Cast, check_in: CheckIn) -> None:
        for _attempt in range(3):
            record_call(check_in=check_in, outcome="no_answer", note="", by=cast.ambassador)
        end_couple(couple=check_in.member.couple, reason="no_time", by=cast.leader)
        assert not CheckIn.objects.for_the_coordinator().exists()

    def test_a_note_is_not_lost_by_a_later_call_without_one(self, cast: Cast, check_in: CheckIn) -> None:
        record_call(check_in=check_in, outcome="no_answer", note="belt zelf terug", by=cast.ambassador)
        record_call(check_in=check_in, outcome="well", note="", by=cast.ambassador)
        assert CheckIn.objects.get(pk=check_in.pk).note == "belt zelf terug"

    def test_taken_up_is_off_the_list_until_help_is_asked_anew(self, cast: Cast, check_in: CheckIn) -> None:
        record_call(check_in=check_in, outcome="help", note="", by=cast.ambassador)
        handle_check_in(check_in=check_in, note="gebeld", by=cast.coordinator)
        assert not CheckIn.objects.for_the_coordinator().exists()
        record_call(check_in=check_in, outcome="help", note="", by=cast.ambassador)
        assert CheckIn.objects.for_the_coordinator().get() == check_in

    def test_a_page_opened_earlier_keeps_what_was_noted_meanwhile(self, cast: Cast, check_in: CheckIn) -> None:
        page = CheckIn.objects.get(pk=check_in.pk)
        record_call(check_in=check_in, outcome="help", note="rolstoel", by=cast.ambassador)
        handle_check_in(check_in=page, note="gebeld", by=cast.coordinator)
        kept = CheckIn.objects.get(pk=check_in.pk)
        assert (kept.outcome, kept.note, kept.attempts) == ("help", "rolstoel", 1)

    def test_what_was_done_is_asked_and_kept(self, cast: Cast, check_in: CheckIn) -> None:
        record_call(check_in=check_in, outcome="help", note="", by=cast.ambassador)
        with pytest.raises(DomainError) as refused:
            handle_check_in(check_in=check_in, note="  ", by=cast.coordinator)
        assert refused.value.field == "note"
        handle_check_in(check_in=check_in, note="samen naar de OBA", by=cast.coordinator)
        kept = CheckIn.objects.get(pk=check_in.pk)
        assert (kept.handled_on, kept.handled_note, kept.is_open) == (TODAY, "samen naar de OBA", False)

    def test_what_was_taken_up_by_another_is_not_taken_up_twice(self, cast: Cast, check_in: CheckIn) -> None:
        record_call(check_in=check_in, outcome="help", note="", by=cast.ambassador)
        handle_check_in(check_in=check_in, note="de eerste", by=cast.coordinator)
        with pytest.raises(DomainError, match="al opgepakt"):
            handle_check_in(check_in=check_in, note="de tweede", by=cast.leader)
        assert CheckIn.objects.get(pk=check_in.pk).handled_note == "de eerste"

    def test_it_can_go_back_to_who_calls_as_new(self, cast: Cast, check_in: CheckIn) -> None:
        for _attempt in range(3):
            record_call(check_in=check_in, outcome="no_answer", note="", by=cast.ambassador)
        assert not CheckIn.objects.open().filter(pk=check_in.pk).exists()
        handle_check_in(check_in=check_in, note="nieuw nummer", again=True, by=cast.coordinator)
        again = CheckIn.objects.open().get(pk=check_in.pk)
        assert (again.outcome, again.attempts, again.handled_note) == ("open", 0, "nieuw nummer")
        assert CallList.objects.filter(ambassador=cast.ambassador, day=TODAY).exists()

    def test_the_next_appointment_is_noted_with_the_call_or_neither(self, cast: Cast, check_in: CheckIn) -> None:
        at = datetime.fromisoformat("2027-04-03T10:30:00+02:00")
        record_call(
            check_in=check_in, outcome="well", note="", next_at=at, next_place="Bij de OBA", by=cast.ambassador
        )
        couple = Couple.objects.get()
        assert (couple.next_appointment_at, couple.next_appointment_place) == (at, "Bij de OBA")
        with pytest.raises(DomainError) as refused:
            record_call(
                check_in=check_in,
                outcome="help",
                note="",
                next_at=datetime.fromisoformat("2027-03-12T13:59:00+01:00"),
                by=cast.ambassador,
            )
        assert refused.value.field == "day"
        assert CheckIn.objects.get(pk=check_in.pk).outcome == "well"

    def test_an_unknown_outcome_is_refused(self, cast: Cast, check_in: CheckIn) -> None:
        with pytest.raises(ValueError, match="misschien"):
            record_call(check_in=check_in, outcome="misschien", note="", by=cast.ambassador)
        assert CheckIn.objects.get(pk=check_in.pk).attempts == 0
