"""One deed takes a couple apart: for good, quietly, and with somebody to call each of them."""

from typing import Any

import pytest

from matching.actions import (
    confirm_couples,
    end_couple,
    form_couple,
    join_couple,
    lift_apart,
    mark_here,
    plan_the_rounds,
    propose_couples,
    separate_couple,
    set_up_board,
)
from matching.cases import couples_document, hall_document, kept_apart
from matching.models import CheckIn, Couple, NotTogether, Seat
from mixen.errors import DomainError
from participants.actions import keep_from_matching, match_again, report_concern
from participants.models import Concern, Message, Participant, Status
from projects.models import Meeting
from tests.conftest import NOW, Cast, signed_up
from tests.matching.conftest import Form


@pytest.fixture
def concern(cast: Cast) -> Concern:
    return report_concern(
        project=cast.project, words="Ans vraagt om geld.", where="couple", about=[cast.ans], by=cast.ambassador
    )


def separate(cast: Cast, couple: Any, concern: Concern, *kept: Any, **also: Any) -> Couple:
    return separate_couple(couple=couple, concern=concern, keep_from_matching=kept, **{"by": cast.coordinator, **also})


def now(somebody: Any) -> Participant:
    return Participant.objects.get(pk=somebody.pk)


def test_it_ends_and_its_people_are_free(cast: Cast, couple: Any, concern: Concern) -> None:
    ended = separate(cast, couple, concern)
    assert (ended.ended_on, ended.end_reason, ended.end_note) == (NOW.date(), "separated", "")
    assert {now(one).status for one in (cast.ans, cast.samira)} == {Status.SIGNED_UP}
    assert {now(one).not_matched_since for one in (cast.ans, cast.samira)} == {None}


def test_each_side_hears_only_that_it_stops(cast: Cast, couple: Any, concern: Concern) -> None:
    separate(cast, couple, concern)
    rows = Message.objects.filter(kind="couple_stopped")
    assert {row.participant for row in rows} == {cast.ans, cast.samira}
    assert {(row.about, row.number, row.sent_at) for row in rows} == {(f"couple {couple.pk}", couple.pk, None)}


def test_somebody_calls_each_of_them(cast: Cast, form: Form, couple: Any, concern: Concern) -> None:
    separate(cast, couple, concern)
    calls = CheckIn.objects.due_on(NOW.date())
    assert {(call.member.participant, call.kind, call.ambassador) for call in calls} == {
        (cast.ans, "stopped", cast.ambassador),
        (cast.samira, "stopped", cast.ambassador),
    }
    other = form("joop", "tesfay")
    separate(cast, other, concern, caller=cast.coordinator)
    mine = CheckIn.objects.filter(ambassador=cast.coordinator)
    assert {call.member.participant for call in mine} == {cast.joop, cast.tesfay}


def test_what_was_done_is_noted_with_the_concern(cast: Cast, couple: Any, concern: Concern) -> None:
    separate(cast, couple, concern, cast.ans)
    assert [(step.what, step.done_by) for step in concern.steps.all()] == [
        ("Koppel Ans en Samira uit elkaar gehaald.", cast.coordinator),
        ("Ans wordt voorlopig niet gekoppeld.", cast.coordinator),
    ]
    assert now(cast.ans).not_matched_since == NOW.date()
    last = now(cast.ans).history.first()
    assert (last.status, last.history_change_reason) == (Status.SIGNED_UP, "matching.separate_couple")


def test_history_keeps_the_couple_and_who_took_it_apart(cast: Cast, couple: Any, concern: Concern) -> None:
    separate(cast, couple, concern)
    last = couple.history.first()
    assert (last.end_reason, last.history_user) == ("separated", cast.coordinator)


