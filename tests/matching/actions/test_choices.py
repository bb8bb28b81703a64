"""What people answer: about whom, how often, on paper, and who gets to see it."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client

from matching.actions import (
    choose,
    choose_again,
    end_round,
    finish_choosing,
    mark_away,
    mark_gone,
    mark_here,
    plan_the_rounds,
    start_next_round,
    type_slip,
)
from matching.afternoon import sheet_of
from matching.choosing import may_choose, met_by
from matching.models import Board, Choice, Presence, Slip
from mixen.errors import DomainError
from participants.models import Participant
from tests.conftest import Cast
from tests.matching.hall import (
    STEPS,
    TEAM,
    Log,
    address,
    both_yes,
    by_script,
    filled,
    forms,
    fresh,
    guests,
    played,
    press,
    pressed,
    say,
    seats,
    still,
    text,
)


@pytest.fixture
def board(cast: Cast) -> Board:
    """Everybody is here and no round was noted: the rounds were on paper."""
    return filled(cast)


@pytest.fixture
def client(cast: Cast, as_user: Log) -> Client:
    """The ambassador's tablet."""
    return as_user(cast.ambassador)


def given(board: Board, chooser: Participant) -> dict[str, str]:
    rows = Choice.objects.filter(meeting=board.meeting, chooser=chooser).select_related("chosen__person")
    return {row.chosen.person.goes_by: row.answer for row in rows}


def shown(board: Board, one: Participant) -> dict[str, str]:
    """What the sheet of somebody shows: the names, each with its answer."""
    row = board.presences.with_person().get(participant=one)
    return {line.presence.name: line.answer for line in sheet_of(board, row)}


def number(board: Board, one: Participant) -> int:
    return board.presences.get(participant=one).number


class TestAboutWhom:
    def test_everybody_of_the_other_side_when_no_round_was_noted(self, cast: Cast, board: Board) -> None:
        assert set(shown(board, cast.ans)) == {"Lale", "Oksana", "Samira", "Tesfay"}
        assert set(shown(board, cast.samira)) == {"Ans", "Corrie", "Joop", "Willem"}

    def test_who_one_met_and_nobody_else(self, cast: Cast) -> None:
        guests(cast, 2, 2)
        board = played(filled(cast))
        (table,) = [names for names in seats(board)[1].values() if "Ans" in names]
        assert set(shown(board, cast.ans)) == table - {"Ans"}
        stranger = next(one for one in cast.people.values() if one.side == "new" and one.person.goes_by not in table)
        with pytest.raises(DomainError, match="niet samen aan tafel"):
            say(board, cast.ans, (stranger, "yes"))
        assert not Choice.objects.exists()

    def test_those_of_a_round_that_is_only_planned_do_not_count(self, cast: Cast) -> None:
        board = played(filled(cast))
        first = met_by(board, cast.ans)
        assert len(first) == 1
        start_next_round(board=board, by=None)
        assert len(met_by(board, cast.ans)) == 2
        assert met_by(board, cast.ans) > first

    def test_who_went_home_can_still_be_chosen(self, cast: Cast) -> None:
        board = played(filled(cast))
        (met,) = may_choose(board, cast.ans)
        end_round(board=board, by=None)
        mark_gone(board=board, participant=met.participant, by=None)
        say(board, cast.ans, (met.participant, "yes"))
        assert len(given(board, cast.ans)) == 1

    @pytest.mark.parametrize("other", ["ans", "corrie"])
    def test_not_oneself_and_not_the_own_side(self, cast: Cast, board: Board, other: str) -> None:
        with pytest.raises(DomainError, match="niet samen aan tafel"):
            say(board, cast.ans, (cast.people[other], "yes"))
        assert not Choice.objects.exists()

    def test_not_by_or_about_who_is_not_there(self, cast: Cast, board: Board) -> None:
        mark_away(board=board, participant=cast.lale, by=None)
        with pytest.raises(DomainError, match="niet aangevinkt"):
            say(board, cast.lale, (cast.ans, "yes"))
        with pytest.raises(DomainError, match="niet samen aan tafel"):
            say(board, cast.ans, (cast.lale, "yes"))
        assert not Choice.objects.exists()

    def test_the_database_keeps_one_answer_and_none_about_oneself(self, cast: Cast, board: Board) -> None:
        say(board, cast.ans, (cast.samira, "yes"))
        for chosen in (cast.samira, cast.ans):
            with pytest.raises(IntegrityError), transaction.atomic():
                Choice.objects.create(meeting=board.meeting, chooser=cast.ans, chosen=chosen, answer="no")


