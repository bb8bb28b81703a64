"""The proposal: made, changed by hand, undone, and made so."""

import re
from typing import Any

import pytest

from matching.actions import (
    choose_again,
    form_couple,
    keep_apart,
    lock_pair,
    loosen_pair,
    mark_away,
    mark_gone,
    mark_here,
    propose_couples,
    set_weights,
    undo_draft,
    veto_pair,
)
from matching.models import Board, Draft
from matching.proposing import is_stale, what_if
from mixen.errors import DomainError
from participants.actions import change_person
from participants.models import Interest, Language
from tests.conftest import Cast, registered
from tests.matching.hall import both_yes, come, filled, named, say, without


@pytest.fixture
def board(cast: Cast) -> Board:
    """Everybody of the cast is in the hall."""
    return filled(cast)


def proposed(board: Board, **also: Any) -> Draft:
    return propose_couples(board=board, by=also.pop("by", None), **also)


def everything_said(draft: Draft) -> str:
    left = [one["reason"] for side in draft.answer["left_out"].values() for one in side]
    return " ".join([*(one["explanation"] for one in draft.answer["couples"]), *left])


class TestProposed:
    def test_everybody_gets_a_couple(self, cast: Cast, board: Board) -> None:
        """Samira goes with women only, and shares a morning with Ans; Tesfay shares an afternoon with Willem."""
        draft = proposed(board, by=cast.ambassador)
        couples = named(cast, draft)
        assert (couples["Ans"], couples["Willem"]) == (["Samira"], ["Tesfay"])
        assert sorted(name for names in couples.values() for name in names) == ["Lale", "Oksana", "Samira", "Tesfay"]
        assert without(cast, draft) == {}
        assert (draft.number, draft.made_by, draft.locks, draft.vetoes) == (1, cast.ambassador, [], [])

    def test_only_who_is_here_and_signed_up_without_a_couple(self, cast: Cast) -> None:
        looking = registered(cast.project, "Kijkster", "new", cast.ambassador, {"gender": "woman"}, {})
        board = come(filled(cast, "ans", "corrie", "joop", "lale", "oksana", "samira"), looking)
        mark_gone(board=board, participant=cast.corrie, by=None)
        mark_away(board=board, participant=cast.oksana, by=None)
        form_couple(project=cast.project, old=cast.joop, new=[cast.lale], by=cast.ambassador)
        assert named(cast, proposed(board)) == {"Ans": ["Samira"]}

    def test_who_chose_each_other_comes_first(self, cast: Cast, board: Board) -> None:
        both_yes(board, cast.willem, cast.oksana)
        draft = proposed(board)
        assert named(cast, draft)["Willem"] == ["Oksana"]
        (entry,) = [one for one in draft.answer["couples"] if one["old"] == str(cast.willem.pk)]
        assert (entry["why"], "kozen elkaar" in entry["explanation"]) == ("chosen", True)

    def test_nobody_is_with_who_they_said_no_to(self, cast: Cast, board: Board) -> None:
        say(board, cast.willem, (cast.tesfay, "no"))
        say(board, cast.samira, (cast.ans, "no"))
        couples = named(cast, proposed(board))
        assert (couples["Corrie"], "Tesfay" in couples["Willem"]) == (["Samira"], False)

    def test_who_is_kept_apart_is_not_put_together(self, cast: Cast, board: Board) -> None:
        keep_apart(first=cast.samira, second=cast.ans, by=None)
        assert named(cast, proposed(board))["Corrie"] == ["Samira"]

    def test_who_waits_hears_why_and_no_wish_is_told(self, cast: Cast) -> None:
        """Only Samira's own wish leaves her out: what is said to all is not that."""
        draft = proposed(filled(cast, "willem", "joop", "samira", "tesfay"))
        left = without(cast, draft)
        assert len(left) == 2
        assert left["Samira"]["internal"] != left["Samira"]["reason"]
        assert "vrouwen" in left["Samira"]["internal"]
        for word in ("vrouw", "nee", "wil "):
            assert word not in everything_said(draft).lower()

    def test_what_they_share_is_named(self, cast: Cast, board: Board) -> None:
        cook, arabic = Interest.objects.earliest("name"), Language.objects.earliest("name")
        for one in (cast.ans, cast.samira):
            person: dict[str, Any] = {"languages": [arabic], "postcode": "1069 AB"}
            change_person(participant=one, person=person, part={"interests": [cook]}, by=None)
        (said,) = [one["explanation"] for one in proposed(board).answer["couples"] if one["old"] == str(cast.ans.pk)]
        assert all(words in said for words in ("zaterdagochtend", cook.name.lower(), arabic.name, "in de buurt"))

    @pytest.mark.parametrize(
        ("here", "waiting", "counts"),
        [
            (["ans", "samira", "lale"], 1, {"2", "1"}),
            (["ans", "samira", "lale", "oksana"], 2, {"3", "1"}),
            (["ans", "corrie", "lale"], 1, {"2", "1"}),
            (["ans", "corrie", "joop", "lale"], 2, {"3", "1"}),
        ],
    )
    def test_too_few_of_a_side_are_counted(self, cast: Cast, here: list[str], waiting: int, counts: set[str]) -> None:
        """So many for so few: it concerns everybody, so everybody may hear it."""
        left = without(cast, proposed(filled(cast, *here)))
        assert len(left) == waiting
        for entry in left.values():
            assert set(re.findall(r"\d", entry["reason"])) == counts


