"""The afternoon set up, and who is there: numbers, rounds, walk-ins, helpers, and who is kept apart."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine

from matching.actions import (
    add_helper,
    end_round,
    form_couple,
    keep_apart,
    lift_apart,
    mark_away,
    mark_gone,
    mark_here,
    mark_late,
    remove_helper,
    set_up_board,
    start_next_round,
    welcome_walk_in,
)
from matching.models import Board, Helper, NotTogether, Presence
from mixen.errors import DomainError
from participants.actions import close_meeting, reopen_meeting, withdraw
from participants.models import Attendance, Participant, Person, Status
from tests.conftest import Cast, registered, signed_up
from tests.matching.hall import filled, fresh, guests, opened, played

MARKS = {"here": mark_here, "away": mark_away, "late": mark_late, "gone": mark_gone}


@pytest.fixture
def board(cast: Cast) -> Board:
    """Set up for everybody; nobody is ticked yet."""
    return opened(cast)


def numbers(board: Board) -> dict[str, int]:
    return {row.name: row.number for row in board.presences.with_person()}


def place(board: Board, one: Participant) -> Presence:
    return board.presences.get(participant=one)


def came(board: Board, one: Participant) -> bool | None:
    """What the attendance says; None when nothing was noted."""
    return Attendance.objects.filter(meeting=board.meeting, participant=one).values_list("present", flat=True).first()


class TestSetUp:
    def test_everybody_expected_gets_a_number_the_old_first_by_name(self, board: Board) -> None:
        assert numbers(board) == dict(
            zip(["Ans", "Corrie", "Joop", "Willem", "Lale", "Oksana", "Samira", "Tesfay"], range(1, 9), strict=True)
        )

    def test_a_number_once_given_stays(self, cast: Cast, board: Board) -> None:
        before = numbers(board)
        withdraw(participant=cast.corrie, reason="ziek", by=cast.ambassador)
        registered(cast.project, "Aaltje", "old", cast.ambassador, {"gender": "woman"}, {})
        set_up_board(meeting=board.meeting, tables=5, rounds=6, minutes=7, by=cast.ambassador)
        assert numbers(board) == {**before, "Aaltje": 9}
        again = fresh(board)
        assert (again.tables, again.rounds, again.minutes) == (5, 6, 7)
        assert Board.objects.count() == 1

    def test_who_was_not_expected_gets_one_when_they_come(self, cast: Cast, board: Board) -> None:
        late = signed_up(cast.project, "Aaltje", "old", cast.ambassador, {"gender": "woman"}, {})
        assert mark_here(board=board, participant=late, by=None).number == 9
        assert mark_here(board=board, participant=late, by=None).number == 9

    def test_nobody_is_expected_who_stopped_or_has_a_couple_or_is_of_another_project(self, cast: Cast) -> None:
        withdraw(participant=cast.corrie, reason="ziek", by=cast.ambassador)
        form_couple(project=cast.project, old=cast.ans, new=[cast.samira], by=cast.ambassador)
        signed_up(cast.foreign, "Fatima", "new", cast.foreign_ambassador, {"gender": "woman"}, {})
        assert set(numbers(opened(cast))) == {"Joop", "Willem", "Lale", "Oksana", "Tesfay"}

    def test_only_for_a_mix_meeting(self, cast: Cast) -> None:
        meeting = cast.project.meetings.get(kind="information")
        with pytest.raises(DomainError, match="mixbijeenkomst"):
            set_up_board(meeting=meeting, tables=4, rounds=8, minutes=5, by=cast.ambassador)
        assert not Board.objects.exists()


class TestWhoIsThere:
    def test_here_is_the_attendance_of_the_meeting(self, cast: Cast, board: Board) -> None:
        row = mark_here(board=board, participant=cast.ans, by=cast.ambassador)
        assert (row.from_round, row.until_round, row.late) == (1, None, False)
        noted = Attendance.objects.get(meeting=board.meeting, participant=cast.ans)
        assert (noted.present, noted.noted_by) == (True, cast.ambassador)
        assert list(board.presences.here()) == [row]

    def test_late_and_then_here(self, cast: Cast, board: Board) -> None:
        mark_late(board=board, participant=cast.ans, by=None)
        assert (place(board, cast.ans).late, came(board, cast.ans)) == (True, None)
        assert not board.presences.here().exists()
        mark_here(board=board, participant=cast.ans, by=None)
        assert (place(board, cast.ans).late, came(board, cast.ans)) == (False, True)

    def test_a_tick_by_mistake_is_taken_back(self, cast: Cast, board: Board) -> None:
        mark_here(board=board, participant=cast.ans, by=None)
        mark_away(board=board, participant=cast.ans, by=None)
        assert came(board, cast.ans) is False
        assert not board.presences.here().exists()
        assert numbers(board)["Ans"] == 1

    def test_who_goes_home_before_the_rounds_is_in_none(self, cast: Cast, board: Board) -> None:
        mark_here(board=board, participant=cast.ans, by=None)
        assert mark_gone(board=board, participant=cast.ans, by=None).until_round == 0
        assert came(board, cast.ans) is True
        assert not board.presences.here().exists()
        assert board.presences.came().exists()

    def test_the_rounds_somebody_is_there_follow_from_the_moment(self, cast: Cast) -> None:
        """Late, gone home, back in the same round, and back in a later one."""
        guests(cast, 4, 4)
        board = filled(cast)
        mark_away(board=board, participant=cast.joop, by=None)
        played(board, 2)
        assert mark_here(board=board, participant=cast.joop, by=None).from_round == 3
        assert mark_gone(board=board, participant=cast.ans, by=None).until_round == 2
        same = mark_here(board=board, participant=cast.ans, by=None)
        assert (same.from_round, same.until_round) == (1, None)
        mark_gone(board=board, participant=cast.lale, by=None)
        end_round(board=board, by=None)
        start_next_round(board=board, by=None)
        back = mark_here(board=board, participant=cast.lale, by=None)
        assert (back.from_round, back.until_round) == (4, None)

    def test_ticked_twice_by_two_tablets_changes_nothing(self, cast: Cast) -> None:
        board = played(filled(cast, "ans", "corrie", "samira", "lale"))
        assert mark_here(board=board, participant=cast.ans, by=None).from_round == 1

    @pytest.mark.parametrize("mark", MARKS)
    def test_nobody_of_another_project(self, cast: Cast, board: Board, mark: str) -> None:
        fatima = signed_up(cast.foreign, "Fatima", "new", cast.foreign_ambassador, {"gender": "woman"}, {})
        with pytest.raises(DomainError, match="ander project"):
            MARKS[mark](board=board, participant=fatima, by=None)
        assert not Presence.objects.filter(participant=fatima).exists()

    def test_refusals_name_the_person_and_change_nothing(self, cast: Cast, subtests: Any) -> None:
        board = played(filled(cast, "ans", "corrie", "samira", "lale"))
        before = fresh(board).changes
        refused = [("away", "ans", "zat al aan tafel"), ("late", "ans", "is er al"), ("gone", "joop", "aangevinkt")]
        for mark, name, words in refused:
            with subtests.test(mark=mark):
                with pytest.raises(DomainError, match=f"{cast.people[name].person.goes_by}.*{words}"):
                    MARKS[mark](board=board, participant=cast.people[name], by=None)
                assert came(board, cast.people[name]) is (True if name == "ans" else None)
        assert fresh(board).changes == before

    @pytest.mark.parametrize("mark", ["here", "away"])
    def test_not_before_the_day_itself(
        self, cast: Cast, board: Board, clock: time_machine.Traveller, mark: str
    ) -> None:
        clock.shift(-timedelta(days=1))
        with pytest.raises(DomainError, match="moet nog komen"):
            MARKS[mark](board=board, participant=cast.ans, by=None)
        assert came(board, cast.ans) is None


class TestWalkIn:
    def welcome(self, board: Board, **facts: Any) -> Presence:
        usual = {"key": uuid4(), "name": "Hiwot", "side": "new", "gender": "woman", "women_only": False, "phone": ""}
        return welcome_walk_in(board=board, by=None, **{**usual, **facts})

    def test_somebody_takes_part_at_once(self, board: Board) -> None:
        row = self.welcome(board, women_only=True)
        one = Participant.objects.get(pk=row.participant_id)
        assert (row.number, came(board, one), one.status, one.side) == (9, True, Status.SIGNED_UP, "new")
        assert (one.person.gender, one.person.women_only) == ("woman", True)
        assert one.consents.get().signed_as == "Hiwot"

    def test_sent_twice_it_is_one_person(self, board: Board) -> None:
        key = uuid4()
        first, second = self.welcome(board, key=key), self.welcome(board, key=key)
        assert (first.pk, first.number) == (second.pk, second.number)
        assert Person.objects.filter(name="Hiwot").count() == 1
        assert second.participant.consents.count() == 1

    @pytest.mark.parametrize("name", ["Ans Proefpersoon", "ANS PROEFPERSOON"])
    def test_a_name_that_is_on_the_list_is_asked_about_at_its_field(self, board: Board, name: str) -> None:
        with pytest.raises(DomainError) as refusal:
            self.welcome(board, name=name)
        assert refusal.value.field == "name"
        assert Participant.objects.count() == 8

    def test_the_name_of_who_stopped_is_free(self, cast: Cast, board: Board) -> None:
        withdraw(participant=cast.ans, reason="ziek", by=cast.ambassador)
        assert self.welcome(board, name="Ans Proefpersoon").number == 9

    def test_only_a_woman_can_want_only_women(self, board: Board) -> None:
        with pytest.raises(DomainError, match="vrouw"):
            self.welcome(board, gender="man", women_only=True)
        assert not Person.objects.filter(name="Hiwot").exists()

    def test_during_a_round_they_join_the_next(self, cast: Cast) -> None:
        assert self.welcome(played(filled(cast))).from_round == 2

    def test_nobody_walks_in_before_the_day(self, board: Board, clock: time_machine.Traveller) -> None:
        clock.shift(-timedelta(days=1))
        with pytest.raises(DomainError, match="moet nog komen"):
            self.welcome(board)
        assert not Person.objects.filter(name="Hiwot").exists()


class TestKeptApart:
    def test_the_order_does_not_matter(self, cast: Cast) -> None:
        for pair in ((cast.samira, cast.joop), (cast.joop, cast.samira)):
            keep_apart(first=pair[0], second=pair[1], by=cast.ambassador)
        row = NotTogether.objects.get()
        assert {row.first, row.second} == {cast.samira, cast.joop}
        lift_apart(row=row, by=cast.ambassador)
        assert not NotTogether.objects.exists()

    def test_two_new_may_be_kept_apart_and_two_old_need_not(self, cast: Cast) -> None:
        keep_apart(first=cast.lale, second=cast.oksana, by=None)
        with pytest.raises(DomainError, match="nooit in één koppel"):
            keep_apart(first=cast.ans, second=cast.joop, by=None)
        assert NotTogether.objects.count() == 1

    def test_nobody_with_oneself_or_of_another_project(self, cast: Cast) -> None:
        fatima = signed_up(cast.foreign, "Fatima", "new", cast.foreign_ambassador, {"gender": "woman"}, {})
        for other in (cast.ans, fatima):
            with pytest.raises(DomainError) as refusal:
                keep_apart(first=cast.ans, second=other, by=None)
            assert refusal.value.field == "second"
        assert not NotTogether.objects.exists()


def test_who_helps_is_noted_and_taken_off(cast: Cast, board: Board) -> None:
    add_helper(board=board, kind="host", name="Bep", organisation=None, by=cast.ambassador)
    teacher = add_helper(board=board, kind="teacher", name="Juf Roos", organisation=None, by=cast.ambassador)
    assert [(one.name, one.kind) for one in board.helpers.all()] == [("Bep", "host"), ("Juf Roos", "teacher")]
    remove_helper(helper=teacher, by=cast.ambassador)
    assert Helper.objects.get().name == "Bep"


def test_numbers_of_forty_people_are_one_to_forty(cast: Cast) -> None:
    guests(cast, 16, 16)
    assert sorted(numbers(opened(cast)).values()) == list(range(1, 41))


@pytest.mark.parametrize("scripted", [True, False])
def test_at_a_closed_meeting_nobody_is_ticked_and_the_page_says_so(cast: Cast, as_user: Any, scripted: bool) -> None:
    board = opened(cast)
    close_meeting(meeting=board.meeting, by=cast.leader)
    changes = fresh(board).changes
    for deed in (mark_here, mark_away):
        with pytest.raises(DomainError, match="afgesloten"):
            deed(board=board, participant=cast.ans, by=cast.ambassador)
    address = f"{cast.project.get_absolute_url()}bijeenkomsten/{board.meeting_id}/mix/aanwezig/{cast.ans.pk}/here/"
    headers = {"HX-Request": "true"} if scripted else {}
    page = as_user(cast.ambassador).post(address, headers=headers, follow=True).content.decode()
    assert "Deze bijeenkomst is afgesloten. Heropen die eerst." in page
    assert "aanvinken kan niet meer" in page
    assert (came(board, cast.ans), fresh(board).changes) == (None, changes)


def test_who_walks_in_after_closing_is_not_registered_by_halves(cast: Cast) -> None:
    board = opened(cast)
    close_meeting(meeting=board.meeting, by=cast.leader)
    walk_in = {"name": "Greet Gast", "side": "new", "gender": "woman", "women_only": False, "phone": ""}
    with pytest.raises(DomainError, match="afgesloten"):
        welcome_walk_in(board=board, key=uuid4(), by=cast.ambassador, **walk_in)  # type: ignore[arg-type]
    assert not Person.objects.filter(name="Greet Gast").exists()
    reopen_meeting(meeting=board.meeting, by=cast.leader)
    assert welcome_walk_in(board=board, key=uuid4(), by=cast.ambassador, **walk_in)  # type: ignore[arg-type]