def test_three_people_are_all_kept_apart(cast: Cast, form: Form, concern: Concern) -> None:
    couple = form("joop", "tesfay", "lale")
    separate(cast, couple, concern)
    pairs = {frozenset((row.first, row.second)) for row in NotTogether.objects.all()}
    assert pairs == {
        frozenset(pair) for pair in ((cast.joop, cast.tesfay), (cast.joop, cast.lale), (cast.tesfay, cast.lale))
    }


def test_what_cannot_be_is_refused_and_changes_nothing(cast: Cast, couple: Any, concern: Concern) -> None:
    elsewhere = report_concern(project=cast.foreign, words="Iets.", where="other", by=None)
    with pytest.raises(DomainError, match="ander project"):
        separate(cast, couple, elsewhere)
    with pytest.raises(DomainError, match="uit dit koppel"):
        separate(cast, couple, concern, cast.willem)
    assert Couple.objects.get(pk=couple.pk).is_active
    assert not Message.objects.exists()
    end_couple(couple=couple, reason="no_time", by=cast.leader)
    with pytest.raises(DomainError, match="al gestopt"):
        separate(cast, couple, concern)
    assert not NotTogether.objects.exists()


class TestNeverAgain:
    def test_by_hand_and_by_joining(self, cast: Cast, form: Form, concern: Concern) -> None:
        couple = form("joop", "tesfay")
        separate(cast, couple, concern)
        with pytest.raises(DomainError, match="niet samen"):
            form("joop", "tesfay", again=True)
        other = form("joop", "lale")
        with pytest.raises(DomainError, match="niet samen"):
            join_couple(couple=other, participant=now(cast.tesfay), again=True, by=cast.leader)

    def test_in_rounds_and_proposal(self, cast: Cast, couple: Any, concern: Concern) -> None:
        separate(cast, couple, concern)
        mix = cast.project.meetings.get(kind=Meeting.Kind.MIX)
        board = set_up_board(meeting=mix, tables=1, rounds=2, minutes=5, by=cast.leader)
        for somebody in (cast.ans, cast.samira):
            mark_here(board=board, participant=now(somebody), by=cast.leader)
        people = [now(cast.ans), now(cast.samira)]
        pair = [str(cast.samira.pk), str(cast.ans.pk)]
        assert couples_document(board, people)["vetoes"] == hall_document(board, people)["vetoes"] == [pair]
        plan_the_rounds(board=board, by=cast.leader)
        seats = Seat.objects.filter(round__board=board).values_list("round", "table", "participant")
        tables: dict[Any, set[int]] = {}
        for round_, table, who in seats:
            tables.setdefault((round_, table), set()).add(who)
        assert not any({cast.ans.pk, cast.samira.pk} <= inside for inside in tables.values())
        assert propose_couples(board=board, by=cast.leader).answer["couples"] == []

    def test_in_the_next_project_too(self, cast: Cast, couple: Any, concern: Concern) -> None:
        separate(cast, couple, concern)
        again = [
            Participant.objects.create(
                project=cast.foreign, person=one.person, side=one.side, status="signed_up", signed_up_on=NOW.date()
            )
            for one in (cast.ans, cast.samira)
        ]
        assert kept_apart(again) == ([], [[str(again[1].pk), str(again[0].pk)]])
        with pytest.raises(DomainError, match="niet samen"):
            form_couple(project=cast.foreign, old=again[0], new=again[1:], by=cast.coordinator)

    def test_only_the_coordinator_lifts_it(self, cast: Cast, couple: Any, concern: Concern) -> None:
        separate(cast, couple, concern)
        row = NotTogether.objects.get()
        for by in (cast.ambassador, cast.leader, None):
            with pytest.raises(DomainError, match="Overleg eerst met de coördinator"):
                lift_apart(row=row, by=by)
        lift_apart(row=row, by=cast.coordinator)
        assert not NotTogether.objects.exists()