class TestByHand:
    def test_locked_they_stay_together_and_the_rest_as_it_was(self, cast: Cast, board: Board) -> None:
        before = named(cast, proposed(board))
        draft = lock_pair(board=board, new=cast.samira, old=cast.corrie, by=cast.ambassador)
        couples = named(cast, draft)
        assert "Samira" in couples["Corrie"]
        assert couples["Willem"] == before["Willem"]
        assert (draft.locks, draft.number, draft.what) == (
            [[str(cast.samira.pk), str(cast.corrie.pk)]],
            2,
            "Corrie en Samira vastgezet.",
        )
        assert named(cast, proposed(board)) == couples

    def test_locked_to_another_the_first_lock_goes(self, cast: Cast, board: Board) -> None:
        proposed(board)
        lock_pair(board=board, new=cast.lale, old=cast.joop, by=None)
        draft = lock_pair(board=board, new=cast.lale, old=cast.willem, by=None)
        assert draft.locks == [[str(cast.lale.pk), str(cast.willem.pk)]]
        assert "Lale" in named(cast, draft)["Willem"]

    def test_vetoed_they_are_not_together_until_let_go(self, cast: Cast, board: Board) -> None:
        before = named(cast, proposed(board))
        draft = veto_pair(board=board, new=cast.samira, old=cast.ans, by=None)
        assert "Samira" in named(cast, draft)["Corrie"]
        assert draft.vetoes == [[str(cast.samira.pk), str(cast.ans.pk)]]
        assert "Samira" not in named(cast, proposed(board)).get("Ans", [])
        draft = loosen_pair(board=board, new=cast.samira, old=cast.ans, by=None)
        assert (draft.locks, draft.vetoes) == ([], [])
        assert named(cast, proposed(board)) == before

    def test_a_veto_takes_the_place_of_a_lock_and_back(self, cast: Cast, board: Board) -> None:
        proposed(board)
        pair = {"new": cast.samira, "old": cast.ans, "by": None}
        lock_pair(board=board, **pair)
        draft = veto_pair(board=board, **pair)
        assert (draft.locks, len(draft.vetoes)) == ([], 1)
        draft = lock_pair(board=board, **pair)
        assert (len(draft.locks), draft.vetoes) == (1, [])

    def test_said_twice_it_stands_once(self, cast: Cast, board: Board) -> None:
        proposed(board)
        keep_apart(first=cast.samira, second=cast.ans, by=None)
        for _time in range(2):
            assert len(veto_pair(board=board, new=cast.samira, old=cast.ans, by=None).vetoes) == 1
            assert len(lock_pair(board=board, new=cast.lale, old=cast.joop, by=None).locks) == 1

    def test_a_lock_that_cannot_be_is_refused_in_plain_words(self, cast: Cast, board: Board, subtests: Any) -> None:
        """A rule, or what stands already; who said what is not told."""
        say(board, cast.joop, (cast.oksana, "no"))
        before = proposed(board)
        lock_pair(board=board, new=cast.lale, old=cast.ans, by=None)
        for new, old in [("samira", "willem"), ("tesfay", "corrie"), ("oksana", "joop"), ("samira", "ans")]:
            with subtests.test(new=new, old=old):
                with pytest.raises(DomainError, match="kan niet vastgezet worden") as refusal:
                    lock_pair(board=board, new=cast.people[new], old=cast.people[old], by=None)
                assert cast.people[new].person.goes_by in refusal.value.message
                assert "nee" not in refusal.value.message
        assert board.drafts.count() == before.number + 1

    def test_who_is_not_here_is_not_locked(self, cast: Cast, board: Board) -> None:
        """Another tablet noted that Lale went home; this one still shows her."""
        proposed(board)
        mark_gone(board=board, participant=cast.lale, by=None)
        with pytest.raises(DomainError, match="Lale"):
            lock_pair(board=board, new=cast.lale, old=cast.ans, by=None)
        assert board.drafts.count() == 1

    def test_who_goes_home_takes_the_lock_along(self, cast: Cast, board: Board) -> None:
        proposed(board)
        lock_pair(board=board, new=cast.lale, old=cast.ans, by=None)
        mark_gone(board=board, participant=cast.lale, by=None)
        draft = proposed(board)
        assert draft.locks == []
        assert "Lale" not in str(named(cast, draft))

    def test_kept_as_it_was_though_others_would_now_be_better(self, cast: Cast, board: Board) -> None:
        before = named(cast, proposed(board))
        change_person(participant=cast.lale, person={}, part={"dayparts": ["sat-1", "fri-2"]}, by=None)
        change_person(participant=cast.samira, person={}, part={"dayparts": []}, by=None)
        change_person(participant=cast.tesfay, person={}, part={"dayparts": []}, by=None)
        assert named(cast, proposed(board, keep=True)) == before
        assert named(cast, proposed(board)) != before

    @pytest.mark.parametrize("deed", [lock_pair, veto_pair, loosen_pair])
    def test_first_make_a_proposal(self, cast: Cast, board: Board, deed: Any) -> None:
        with pytest.raises(DomainError, match="Maak eerst een voorstel"):
            deed(board=board, new=cast.samira, old=cast.ans, by=None)


