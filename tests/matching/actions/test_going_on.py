"""Going on is on everybody's wish; in a pause a couple is left in peace, and its time may move along."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine

from matching.actions import (
    end_couple,
    extend_couple,
    form_couple,
    join_couple,
    make_due_check_ins,
    pause_couple,
    resume_couple,
    say_going_on,
)
from matching.attention import couples_ending
from matching.models import CheckIn, Couple, GoingOn, Pause
from mixen.errors import DomainError
from participants.actions import ask_to_stop
from tests.conftest import NOW, Cast
from tests.matching.conftest import Form, everybody_goes_on

TODAY = NOW.date()
LAST = date(2027, 6, 12)


def days(number: int) -> date:
    return TODAY + timedelta(days=number)


def says(couple: Any, name: str, wants: bool, by: Any = None) -> GoingOn:
    member = next(one for one in couple.members.all() if one.participant.person.call_name == name)
    return say_going_on(member=member, wants=wants, by=by)


def planned_end(couple: Any) -> date:
    return Couple.objects.get(pk=couple.pk).planned_end


class TestWishes:
    def test_the_last_word_counts_and_the_first_is_kept(self, cast: Cast, couple: Any) -> None:
        says(couple, "Ans", False)
        says(couple, "Ans", True, by=cast.ambassador)
        row = GoingOn.objects.get()
        assert (row.wants, row.noted_by) == (True, cast.ambassador)
        assert [old.wants for old in row.history.order_by("history_id")] == [False, True]

    def test_who_has_not_said_so_is_named(self, cast: Cast, form: Form) -> None:
        couple = form("joop", "tesfay", "lale")
        says(couple, "Joop", True)
        with pytest.raises(DomainError, match="Vraag het eerst aan Tesfay en Lale"):
            extend_couple(couple=couple, by=cast.leader)
        says(couple, "Tesfay", False)
        with pytest.raises(DomainError, match="Tesfay wil stoppen"):
            extend_couple(couple=couple, by=cast.leader)
        says(couple, "Tesfay", True)
        says(couple, "Lale", True)
        assert extend_couple(couple=couple, by=cast.leader).planned_end == date(2027, 9, 12)

    def test_who_asked_to_stop_does_not_go_on(self, cast: Cast, couple: Any) -> None:
        says(couple, "Ans", True)
        says(couple, "Samira", True)
        ask_to_stop(participant=cast.people["samira"], by=None)
        with pytest.raises(DomainError, match="Samira wil stoppen"):
            extend_couple(couple=couple, by=cast.leader)

    def test_who_joins_later_is_asked_too(self, cast: Cast, form: Form) -> None:
        couple = form("joop", "tesfay")
        says(couple, "Joop", True)
        says(couple, "Tesfay", True)
        join_couple(couple=couple, participant=cast.lale, by=cast.ambassador)
        with pytest.raises(DomainError, match="aan Lale"):
            extend_couple(couple=couple, by=cast.leader)

    def test_nothing_is_said_of_a_couple_that_was_extended_or_ended(self, cast: Cast, couple: Any) -> None:
        everybody_goes_on(couple, cast.leader)
        with pytest.raises(DomainError, match="al verlengd"):
            says(couple, "Ans", False)
        end_couple(couple=couple, reason="no_time", by=cast.leader)
        with pytest.raises(DomainError, match="al gestopt"):
            says(couple, "Ans", False)

    def test_the_attention_list_tells_which_couples_want_what(self, cast: Cast, form: Form, couple: Any) -> None:
        other, third = form("joop", "tesfay"), form("corrie", "lale")
        for one in (couple, other):
            for member in one.members.all():
                say_going_on(member=member, wants=one == couple or member.slot == 0, by=None)
        (item,) = couples_ending([cast.project], LAST)
        assert "wil door: Ans en Samira" in item.reason
        assert "wil niet door: Joop en Tesfay" in item.reason
        assert f"vraag nog: {third.title}" in item.reason


class TestPause:
    def test_with_a_last_day_the_end_moves_at_once(self, cast: Cast, couple: Any) -> None:
        pause_couple(couple=couple, since=days(7), until=days(20), reason="vakantie", by=cast.ambassador)
        now = Couple.objects.get(pk=couple.pk)
        assert now.planned_end == LAST + timedelta(days=14)
        assert now.longest_end == date(2027, 9, 12) + timedelta(days=14)

    def test_without_one_it_moves_when_they_meet_again(
        self, cast: Cast, couple: Any, clock: time_machine.Traveller
    ) -> None:
        pause_couple(couple=couple, since=TODAY, reason="drukte", by=cast.ambassador)
        assert planned_end(couple) == LAST
        clock.shift(timedelta(days=10))
        resume_couple(couple=couple, by=cast.ambassador)
        assert planned_end(couple) == LAST + timedelta(days=10)
        assert Pause.objects.get().until == days(9)

    def test_it_stays_where_not_everybody_wants_it_to_move(
        self, cast: Cast, couple: Any, clock: time_machine.Traveller
    ) -> None:
        pause_couple(couple=couple, since=TODAY, until=days(20), reason="vakantie", by=cast.ambassador)
        clock.shift(timedelta(days=10))
        resume_couple(couple=couple, moves_end=False, by=cast.ambassador)
        now = Couple.objects.get(pk=couple.pk)
        assert (now.planned_end, now.longest_end) == (LAST, date(2027, 9, 12))

    def test_shortened_the_end_moves_by_what_it_was(
        self, cast: Cast, couple: Any, clock: time_machine.Traveller
    ) -> None:
        pause_couple(couple=couple, since=days(1), until=days(20), reason="vakantie", by=cast.ambassador)
        clock.shift(timedelta(days=6))
        resume_couple(couple=couple, by=cast.ambassador)
        assert planned_end(couple) == LAST + timedelta(days=5)

    def test_one_that_was_called_off_leaves_its_history(self, cast: Cast, couple: Any) -> None:
        pause_couple(couple=couple, since=days(7), until=days(20), reason="vakantie", by=cast.ambassador)
        resume_couple(couple=couple, by=cast.ambassador)
        assert planned_end(couple) == LAST
        assert not Pause.objects.exists()
        assert [row.history_type for row in Pause.history.order_by("history_id")] == ["+", "-"]

    def test_extended_after_a_pause_they_have_three_months_more(self, cast: Cast, couple: Any) -> None:
        pause_couple(couple=couple, since=days(7), until=days(20), reason="vakantie", by=cast.ambassador)
        assert everybody_goes_on(couple, cast.leader).planned_end == date(2027, 9, 26)

    @pytest.mark.parametrize(
        ("since", "until", "field"),
        [(-1, None, "since"), (93, None, "since"), (10, 9, "until"), (5, 12, "since"), (20, None, "since")],
    )
    def test_days_that_cannot_be_are_told_at_their_field(
        self, cast: Cast, couple: Any, since: int, until: int | None, field: str
    ) -> None:
        pause_couple(couple=couple, since=days(12), until=days(25), reason="vakantie", moves_end=False, by=None)
        with pytest.raises(DomainError) as refused:
            pause_couple(couple=couple, since=days(since), until=days(until) if until else None, reason="weg", by=None)
        assert refused.value.field == field
        assert Pause.objects.count() == 1

    def test_there_is_nothing_to_resume_without_one(self, cast: Cast, couple: Any, clock: Any) -> None:
        with pytest.raises(DomainError, match="geen pauze"):
            resume_couple(couple=couple, by=cast.ambassador)
        pause_couple(couple=couple, since=TODAY, reason="drukte", by=cast.ambassador)
        clock.shift(timedelta(days=3))
        with pytest.raises(DomainError, match="Kies een latere dag"):
            resume_couple(couple=couple, on=TODAY, by=cast.ambassador)

    def test_it_ends_with_the_couple(self, cast: Cast, couple: Any, clock: time_machine.Traveller) -> None:
        pause_couple(couple=couple, since=TODAY, until=days(3), reason="kort", by=None)
        pause_couple(couple=couple, since=days(5), reason="drukte", by=None)
        clock.shift(timedelta(days=8))
        end_couple(couple=couple, reason="no_time", by=cast.leader)
        assert sorted(Pause.objects.values_list("until", flat=True)) == [days(3), days(8)]

    def test_calls_wait_until_it_is_over(self, cast: Cast, couple: Any, clock: time_machine.Traveller) -> None:
        make_due_check_ins(by=None, on=days(14))
        CheckIn.objects.filter(member__participant=cast.samira).delete()
        pause_couple(couple=couple, since=days(15), until=days(30), reason="vakantie", by=None)
        assert not make_due_check_ins(by=None, on=days(30))
        assert [CheckIn.objects.due_on(days(day)).count() for day in (14, 15, 30, 31)] == [1, 0, 0, 1]
        assert len(make_due_check_ins(by=None, on=days(31))) == 1

    def test_who_is_expected_to_meet_is_known_for_each_day(self, cast: Cast, form: Form, couple: Any) -> None:
        other = form("joop", "tesfay")
        pause_couple(couple=couple, since=days(3), until=days(5), reason="weg", by=None)
        rows = Couple.objects.all()
        assert [set(rows.going_out(days(day))) for day in (2, 3, 5, 6)] == [
            {couple, other},
            {other},
            {other},
            {couple, other},
        ]
        assert [set(rows.paused_on(days(day))) for day in (2, 3, 5, 6)] == [set(), {couple}, {couple}, set()]


def test_who_was_free_again_can_start_over(cast: Cast, couple: Any) -> None:
    """A second couple starts with nothing said and no pause."""
    says(couple, "Ans", True)
    end_couple(couple=couple, reason="no_click", by=cast.leader)
    second = form_couple(project=cast.project, old=cast.ans, new=[cast.lale], by=cast.leader)
    with pytest.raises(DomainError, match="aan Ans en Lale"):
        extend_couple(couple=second, by=cast.leader)
