"""Planning and playing the rounds, with a clock that stands still."""

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from matching.actions import (
    end_round,
    form_couple,
    keep_apart,
    mark_away,
    mark_gone,
    mark_here,
    pause_round,
    plan_the_rounds,
    resume_round,
    set_up_board,
    start_next_round,
    take_back_round,
)
from matching.models import Board, Round, Seat
from mixen.errors import DomainError
from tests.conftest import Cast, registered, signed_up
from tests.matching.hall import come, filled, fresh, guests, mix_of, opened, played, seats, sitting

WOMEN = {"Ans", "Corrie", "Samira", "Lale", "Oksana"}
DEEDS = {"pause": pause_round, "resume": resume_round, "end": end_round, "take back": take_back_round}


def left(board: Board) -> int:
    """The seconds of the round that runs."""
    return fresh(board).all_rounds.running().get().seconds_left(timezone.now())


def after(clock: time_machine.Traveller, seconds: float) -> None:
    clock.shift(timedelta(seconds=seconds))


class TestPlan:
    def test_everybody_meets_others_within_the_rules(self, cast: Cast) -> None:
        """Samira and Corrie go with women only; nobody sits twice in a round, and nobody meets the same one twice."""
        board = filled(cast, tables=3, rounds=4)
        plan_the_rounds(board=board, by=cast.ambassador)
        old = {"Ans", "Willem", "Corrie", "Joop"}
        met: Counter[tuple[str, str]] = Counter()
        planned = seats(board)
        assert list(planned) == [1, 2, 3, 4]
        for tables in planned.values():
            assert set(tables) <= {1, 2, 3}
            assert len(set(sitting(tables))) == len(sitting(tables))
            for names in tables.values():
                assert names & old
                assert names - old
                assert names <= WOMEN or not names & {"Samira", "Corrie"}
                met.update((one, other) for one in names & old for other in names - old)
        assert set(met.values()) == {1}
        assert set(sitting(planned[1]) + sitting(planned[2])) == {one.person.goes_by for one in cast.people.values()}
        assert fresh(board).plan["distinct_meetings"] == len(met) <= fresh(board).plan["upper_bound"]

    def test_who_is_kept_apart_never_sits_together(self, cast: Cast) -> None:
        for one, other in ((cast.ans, cast.lale), (cast.joop, cast.oksana), (cast.lale, cast.samira)):
            keep_apart(first=one, second=other, by=None)
        board = played(filled(cast), 0)
        tables = [names for planned in seats(board).values() for names in planned.values()]
        assert len(tables) > 4
        for pair in ({"Ans", "Lale"}, {"Joop", "Oksana"}, {"Lale", "Samira"}):
            assert not any(pair <= names for names in tables)

    def test_only_who_is_here_and_signed_up_without_a_couple(self, cast: Cast) -> None:
        looking = registered(cast.project, "Kijkster", "new", cast.ambassador, {"gender": "woman"}, {})
        board = come(filled(cast, "ans", "joop", "willem", "samira", "tesfay", "lale"), looking)
        mark_gone(board=board, participant=cast.joop, by=None)
        form_couple(project=cast.project, old=cast.willem, new=[cast.tesfay], by=cast.ambassador)
        plan_the_rounds(board=board, by=None)
        everybody = {name for tables in seats(board).values() for name in sitting(tables)}
        assert everybody == {"Ans", "Samira", "Lale"}

    @pytest.mark.parametrize("here", [[], ["ans", "joop"], ["samira", "lale"]])
    def test_both_sides_are_needed(self, cast: Cast, here: list[str]) -> None:
        board = come(opened(cast), *(cast.people[name] for name in here))
        with pytest.raises(DomainError, match="van elke kant"):
            plan_the_rounds(board=board, by=None)
        assert not Round.objects.exists()

    def test_planned_anew_what_was_played_stays(self, cast: Cast) -> None:
        board = played(filled(cast), 2)
        before = {number: seats(board)[number] for number in (1, 2)}
        rows = set(Seat.objects.filter(round__number__lte=2).values_list("pk", flat=True))
        extra = guests(cast, 1, 1)
        plan_the_rounds(board=come(board, *extra), by=None)
        again = seats(board)
        assert {number: again[number] for number in (1, 2)} == before
        assert rows <= set(Seat.objects.values_list("pk", flat=True))
        assert list(again) == sorted(again)
        pairs = Counter(
            frozenset((one, other))
            for tables in again.values()
            for names in tables.values()
            for one in names & {"Ans", "Willem", "Corrie", "Joop", "Oud1"}
            for other in names - {"Ans", "Willem", "Corrie", "Joop", "Oud1"}
        )
        assert set(pairs.values()) == {1}

    def test_a_latecomer_joins_from_the_next_round_and_who_went_home_does_not(self, cast: Cast) -> None:
        guests(cast, 2, 2)
        board = filled(cast)
        mark_away(board=board, participant=cast.oksana, by=None)
        played(board)
        mark_here(board=board, participant=cast.oksana, by=None)
        mark_gone(board=board, participant=cast.ans, by=None)
        plan_the_rounds(board=board, by=None)
        there = {number: sitting(tables) for number, tables in seats(board).items()}
        assert "Oksana" not in there[1]
        assert "Ans" in there[1]
        assert all("Oksana" in there[number] for number in (2, 3))
        assert not any("Ans" in names for number, names in there.items() if number > 1)

    def test_fewer_rounds_than_were_played_leaves_those(self, cast: Cast) -> None:
        board = played(filled(cast), 2)
        set_up_board(meeting=board.meeting, tables=2, rounds=1, minutes=5, by=None)
        plan_the_rounds(board=fresh(board), by=None)
        assert list(seats(board)) == [1, 2]

    def test_who_went_home_in_a_round_that_was_taken_back_is_not_seated_in_it(self, cast: Cast) -> None:
        board = played(filled(cast))
        mark_gone(board=board, participant=cast.ans, by=None)
        take_back_round(board=board, by=None)
        plan_the_rounds(board=board, by=None)
        assert not [number for number, tables in seats(board).items() if "Ans" in sitting(tables)]

    def test_who_came_in_a_round_that_was_taken_back_can_be_seated_in_it(self, cast: Cast) -> None:
        board = filled(cast)
        mark_away(board=board, participant=cast.oksana, by=None)
        played(board)
        mark_here(board=board, participant=cast.oksana, by=None)
        take_back_round(board=board, by=None)
        plan_the_rounds(board=board, by=None)
        assert "Oksana" in sitting(seats(board)[1])