class TestUndone:
    def test_each_change_is_undone_exactly(self, cast: Cast, board: Board) -> None:
        steps = [proposed(board)]
        steps.append(lock_pair(board=board, new=cast.samira, old=cast.corrie, by=None))
        steps.append(veto_pair(board=board, new=cast.tesfay, old=cast.willem, by=None))
        steps.append(loosen_pair(board=board, new=cast.samira, old=cast.corrie, by=None))
        for before in reversed(steps[:-1]):
            undo_draft(board=board, by=None)
            now = board.drafts.standing()[0]
            assert (now.locks, now.vetoes, now.answer) == (before.locks, before.vetoes, before.answer)
        with pytest.raises(DomainError, match="niets om terug te draaien"):
            undo_draft(board=board, by=None)

    def test_after_it_a_new_change_builds_on_what_stands(self, cast: Cast, board: Board) -> None:
        proposed(board)
        lock_pair(board=board, new=cast.samira, old=cast.corrie, by=None)
        undo_draft(board=board, by=None)
        draft = lock_pair(board=board, new=cast.lale, old=cast.joop, by=None)
        assert (draft.number, draft.locks) == (3, [[str(cast.lale.pk), str(cast.joop.pk)]])
        undo_draft(board=board, by=None)
        assert board.drafts.standing()[0].number == 1


class TestStale:
    CHANGES = {
        "chose": lambda cast, board: say(board, cast.ans, (cast.lale, "maybe")),
        "gone": lambda cast, board: mark_gone(board=board, participant=cast.ans, by=None),
        "kept apart": lambda cast, board: keep_apart(first=cast.ans, second=cast.lale, by=None),
        "taken": lambda cast, board: form_couple(project=cast.project, old=cast.ans, new=[cast.lale], by=None),
        "weights": lambda cast, board: set_weights(project=cast.project, weights={"language": 1}, by=None),
        "wish": lambda cast, board: change_person(participant=cast.ans, person={}, part={"max_new": 2}, by=None),
    }

    @pytest.mark.parametrize("change", CHANGES)
    def test_when_what_it_was_made_of_changes(self, cast: Cast, board: Board, change: str) -> None:
        draft = proposed(board)
        assert not is_stale(board, draft)
        self.CHANGES[change](cast, board)
        assert is_stale(board, draft)
        assert not is_stale(board, proposed(board, keep=True))

    def test_who_comes_in_makes_it_stale(self, cast: Cast) -> None:
        board = filled(cast, "ans", "joop", "lale", "oksana")
        draft = proposed(board)
        mark_here(board=board, participant=cast.samira, by=None)
        assert is_stale(board, draft)

    def test_decisions_by_hand_do_not(self, cast: Cast, board: Board) -> None:
        proposed(board)
        assert not is_stale(board, lock_pair(board=board, new=cast.samira, old=cast.corrie, by=None))

    def test_choices_thrown_away_and_given_again_are_the_same(self, cast: Cast, board: Board) -> None:
        say(board, cast.ans, (cast.lale, "yes"))
        draft = proposed(board)
        choose_again(board=board, chooser=cast.ans, by=None)
        assert is_stale(board, draft)
        say(board, cast.ans, (cast.lale, "yes"))
        assert not is_stale(board, draft)


class TestWhatIf:
    def test_what_it_would_cost(self, cast: Cast, board: Board) -> None:
        both_yes(board, cast.ans, cast.samira)
        proposed(board)
        answer = what_if(board, cast.lale, cast.ans)
        assert (answer["possible"], answer["level"], answer["levels"]["chosen_couples"]) == (
            True,
            "chosen_couples",
            -1,
        )
        assert str(cast.samira.pk) in {one["id"] for one in answer["loses"]}
        assert board.drafts.count() == 1

    def test_what_stands_already_and_what_cannot_be(self, cast: Cast, board: Board) -> None:
        with pytest.raises(DomainError, match="Maak eerst een voorstel"):
            what_if(board, cast.samira, cast.ans)
        proposed(board)
        assert what_if(board, cast.samira, cast.ans)["level"] is None
        assert what_if(board, cast.samira, cast.willem)["possible"] is False

    def test_who_went_home_is_said_to_be_gone(self, cast: Cast, board: Board) -> None:
        proposed(board)
        mark_gone(board=board, participant=cast.lale, by=None)
        with pytest.raises(DomainError, match="er niet meer"):
            what_if(board, cast.lale, cast.ans)