class TestAnswers:
    def test_the_last_word_counts_and_an_empty_one_takes_back(self, cast: Cast, board: Board) -> None:
        say(board, cast.ans, (cast.samira, "yes"), (cast.lale, "no"), (cast.samira, "maybe"))
        assert given(board, cast.ans) == {"Samira": "maybe", "Lale": "no"}
        assert shown(board, cast.ans) == {"Samira": "maybe", "Lale": "no", "Oksana": "", "Tesfay": ""}
        say(board, cast.ans, (cast.samira, ""))
        assert given(board, cast.ans) == {"Lale": "no"}

    def test_another_word_is_refused(self, cast: Cast, board: Board) -> None:
        say(board, cast.ans, (cast.samira, "yes"))
        with pytest.raises(DomainError, match="ja, misschien of nee"):
            say(board, cast.ans, (cast.samira, "graag"))
        assert given(board, cast.ans) == {"Samira": "yes"}

    def test_it_is_recorded_who_typed_it(self, cast: Cast, board: Board) -> None:
        choose(board=board, chooser=cast.ans, chosen=cast.samira, answer="yes", by=cast.ambassador)
        assert Choice.history.get().history_user == cast.ambassador

    def test_put_away_nobody_sees_them(self, cast: Cast, board: Board) -> None:
        say(board, cast.ans, (cast.samira, "yes"), (cast.lale, "no"))
        row = finish_choosing(board=board, chooser=cast.ans, by=cast.ambassador)
        assert (row.chose_at is not None, row.chose_with) == (True, cast.ambassador)
        assert set(shown(board, cast.ans).values()) == {""}
        assert given(board, cast.ans) == {"Samira": "yes", "Lale": "no"}

    def test_begun_again_what_was_said_is_gone(self, cast: Cast, board: Board) -> None:
        say(board, cast.ans, (cast.samira, "yes"))
        say(board, cast.joop, (cast.samira, "no"))
        finish_choosing(board=board, chooser=cast.ans, by=cast.ambassador)
        row = choose_again(board=board, chooser=cast.ans, by=None)
        assert (row.chose_at, row.chose_with) == (None, None)
        assert given(board, cast.ans) == {}
        assert given(board, cast.joop) == {"Samira": "no"}

    def test_only_who_is_here_finishes_or_begins_again(self, cast: Cast, board: Board) -> None:
        mark_away(board=board, participant=cast.ans, by=None)
        for deed in (finish_choosing, choose_again):
            with pytest.raises(DomainError, match="niet aangevinkt"):
                deed(board=board, chooser=cast.ans, by=None)

    def test_after_the_day_a_sheet_that_was_never_put_away_shows_nothing(
        self, cast: Cast, board: Board, clock: time_machine.Traveller
    ) -> None:
        """Ambassadors enter choices during the meeting, and do not see them afterwards."""
        say(board, cast.ans, (cast.samira, "yes"))
        clock.shift(timedelta(days=1))
        assert set(shown(board, cast.ans).values()) == {""}