class TestKeptFromMatching:
    @pytest.fixture
    def kept(self, cast: Cast, concern: Concern) -> Any:
        """Ans is not to be matched."""
        keep_from_matching(concern=concern, participant=cast.ans, by=cast.coordinator)
        return now(cast.ans)

    def test_neither_by_hand_nor_by_joining(self, cast: Cast, form: Form, concern: Concern, kept: Any) -> None:
        with pytest.raises(DomainError) as refused:
            form("ans", "samira")
        assert refused.value.message == "Overleg eerst met de coördinator."
        keep_from_matching(concern=concern, participant=cast.lale, by=cast.coordinator)
        couple = form("joop", "tesfay")
        with pytest.raises(DomainError, match=r"^Overleg eerst met de coördinator\.$"):
            join_couple(couple=couple, participant=now(cast.lale), by=cast.leader)

    def test_neither_in_rounds_nor_in_a_proposal(self, cast: Cast, kept: Any) -> None:
        mix = cast.project.meetings.get(kind=Meeting.Kind.MIX)
        board = set_up_board(meeting=mix, tables=2, rounds=2, minutes=5, by=cast.leader)
        assert kept not in [row.participant for row in board.presences.all()]
        for name in ("ans", "corrie", "samira"):
            mark_here(board=board, participant=now(cast.people[name]), by=cast.leader)
        assert set(board.presences.to_be_matched().values_list("participant", flat=True)) == {
            cast.corrie.pk,
            cast.samira.pk,
        }
        plan_the_rounds(board=board, by=cast.leader)
        assert cast.ans.pk not in Seat.objects.filter(round__board=board).values_list("participant", flat=True)
        propose_couples(board=board, by=cast.leader)
        confirmed = confirm_couples(board=board, by=cast.leader)
        assert [couple.title for couple in confirmed.made] == ["Corrie en Samira"]

    def test_who_is_kept_after_the_proposal_is_not_coupled_by_it(self, cast: Cast, concern: Concern) -> None:
        mix = cast.project.meetings.get(kind=Meeting.Kind.MIX)
        board = set_up_board(meeting=mix, tables=2, rounds=2, minutes=5, by=cast.leader)
        for name in ("ans", "samira"):
            mark_here(board=board, participant=cast.people[name], by=cast.leader)
        propose_couples(board=board, by=cast.leader)
        keep_from_matching(concern=concern, participant=cast.ans, by=cast.coordinator)
        confirmed = confirm_couples(board=board, by=cast.leader)
        assert (confirmed.made, confirmed.refused) == ([], ["Overleg eerst met de coördinator."])

    def test_lifted_all_is_as_it_was(self, cast: Cast, form: Form, concern: Concern, kept: Any) -> None:
        match_again(concern=concern, participant=kept, why="Het is opgelost.", by=cast.coordinator)
        assert form("ans", "samira").is_active

    def test_a_couple_that_goes_on_is_not_touched(self, cast: Cast, couple: Any, kept: Any) -> None:
        assert (kept.status, Couple.objects.get(pk=couple.pk).is_active) == (Status.COUPLED, True)
        ended = end_couple(couple=couple, reason="no_time", by=cast.leader)
        assert ended.end_reason == "no_time"
        with pytest.raises(DomainError, match="Overleg eerst"):
            form_couple(project=cast.project, old=now(cast.ans), new=[cast.lale], by=cast.leader)


def test_somebody_of_more_couples_is_kept_once(cast: Cast, form: Form, concern: Concern) -> None:
    """Who is kept already can be taken out of a couple later, without a second note."""
    couple = form("ans", "samira")
    keep_from_matching(concern=concern, participant=cast.ans, by=cast.coordinator)
    separate(cast, couple, concern, now(cast.ans))
    assert [step.what for step in concern.steps.all()] == [
        "Ans wordt voorlopig niet gekoppeld.",
        "Koppel Ans en Samira uit elkaar gehaald.",
    ]
    greet = signed_up(cast.project, "Greet", "old", cast.ambassador, {"gender": "woman"}, {})
    assert form_couple(project=cast.project, old=greet, new=[now(cast.samira)], by=cast.leader).is_active