class TestClock:
    @pytest.fixture
    def board(self, cast: Cast) -> Board:
        return played(filled(cast), 0)

    def test_it_counts_down_and_stands_still_while_paused(self, board: Board, clock: time_machine.Traveller) -> None:
        start_next_round(board=board, by=None)
        told = [left(board)]
        for deed, seconds in [("go on", 100), ("pause", 500), ("resume", 50), ("pause", 7), ("resume", 140), ("", 99)]:
            if deed in DEEDS:
                DEEDS[deed](board=board, by=None)
            after(clock, seconds)
            told.append(left(board))
        assert told == [300, 200, 200, 150, 150, 10, 0]

    def test_said_twice_it_happens_once(self, board: Board, clock: time_machine.Traveller) -> None:
        start_next_round(board=board, by=None)
        for deed in (pause_round, pause_round, resume_round, resume_round):
            deed(board=board, by=None)
            after(clock, 10)
        assert left(board) == 300 - 20

    def test_a_longer_round_gets_longer_while_it_runs(self, board: Board, clock: time_machine.Traveller) -> None:
        start_next_round(board=board, by=None)
        after(clock, 60)
        set_up_board(meeting=board.meeting, tables=20, rounds=8, minutes=7, by=None)
        assert left(board) == 360

    def test_the_next_one_ends_the_one_that_runs(self, board: Board, clock: time_machine.Traveller) -> None:
        start_next_round(board=board, by=None)
        after(clock, 60)
        assert start_next_round(board=board, by=None).number == 2
        first, second = board.all_rounds.filter(number__lte=2)
        assert (first.is_running, second.is_running) == (False, True)
        assert first.ended_at == second.started_at == timezone.now()
        assert left(board) == 300

    def test_ended_none_runs_and_the_next_waits(self, board: Board) -> None:
        start_next_round(board=board, by=None)
        end_round(board=board, by=None)
        assert not board.all_rounds.running().exists()
        assert fresh(board).rounds_begun == 1
        assert start_next_round(board=board, by=None).number == 2

    def test_begun_by_mistake_it_is_whole_again(self, board: Board, clock: time_machine.Traveller) -> None:
        start_next_round(board=board, by=None)
        start_next_round(board=board, by=None)
        pause_round(board=board, by=None)
        after(clock, 60)
        taken = take_back_round(board=board, by=None)
        assert (taken.number, fresh(board).rounds_begun) == (2, 1)
        assert not board.all_rounds.running().exists()
        assert start_next_round(board=board, by=None).number == 2
        assert left(board) == 300

    @pytest.mark.parametrize("deed", DEEDS)
    def test_nothing_of_the_kind_when_no_round_runs(self, board: Board, deed: str) -> None:
        before = fresh(board).changes
        with pytest.raises(DomainError, match="loopt nu geen ronde"):
            DEEDS[deed](board=board, by=None)
        assert fresh(board).changes == before

    def test_after_the_last_there_is_no_next(self, cast: Cast) -> None:
        board = played(filled(cast, rounds=2), 2)
        with pytest.raises(DomainError, match="geen ronde meer"):
            start_next_round(board=board, by=None)
        assert board.all_rounds.running().get().number == 2

    def test_the_clock_is_the_boards_own(self, cast: Cast, board: Board) -> None:
        """Another project's afternoon at the same time has a clock of its own."""
        meeting = cast.foreign.meetings.get(kind="mix")
        other = set_up_board(meeting=meeting, tables=2, rounds=2, minutes=9, by=cast.coordinator)
        for name, side in (("Fatima", "new"), ("Bep", "old")):
            one = signed_up(cast.foreign, name, side, cast.foreign_ambassador, {"gender": "woman"}, {})
            mark_here(board=other, participant=one, by=None)
        played(other)
        start_next_round(board=board, by=None)
        assert (left(other), left(board)) == (540, 300)
        assert mix_of(cast).board == board


class TestConstraints:
    """What the actions refuse the database refuses as well."""

    @pytest.fixture
    def board(self, cast: Cast) -> Board:
        return played(filled(cast))

    def test_two_rounds_never_run(self, board: Board) -> None:
        with pytest.raises(IntegrityError), transaction.atomic():
            board.all_rounds.filter(number=2).update(started_at=timezone.now())

    def test_a_round_does_not_end_before_it_begins(self, board: Board) -> None:
        with pytest.raises(IntegrityError), transaction.atomic():
            board.all_rounds.filter(number=2).update(ended_at=timezone.now())

    @pytest.mark.parametrize("change", [{"table": 9}, {"table": 0}])
    def test_nobody_at_two_tables_and_no_table_nought(self, cast: Cast, board: Board, change: Any) -> None:
        running = board.all_rounds.running().get()
        with pytest.raises(IntegrityError), transaction.atomic():
            Seat.objects.create(round=running, participant=cast.ans, **change)

    def test_a_number_is_of_one_round(self, board: Board) -> None:
        with pytest.raises(IntegrityError), transaction.atomic():
            Round.objects.create(board=board, number=1)
