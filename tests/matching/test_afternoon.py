"""What the pages of a mix meeting know: the five steps, who is how far, and that other tablets hear of every deed."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from matching import actions
from matching.actions import (
    confirm_couples,
    end_round,
    finish_choosing,
    form_couple,
    mark_away,
    mark_gone,
    mark_here,
    mark_late,
    note_told,
    propose_couples,
    start_next_round,
    veto_pair,
)
from matching.afternoon import arrivals, choosers, formed_at, proposal_of, rounds_of, steps_of
from matching.choosing import may_choose
from matching.models import Board, Couple, CoupleMember, Draft
from participants.models import Participant, Side, Status
from tests.conftest import NOW, Cast, registered
from tests.matching.hall import (
    STEPS,
    Log,
    address,
    both_yes,
    come,
    filled,
    fresh,
    guests,
    later_mix,
    opened,
    played,
    say,
)

JOOP, ANS, SAMIRA, LALE = "joop", "ans", "samira", "lale"
ON_THE_BOARD: dict[str, tuple[dict[str, Any], str]] = {
    "mark_here": ({"participant": JOOP}, "Joop"),
    "mark_away": ({"participant": JOOP}, "Joop"),
    "mark_late": ({"participant": JOOP}, "Joop"),
    "mark_gone": ({"participant": ANS}, "Ans"),
    "add_helper": ({"kind": "host", "name": "Bep", "organisation": None}, "Bep"),
    "plan_the_rounds": ({}, "gepland"),
    "start_next_round": ({}, "Ronde 2"),
    "pause_round": ({}, "stil"),
    "end_round": ({}, "Ronde 1"),
    "take_back_round": ({}, "Ronde 1"),
    "choose": ({"chooser": ANS, "chosen": "met", "answer": "yes"}, ""),
    "finish_choosing": ({"chooser": ANS}, "1"),
    "choose_again": ({"chooser": ANS}, "1"),
    "type_slip": ({"chooser": ANS, "answers": "slip", "certain": False}, "1"),
    "propose_couples": ({}, "Voorstel"),
    "lock_pair": ({"new": SAMIRA, "old": ANS}, "Ans en Samira"),
    "veto_pair": ({"new": SAMIRA, "old": ANS}, "Ans en Samira"),
    "loosen_pair": ({"new": SAMIRA, "old": ANS}, "Ans en Samira"),
    "undo_draft": ({}, "Ans en Lale"),
    "confirm_couples": ({}, "bevestigd"),
}
ABOUT_COUPLES: dict[str, dict[str, Any]] = {
    "note_told": {"couple": "couple", "told": True},
    "note_booklet": {"couple": "couple", "given": True},
    "hand_couple_to": {"couple": "couple", "ambassador": "colleague"},
    "offer_place": {"member": "member", "shares_address": False, "pickup": "thuis"},
    "note_first_appointment": {"couple": "couple", "at": NOW, "place": "Plein", "confirmed": True},
    "form_couple": {"project": "project", "old": ANS, "new": [SAMIRA], "meeting": "meeting"},
    "end_couple": {"couple": "couple", "reason": "mistake"},
    "keep_apart": {"first": ANS, "second": LALE},
}


class TestOtherTablets:
    """``changes`` is how a tablet sees that it is out of date: every deed counts it up, with who did it and what."""

    @pytest.fixture
    def board(self, cast: Cast) -> Board:
        """All but Joop are here, a round runs, there is a proposal, and Corrie and Oksana are a couple of today."""
        board = filled(cast, "ans", "corrie", "willem", "samira", "lale", "oksana", "tesfay")
        played(board)
        form_couple(project=cast.project, old=cast.corrie, new=[cast.oksana], meeting=board.meeting, by=cast.leader)
        propose_couples(board=board, by=cast.leader)
        veto_pair(board=board, new=cast.lale, old=cast.ans, by=cast.leader)
        return fresh(board)

    def about(self, cast: Cast, board: Board, value: Any) -> Any:
        if isinstance(value, list):
            return [self.about(cast, board, one) for one in value]
        met = may_choose(board, cast.ans)[0]
        known = {
            **cast.people,
            "met": met.participant,
            "slip": {met.number: "yes"},
            "couple": Couple.objects.get(),
            "member": CoupleMember.objects.earliest("slot"),
            "colleague": cast.colleague,
            "project": cast.project,
            "meeting": board.meeting,
        }
        return known.get(value, value) if isinstance(value, str) else value

    def done(self, cast: Cast, board: Board, name: str, about: dict[str, Any]) -> Board:
        facts = {key: self.about(cast, board, value) for key, value in about.items()}
        getattr(actions, name)(**facts, by=cast.colleague)
        return fresh(board)

    @pytest.mark.parametrize("name", ON_THE_BOARD)
    def test_every_deed_of_the_afternoon_is_told(self, cast: Cast, board: Board, name: str) -> None:
        about, words = ON_THE_BOARD[name]
        now = self.done(cast, board, name, {"board": board, **about})
        assert now.changes > board.changes
        assert (now.changed_by, now.changed_at) == (cast.colleague, NOW)
        assert now.change
        assert words in now.change

    @pytest.mark.parametrize("name", ABOUT_COUPLES)
    def test_every_deed_with_a_couple_of_the_afternoon_is_told(self, cast: Cast, board: Board, name: str) -> None:
        now = self.done(cast, board, name, ABOUT_COUPLES[name])
        assert now.changes > board.changes
        assert now.changed_by == cast.colleague
        assert now.change

    def test_what_is_told_of_a_choice_is_no_choice(self, cast: Cast, board: Board) -> None:
        met = may_choose(board, cast.ans)[0]
        for answer in ("yes", "no"):
            say(board, cast.ans, (met.participant, answer))
            told = fresh(board).change
            assert met.name not in told
            assert not {"ja", "nee", "misschien"} & set(told.lower().split())


class TestSteps:
    def counts(self, board: Board) -> dict[str, tuple[str, bool]]:
        return {one.key: (one.count, one.done) for one in steps_of(fresh(board))}

    def test_from_an_empty_hall_to_couples_that_were_told(self, cast: Cast) -> None:
        board = opened(cast, rounds=2)
        assert self.counts(board) == {
            "present": ("0", False),
            "rounds": ("0/2", False),
            "choices": ("0/0", False),
            "couples": ("0", False),
            "ready": ("0/0", False),
        }
        come(board, *cast.people.values())
        played(board, 2)
        assert self.counts(board)["present"] == ("8", False)
        assert self.counts(board)["rounds"] == ("2/2", True)
        for one in cast.people.values():
            assert not self.counts(board)["choices"][1]
            finish_choosing(board=board, chooser=one, by=None)
        assert self.counts(board)["choices"] == ("8/8", True)
        proposed = len(propose_couples(board=board, by=None).answer["couples"])
        assert self.counts(board)["couples"] == (str(proposed), False)
        made = confirm_couples(board=board, by=None).made
        assert self.counts(board)["couples"] == (str(proposed), True)
        for couple in made:
            assert not self.counts(board)["ready"][1]
            note_told(couple=couple, told=True, by=None)
        assert self.counts(board)["ready"] == (f"{proposed}/{proposed}", True)

    def test_they_lead_to_their_own_pages_in_order(self, cast: Cast) -> None:
        board = opened(cast)
        place = f"/projecten/{cast.project.slug}/bijeenkomsten/{board.meeting_id}/mix/"
        assert [one.url for one in steps_of(board)] == [
            place + name for name in ("aanwezig/", "rondes/", "keuzes/", "koppels/", "klaar/")
        ]


class TestArrivals:
    def states(self, board: Board) -> dict[str, str]:
        rows = arrivals(board, board.expected())
        return {row.participant.person.goes_by: row.state for side in rows.values() for row in side}

    def test_each_in_their_state(self, cast: Cast) -> None:
        board = come(opened(cast), cast.ans, cast.lale)
        mark_gone(board=board, participant=cast.lale, by=None)
        mark_late(board=board, participant=cast.joop, by=None)
        mark_away(board=board, participant=cast.willem, by=None)
        told = {"Ans": "here", "Lale": "gone", "Joop": "late", "Willem": "away"}
        assert self.states(board) == {**dict.fromkeys(("Corrie", "Oksana", "Samira", "Tesfay"), ""), **told}

    def test_who_got_a_couple_since_stays_on_the_list(self, cast: Cast) -> None:
        board = come(opened(cast), cast.ans, cast.samira)
        form_couple(project=cast.project, old=cast.ans, new=[cast.samira], by=None)
        form_couple(project=cast.project, old=cast.willem, new=[cast.tesfay], by=None)
        assert self.states(board).keys() >= {"Ans", "Samira"}
        assert not self.states(board).keys() & {"Willem", "Tesfay"}

    def test_who_did_not_sign_up_for_good_must_do_so(self, cast: Cast) -> None:
        looking = registered(cast.project, "Kijkster", "new", cast.ambassador, {"gender": "woman"}, {})
        rows = arrivals(opened(cast), fresh(opened(cast)).expected())[Side.NEW]
        assert [row.participant for row in rows if row.must_sign_up] == [looking]


def test_who_sits_out_is_there_and_has_no_seat(cast: Cast) -> None:
    """Not who came later, went home, or only looks around."""
    looking = registered(cast.project, "Kijkster", "new", cast.ambassador, {"gender": "woman"}, {})
    board = come(filled(cast, tables=2), looking)
    mark_away(board=board, participant=cast.oksana, by=None)
    played(board)
    mark_here(board=board, participant=cast.oksana, by=None)
    mark_gone(board=board, participant=cast.samira, by=None)
    for row in rounds_of(board):
        seated = {one.name for table in row.tables for one in (*table.old, *table.new)}
        out = {one.name for one in row.out}
        there = {one.person.goes_by for one in cast.people.values()}
        there -= {"Oksana"} if row.round.number == 1 else {"Samira"}
        assert out == there - seated
    assert rounds_of(board)[0].out


def test_how_far_everybody_is_with_choosing(cast: Cast) -> None:
    board = filled(cast)
    say(board, cast.ans, (cast.lale, "yes"), (cast.samira, "no"))
    finish_choosing(board=board, chooser=cast.ans, by=None)
    mark_gone(board=board, participant=cast.joop, by=None)
    told = {one.presence.name: (one.answered, one.done) for one in choosers(board)}
    assert told["Ans"] == (2, True)
    assert told["Corrie"] == (0, False)
    assert "Joop" not in told


class TestProposal:
    def test_none_before_one_was_made(self, cast: Cast) -> None:
        assert proposal_of(filled(cast)) is None

    def test_what_was_made_so_is_not_proposed_any_more(self, cast: Cast) -> None:
        board = filled(cast)
        both_yes(board, cast.ans, cast.samira)
        propose_couples(board=board, by=None)
        confirm_couples(board=board, chosen={str(cast.ans.pk)}, by=None)
        found = proposal_of(board)
        assert found is not None
        assert cast.ans not in [one.old for one in found.couples]
        assert [one.title for one in formed_at(board.meeting)] == ["Ans en Samira"]
        confirm_couples(board=board, by=None)
        done = proposal_of(board)
        assert done is not None
        assert (done.couples, done.without, done.stale) == ([], [], False)

    def test_each_meeting_has_its_own(self, cast: Cast) -> None:
        board = filled(cast)
        propose_couples(board=board, by=None)
        other = come(opened(cast, later_mix(cast, NOW.date())), cast.ans, cast.lale)
        assert proposal_of(other) is None
        propose_couples(board=other, by=None)
        assert Draft.objects.get(board=other).number == 1

    def test_what_a_round_begun_means_for_it_is_nothing(self, cast: Cast) -> None:
        board = played(filled(cast))
        propose_couples(board=board, by=None)
        start_next_round(board=board, by=None)
        end_round(board=board, by=None)
        found = proposal_of(board)
        assert found is not None
        assert not found.stale
        assert {one.old for one in found.couples} <= set(Participant.objects.filter(side=Side.OLD))


@pytest.mark.parametrize("name", [*STEPS, "mix_slips", "screen_state", "couples with room"])
def test_as_many_questions_for_forty_people_as_for_eight(cast: Cast, as_user: Log, name: str) -> None:
    """With the rounds planned, choices, a proposal, and part of the couples made."""
    client = as_user(cast.leader)

    def asked(old: int, new: int) -> int:
        extra = guests(cast, old, new)
        Participant.objects.filter(side="old").update(max_new=2)
        board = come(opened(cast), *(extra or cast.people.values()))
        board.all_rounds.all().delete()
        played(board)
        waiting = Participant.objects.filter(status=Status.SIGNED_UP)
        table = next(table for table in rounds_of(board)[0].tables if table.new)
        both_yes(board, table.old[0].participant, table.new[0].participant)
        entries = propose_couples(board=board, by=None).answer["couples"]
        confirm_couples(board=board, chosen={one["old"] for one in entries[: len(entries) // 2]}, by=None)
        assert waiting.count() > 0
        where = address(board, "mix_couples" if name == "couples with room" else name)
        client.get(where)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(where).status_code == 200
        return len(captured)

    few = asked(0, 0)
    assert asked(12, 20) == few