class TestSlips:
    """A paper slip is typed over twice."""

    def typed(self, board: Board, one: Participant, about: dict[Participant, str], **also: Any) -> Slip:
        answers = {number(board, other): answer for other, answer in about.items()}
        return type_slip(board=board, chooser=one, answers=answers, **{"certain": False, "by": None, **also})

    def test_once_stores_no_choice(self, cast: Cast, board: Board) -> None:
        slip = self.typed(board, cast.ans, {cast.samira: "yes"}, by=cast.ambassador)
        assert (slip.turn, slip.typed_by) == (1, cast.ambassador)
        assert not Choice.objects.exists()
        assert board.presences.get(participant=cast.ans).chose_at is None

    def test_twice_the_same_counts(self, cast: Cast, board: Board) -> None:
        for _turn in range(2):
            slip = self.typed(board, cast.ans, {cast.samira: "yes", cast.lale: "no"}, by=cast.colleague)
        assert slip.turn == 2
        assert given(board, cast.ans) == {"Samira": "yes", "Lale": "no"}
        row = board.presences.get(participant=cast.ans)
        assert (row.chose_at is not None, row.chose_with) == (True, cast.colleague)

    def test_a_second_time_that_differs_names_the_numbers(self, cast: Cast, board: Board) -> None:
        self.typed(board, cast.ans, {cast.samira: "yes", cast.lale: "no", cast.oksana: "maybe"})
        with pytest.raises(DomainError) as refusal:
            self.typed(board, cast.ans, {cast.samira: "no", cast.lale: "no", cast.tesfay: "yes"})
        assert refusal.value.field == "certain"
        differ = sorted(number(board, one) for one in (cast.samira, cast.oksana, cast.tesfay))
        assert ", ".join(map(str, differ)) in refusal.value.message
        assert str(number(board, cast.lale)) not in refusal.value.message
        assert not Choice.objects.exists()
        assert board.slips.count() == 1

    def test_who_is_certain_is_believed(self, cast: Cast, board: Board) -> None:
        self.typed(board, cast.ans, {cast.samira: "yes", cast.lale: "no"})
        self.typed(board, cast.ans, {cast.samira: "no"}, certain=True)
        assert given(board, cast.ans) == {"Samira": "no"}

    def test_it_takes_the_place_of_what_was_tapped(self, cast: Cast, board: Board) -> None:
        say(board, cast.ans, (cast.oksana, "yes"))
        for _turn in range(2):
            self.typed(board, cast.ans, {cast.samira: "maybe"})
        assert given(board, cast.ans) == {"Samira": "maybe"}

    def test_a_number_one_did_not_meet_is_refused_at_its_field(self, cast: Cast, board: Board) -> None:
        for unknown in (99, number(board, cast.joop)):
            with pytest.raises(DomainError, match=str(unknown)) as refusal:
                type_slip(board=board, chooser=cast.ans, answers={unknown: "yes"}, certain=True, by=None)
            assert refusal.value.field == "yes"
        assert not Slip.objects.exists()

    def test_numbers_of_who_one_met_only(self, cast: Cast) -> None:
        guests(cast, 2, 2)
        board = played(filled(cast))
        met = {row.number for row in may_choose(board, cast.ans)}
        stranger = Presence.objects.filter(participant__side="new").exclude(number__in=met).first()
        assert stranger is not None
        with pytest.raises(DomainError, match=str(stranger.number)):
            type_slip(board=board, chooser=cast.ans, answers={stranger.number: "yes"}, certain=False, by=None)

    def test_a_slip_of_who_is_not_there_is_refused(self, cast: Cast, board: Board) -> None:
        mark_away(board=board, participant=cast.ans, by=None)
        with pytest.raises(DomainError, match="niet aangevinkt"):
            self.typed(board, cast.ans, {cast.samira: "yes"})


def test_choices_outlive_a_plan_made_anew(cast: Cast) -> None:
    board = played(filled(cast))
    (met,) = may_choose(board, cast.ans)
    say(board, cast.ans, (met.participant, "yes"))
    extra = guests(cast, 1, 1)
    mark_here(board=board, participant=extra[0], by=None)
    plan_the_rounds(board=fresh(board), by=None)
    assert given(board, cast.ans) == {met.name: "yes"}


