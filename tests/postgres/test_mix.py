"""An afternoon with five tablets at once, on a real PostgreSQL: one number each, one couple each, one round."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import uuid4

import pytest

from matching.actions import (
    choose,
    confirm_couples,
    end_couple,
    form_couple,
    join_couple,
    lock_pair,
    mark_gone,
    mark_here,
    pause_round,
    propose_couples,
    set_up_board,
    start_next_round,
    type_slip,
    welcome_walk_in,
)
from matching.models import Board, Choice, Couple, CoupleMember, Draft, Round
from mixen.accounts.models import User
from participants.actions import register, sign_up
from participants.models import Attendance, Participant, Person, Status
from tests.conftest import Cast, signed_up
from tests.matching.hall import both_yes, come, filled, fresh, guests, mix_of, opened, played
from tests.postgres.threads import at_once, refusals, successes

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

ROUNDS = 100
TABLETS = 5


def part_again() -> None:
    for couple in Couple.objects.active():
        end_couple(couple=couple, reason="mistake", by=None)


def confirmed(board: Board, by: User) -> list[Couple]:
    """The couples that confirming made; a refusal of one of them is raised, as the other deeds do."""
    found = confirm_couples(board=board, by=by)
    for reason in found.refused:
        raise _Told(reason)
    return found.made


class _Told(Exception):
    """What confirming said about a couple that could not be made."""


@pytest.fixture
def claims(cast: Cast) -> Callable[[], list[Callable[[], Any]]]:
    """Five ways to give Lale to somebody: three couples by hand, a couple she joins, and the proposal with Ans."""
    hosts = [
        signed_up(cast.project, f"Oma{number}", "old", cast.ambassador, {"gender": "woman"}, {"max_new": 2})
        for number in range(4)
    ]
    board = come(opened(cast), cast.ans, cast.lale)
    propose_couples(board=board, by=cast.leader)
    hands = zip(hosts[:3], [cast.ambassador, cast.colleague, None], strict=True)

    def ways() -> list[Callable[[], Any]]:
        standing = form_couple(project=cast.project, old=hosts[3], new=[cast.oksana], by=cast.leader)
        by_hand = [
            partial(form_couple, project=cast.project, old=host, new=[cast.lale], meeting=board.meeting, by=by)
            for host, by in list(kept)
        ]
        joins = partial(join_couple, couple=standing, participant=cast.lale, by=cast.leader)
        return [*by_hand, joins, partial(confirmed, board=board, by=cast.coordinator)]

    kept = list(hands)
    return ways


def test_one_person_claimed_five_times_at_once_is_in_one_couple(cast: Cast, claims: Any) -> None:
    """A hundred times over; each of the others is told who was first."""
    winners: Counter[int] = Counter()
    for _round in range(ROUNDS):
        ways = claims()
        assert len(ways) == TABLETS
        answers = at_once(ways)
        told = [str(one) for one in answers if isinstance(one, Exception)]
        assert len(told) == TABLETS - 1
        (inside,) = CoupleMember.objects.filter(participant=cast.lale, left_on__isnull=True)
        title = Couple.objects.get(pk=inside.couple_id).title
        for reason in told:
            assert "Lale zit al in een koppel" in reason
            assert title in reason
            assert "14.00 uur" in reason
        assert Couple.objects.active().count() == (1 if inside.slot == 2 else 2)
        winners.update(number for number, one in enumerate(answers) if not isinstance(one, Exception))
        part_again()
    assert len(winners) > 1


def test_two_ambassadors_confirm_the_same_proposal_at_once(cast: Cast) -> None:
    """Each couple once; what one made the other is told about, couple by couple."""
    board = filled(cast)
    for _round in range(5):
        draft = propose_couples(board=board, by=cast.leader)
        many = len(draft.answer["couples"])
        by = (cast.ambassador, cast.colleague)
        answers = successes(at_once([partial(confirm_couples, board=board, seen=draft.number, by=one) for one in by]))
        assert sorted(len(one.made) for one in answers) == [0, many]
        assert sorted(len(one.refused) for one in answers) == [0, many]
        assert Couple.objects.active().count() == many
        assert CoupleMember.objects.filter(left_on__isnull=True).count() == len(cast.people)
        part_again()


def test_confirming_while_somebody_makes_a_couple_by_hand(cast: Cast) -> None:
    """Nobody waits in a ring, and nobody is in two couples."""
    board = filled(cast)
    for _round in range(10):
        propose_couples(board=board, by=cast.leader)
        hands = [("joop", "tesfay"), ("willem", "oksana"), ("corrie", "lale")]
        deeds = [partial(confirm_couples, board=board, by=cast.ambassador)] + [
            partial(form_couple, project=cast.project, old=cast.people[old], new=[cast.people[new]], by=cast.colleague)
            for old, new in hands
        ]
        successes(at_once(deeds))
        inside = list(CoupleMember.objects.filter(left_on__isnull=True).values_list("participant", flat=True))
        assert len(inside) == len(set(inside))
        assert Participant.objects.filter(status=Status.COUPLED).count() == len(inside)
        part_again()


def test_five_tablets_tick_the_same_forty_people_at_once(cast: Cast) -> None:
    """Half of them have a number already, the others get theirs at the door; nobody has two, none is given twice."""
    guests(cast, 8, 8)
    board = opened(cast)
    guests(cast, 8, 8)
    people = list(cast.people.values())
    assert len(people) == 40
    before = fresh(board).changes

    def tablet(by: User, order: list[Participant]) -> list[int]:
        return [mark_here(board=board, participant=one, by=by).number for one in order]

    who = [cast.ambassador, cast.colleague, cast.leader, cast.coordinator, cast.coordinator]
    orders = [people[start * 8 :] + people[: start * 8] for start in range(TABLETS)]
    successes(at_once([partial(tablet, by, order) for by, order in zip(who, orders, strict=True)]))
    rows = board.presences.values_list("participant", "number")
    assert {number for _who, number in rows} == set(range(1, 41))
    assert len({one for one, _number in rows}) == len(rows) == 40
    assert Attendance.objects.filter(meeting=board.meeting, present=True).count() == 40
    assert fresh(board).changes == before + 40 * TABLETS


def test_five_tablets_set_up_the_same_board_at_once(cast: Cast) -> None:
    meeting = mix_of(cast)
    deeds = [partial(set_up_board, meeting=meeting, tables=4, rounds=3, minutes=5, by=cast.leader)] * TABLETS
    successes(at_once(deeds))
    assert sorted(Board.objects.get().presences.values_list("number", flat=True)) == list(range(1, 9))


def test_a_walk_in_sent_five_times_at_once_is_one_person(cast: Cast) -> None:
    board = opened(cast)
    for number in range(5):
        facts = {"name": f"Hiwot {number}", "side": "new", "gender": "woman", "women_only": False, "phone": ""}
        deed = partial(welcome_walk_in, board=board, key=uuid4(), by=cast.ambassador, **facts)
        answers = successes(at_once([deed] * TABLETS))
        assert len({row.pk for row in answers}) == len({row.number for row in answers}) == 1
        assert Person.objects.filter(name=f"Hiwot {number}").count() == 1
        assert answers[0].participant.consents.count() == 1


def test_two_tablets_begin_the_next_round_at_once(cast: Cast) -> None:
    board = played(filled(cast), 0)
    for _round in range(5):
        successes(at_once([partial(start_next_round, board=board, by=one) for one in (cast.ambassador, cast.leader)]))
        assert board.all_rounds.running().count() == 1
        begun = board.all_rounds.begun().values_list("number", flat=True)
        assert list(begun) == list(range(1, len(begun) + 1))
        Round.objects.update(started_at=None, ended_at=None)


def test_beginning_and_pausing_at_once_leaves_one_clock(cast: Cast) -> None:
    board = played(filled(cast))
    for _round in range(5):
        answers = at_once(
            [partial(start_next_round, board=board, by=None), partial(pause_round, board=board, by=None)]
        )
        refusals(answers)
        assert board.all_rounds.running().count() == 1
        Round.objects.exclude(number=1).update(started_at=None, ended_at=None)
        Round.objects.filter(number=1).update(ended_at=None, paused_at=None)


def test_five_tablets_fill_in_one_sheet_at_once(cast: Cast) -> None:
    """One answer about each other, whichever was last; and every tap counts as a change."""
    board = filled(cast)
    before = fresh(board).changes
    taps = [
        partial(choose, board=board, chooser=cast.ans, chosen=cast.lale, answer=answer, by=None)
        for answer in ("yes", "no", "maybe", "yes", "no")
    ]
    successes(at_once(taps))
    assert Choice.objects.filter(chooser=cast.ans, chosen=cast.lale).count() == 1
    assert fresh(board).changes == before + TABLETS


def test_a_slip_typed_by_two_people_at_once_counts_once(cast: Cast) -> None:
    board = filled(cast)
    number = board.presences.get(participant=cast.lale).number
    deeds = [
        partial(type_slip, board=board, chooser=cast.ans, answers={number: "yes"}, certain=False, by=by)
        for by in (cast.ambassador, cast.colleague)
    ]
    assert sorted(slip.turn for slip in successes(at_once(deeds))) == [1, 2]
    assert Choice.objects.get().answer == "yes"


def test_five_tablets_change_the_proposal_at_once(cast: Cast) -> None:
    """Each change builds on the one before: no lock is lost, no version has the number of another."""
    board = filled(cast)
    both_yes(board, cast.ans, cast.samira)
    propose_couples(board=board, by=cast.leader)
    pairs = [("samira", "ans"), ("tesfay", "willem"), ("lale", "joop"), ("oksana", "corrie")]
    locks = [partial(lock_pair, board=board, new=cast.people[n], old=cast.people[o], by=None) for n, o in pairs]
    successes(at_once(locks))
    last = board.drafts.standing()[0]
    assert sorted(last.locks) == sorted([str(cast.people[n].pk), str(cast.people[o].pk)] for n, o in pairs)
    assert sorted(Draft.objects.values_list("number", flat=True)) == [1, 2, 3, 4, 5]


def test_going_home_and_being_confirmed_at_once(cast: Cast) -> None:
    """Whichever comes first: nobody waits for ever, and what is told agrees with what is."""
    board = filled(cast)
    for _round in range(5):
        propose_couples(board=board, by=cast.leader)
        both = [
            partial(confirm_couples, board=board, by=None),
            partial(mark_gone, board=board, participant=cast.lale, by=None),
        ]
        successes(at_once(both))
        assert CoupleMember.objects.filter(participant=cast.lale, left_on__isnull=True).count() <= 1
        part_again()
        mark_here(board=board, participant=cast.lale, by=None)


def test_signing_up_at_the_door_while_the_proposal_is_confirmed(cast: Cast) -> None:
    """A deed on one person and one on all of them do not hold each other up."""
    board = filled(cast)
    for number in range(5):
        propose_couples(board=board, by=cast.leader)
        person = {"name": f"Gast {number}", "gender": "woman"}
        new = register(project=cast.project, side="new", person=person, by=None)
        successes(
            at_once(
                [
                    partial(confirm_couples, board=board, by=cast.ambassador),
                    partial(sign_up, participant=new, signed_as="Gast", by=cast.colleague),
                    partial(mark_here, board=board, participant=new, by=cast.leader),
                ]
            )
        )
        assert Participant.objects.get(pk=new.pk).status == Status.SIGNED_UP
        part_again()