class TestOnThePages:
    @pytest.fixture
    def board(self, cast: Cast) -> Board:
        """Ans and Oksana chose each other, so Samira, who goes with women only, has nobody."""
        board = filled(cast, "ans", "willem", "samira", "oksana")
        both_yes(board, cast.ans, cast.oksana)
        say(board, cast.samira, (cast.ans, "maybe"))
        return board

    @pytest.mark.parametrize("who", TEAM)
    def test_a_sheet_shows_the_own_answers_until_it_is_put_away(
        self, cast: Cast, board: Board, as_user: Log, who: str
    ) -> None:
        client, sheet = as_user(getattr(cast, who)), address(board, "mix_sheet", cast.samira.pk)
        assert pressed(text(client.get(sheet))) == ["maybe"]
        press(client, text(client.get(sheet)), "Klaar met kiezen")
        page = text(client.get(sheet))
        assert pressed(page) == []
        assert 'name="answer"' not in page
        assert "Deze keuzes zijn bewaard en dicht" in page
        page = text(press(client, page, "Opnieuw kiezen"))
        assert pressed(page) == []
        assert not Choice.objects.filter(chooser=cast.samira).exists()

    @pytest.mark.parametrize("name", [*STEPS, "mix_slips", "mix_sheet"])
    @pytest.mark.parametrize("who", TEAM)
    def test_no_page_changes_with_what_was_answered(
        self, cast: Cast, board: Board, as_user: Log, name: str, who: str
    ) -> None:
        """Whatever people chose, the pages are the same: so they tell nothing of it. No proposal was made yet."""
        for one in (cast.samira, cast.ans):
            finish_choosing(board=board, chooser=one, by=None)
        client, where = as_user(getattr(cast, who)), address(board, name, *[cast.ans.pk] * (name == "mix_sheet"))
        seen = []
        for answer in ("yes", "maybe", "no"):
            Choice.objects.update(answer=answer)
            seen.append(still(text(client.get(where))))
        assert seen[0] == seen[1] == seen[2]

    def test_a_tap_answers_with_its_own_row_only(self, cast: Cast, board: Board, client: Client) -> None:
        where = address(board, "mix_choose", cast.ans.pk, cast.oksana.pk)
        row = text(client.post(where, {"answer": "maybe"}, **by_script()))
        assert pressed(row) == ["maybe"]
        assert len(forms(row)) == 1


class TestSlipsOnThePage:
    def send(self, client: Client, board: Board, **sent: str) -> Any:
        return client.post(address(board, "mix_slips"), {"own": "1", **sent}, follow=True)

    def test_typed_twice(self, cast: Cast, client: Client, board: Board) -> None:
        """Ans has number 1."""
        one = str(number(board, cast.lale))
        assert "één keer ingevoerd" in text(self.send(client, board, yes=one))
        differs = self.send(client, board, no=one)
        assert differs.status_code == 422
        assert f"nummer {one}" in text(differs)
        (form,) = [form for form in forms(text(differs)) if "Briefje bewaren" in form.buttons]
        assert (form.fields["own"], form.fields["no"]) == ("1", one)
        assert 'type="checkbox" name="certain"' in text(differs)
        assert not Choice.objects.exists()
        assert "klopt en is verwerkt" in text(self.send(client, board, no=one, certain="on"))
        assert Choice.objects.get().answer == "no"

    def test_what_cannot_be_is_refused_and_kept(self, client: Client, board: Board) -> None:
        for sent, words in [
            ({"own": "77", "yes": "5"}, "heeft dit nummer"),
            ({"yes": "5", "no": "5 6"}, "staat er twee keer"),
            ({"yes": "vijf"}, "alleen nummers"),
            ({}, "ten minste één nummer"),
            ({"yes": "88"}, "niet aan tafel"),
        ]:
            answer = self.send(client, board, **sent)
            assert answer.status_code == 422
            assert words in text(answer)
            assert all(f'value="{value}"' in text(answer) for value in sent.values())
            assert 'type="checkbox" name="certain"' not in text(answer)
