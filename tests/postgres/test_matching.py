"""Several ambassadors at once, on a real PostgreSQL: one person ends up in one couple, one call is made once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
import time_machine
from django.core.mail import EmailMessage
from django.db import connection

from matching.actions import couples as forming
from matching.actions import end_couple, form_couple, join_couple, make_due_check_ins
from matching.models import CallList, CheckIn, Couple, CoupleMember
from matching.tasks import send_due_call_lists
from mixen.errors import DomainError
from participants.actions import become_coupled, sign_up, withdraw
from participants.models import Participant, Status
from tests.conftest import Cast, registered, signed_up
from tests.postgres.threads import at_once, refusals, successes

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

ROUNDS = 50
CLAIMS = 5
ONCE = next(one for one in CoupleMember._meta.constraints if one.name == "matching_member_in_one_active_couple")


@pytest.fixture
def wanted(cast: Cast) -> Callable[[], list[Callable[[], Couple]]]:
    """Five old women who each claim Lale, three of them as 'Lale with me', in a new round each time they are asked."""
    hosts = [
        signed_up(cast.project, f"Oma{number}", "old", cast.ambassador, {"gender": "woman"}, {})
        for number in range(CLAIMS)
    ]

    def claims() -> list[Callable[[], Couple]]:
        lale = Participant.objects.get(pk=cast.lale.pk)
        return [
            partial(form_couple, project=cast.project, old=host, new=[lale], by=by)
            for host, by in zip(
                hosts, [cast.ambassador, cast.colleague, cast.leader, None, cast.coordinator], strict=True
            )
        ]

    return claims


def part_again(cast: Cast) -> None:
    for couple in Couple.objects.active():
        end_couple(couple=couple, reason="mistake", by=cast.coordinator)


@pytest.mark.faults
def test_one_person_claimed_five_times_at_once_is_in_one_couple(cast: Cast, wanted: Any, noted: Any) -> None:
    for _round in range(ROUNDS):
        answers = at_once(wanted())
        (couple,) = successes(answers)
        told = refusals(answers)
        assert len(told) == CLAIMS - 1
        assert list(Couple.objects.active()) == [couple]
        title = Couple.objects.get(pk=couple.pk).title
        for error in told:
            assert "Lale zit al in een koppel" in error.message
            assert title in error.message
            assert "14.00 uur" in error.message
        assert Participant.objects.filter(status=Status.COUPLED).count() == 2
        part_again(cast)
    noted("one person claimed by five at once", sent=ROUNDS * CLAIMS)


@contextmanager
def without_locks_and_constraint() -> Iterator[None]:
    """The database without the unique key, and the look at who is taken without its answer."""
    with connection.schema_editor() as editor:
        editor.remove_constraint(CoupleMember, ONCE)
    try:
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(forming, "_locked", lambda project, people: list(people))
            patched.setattr(forming, "become_coupled", lambda participant, by: participant)
            yield
    finally:
        CoupleMember.objects.all().delete()
        Couple.objects.all().delete()
        with connection.schema_editor() as editor:
            editor.add_constraint(CoupleMember, ONCE)


@pytest.mark.faults
def test_without_lock_and_constraint_there_would_be_more(cast: Cast, wanted: Any, noted: Any) -> None:
    """The control: the same five claims do collide, so it is the lock and the key that keep them apart."""
    with without_locks_and_constraint():
        at_once(wanted())
        places = CoupleMember.objects.filter(participant=cast.lale, left_on__isnull=True).count()
    noted("control: no lock, no unique place", sent=CLAIMS, doubled=places - 1, control=True)
    assert not CoupleMember.objects.exists()


def test_the_constraint_alone_holds_when_nobody_locks(
    cast: Cast, wanted: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forming, "_locked", lambda project, people: list(people))
    monkeypatch.setattr(forming, "become_coupled", lambda participant, by: participant)
    at_once(wanted())
    assert CoupleMember.objects.filter(participant=cast.lale, left_on__isnull=True).count() == 1
    assert Couple.objects.count() == 1


def test_two_couples_that_want_each_others_people_do_not_wait_in_a_ring(cast: Cast) -> None:
    """Joop with Tesfay and Lale, against Corrie with Lale, and Ans with Tesfay: named in every order."""
    for _round in range(10):
        claims = [
            partial(
                form_couple, project=cast.project, old=cast.joop, new=[cast.tesfay, cast.lale], by=cast.ambassador
            ),
            partial(form_couple, project=cast.project, old=cast.joop, new=[cast.lale, cast.tesfay], by=cast.colleague),
            partial(form_couple, project=cast.project, old=cast.corrie, new=[cast.oksana, cast.lale], by=cast.leader),
            partial(form_couple, project=cast.project, old=cast.ans, new=[cast.tesfay], by=cast.coordinator),
        ]
        assert successes(at_once(claims))
        inside = list(CoupleMember.objects.filter(left_on__isnull=True).values_list("participant", flat=True))
        assert len(inside) == len(set(inside))
        part_again(cast)


def test_one_newcomer_joins_one_of_two_couples(cast: Cast) -> None:
    for _round in range(10):
        joop = form_couple(project=cast.project, old=cast.joop, new=[cast.tesfay], by=cast.leader)
        corrie = form_couple(project=cast.project, old=cast.corrie, new=[cast.oksana], by=cast.leader)
        joins = [partial(join_couple, couple=one, participant=cast.lale, by=cast.leader) for one in (joop, corrie)]
        answers = at_once(joins)
        assert (len(successes(answers)), len(refusals(answers))) == (1, 1)
        part_again(cast)


def test_two_who_join_one_couple_at_once_do_not_pass_what_was_agreed(cast: Cast) -> None:
    for _round in range(10):
        joop = form_couple(project=cast.project, old=cast.joop, new=[cast.tesfay], by=cast.leader)
        joins = [
            partial(join_couple, couple=joop, participant=one, by=cast.leader) for one in (cast.lale, cast.oksana)
        ]
        answers = at_once(joins)
        assert (len(successes(answers)), len(refusals(answers))) == (1, 1)
        assert joop.members.filter(left_on__isnull=True).count() == 3
        part_again(cast)


def test_a_couple_ended_twice_at_once_ends_once(cast: Cast) -> None:
    for _round in range(10):
        couple = form_couple(project=cast.project, old=cast.ans, new=[cast.lale], again=True, by=cast.leader)
        ends = [partial(end_couple, couple=couple, reason=reason, by=cast.leader) for reason in ("moved", "no_time")]
        answers = at_once(ends)
        assert (len(successes(answers)), len(refusals(answers))) == (1, 1)
        assert couple.history.filter(end_reason__in=["moved", "no_time"]).count() == 1


def test_who_is_coupled_and_withdrawn_at_once_is_one_of_both(cast: Cast) -> None:
    """The two forms were opened at the same time; the second to be sent sees what the first did."""
    for number in range(10):
        new = signed_up(cast.project, f"Gast{number}", "new", cast.ambassador, {"gender": "woman"}, {})
        at_once(
            [
                partial(form_couple, project=cast.project, old=cast.ans, new=[new], by=cast.ambassador),
                partial(withdraw, participant=new, reason="ziek", by=cast.colleague),
            ]
        )
        coupled = CoupleMember.objects.filter(participant=new, left_on__isnull=True).exists()
        assert Participant.objects.get(pk=new.pk).status == (Status.COUPLED if coupled else Status.STOPPED)
        part_again(cast)


def test_signed_up_twice_at_once_is_one_consent(cast: Cast) -> None:
    for number in range(10):
        new = registered(cast.project, f"Gast{number}", "new", cast.ambassador, {"gender": "woman"}, {})
        pages = [Participant.objects.get(pk=new.pk) for _page in range(3)]
        answers = at_once([partial(sign_up, participant=page, signed_as="Zelf", by=cast.leader) for page in pages])
        assert (len(successes(answers)), len(refusals(answers))) == (1, 2)
        assert new.consents.count() == 1


def test_ending_and_forming_again_with_the_same_people_do_not_wait_in_a_ring(cast: Cast) -> None:
    """One ends the couple while another claims its people: done or refused, never a broken page.

    The newcomer registered before the old one, so number order and place in the couple differ.
    """
    host = signed_up(cast.project, "Toos", "old", cast.ambassador, {"gender": "woman"}, {"max_new": 3})
    new = [cast.oksana, cast.lale, cast.samira]
    for _round in range(15):
        couple = form_couple(project=cast.project, old=host, new=new, by=cast.leader)
        again = partial(form_couple, project=cast.project, old=host, new=new, by=cast.colleague)
        refusals(at_once([partial(end_couple, couple=couple, reason="mistake", by=cast.leader), again, again]))
        part_again(cast)


@pytest.fixture
def three_couples(cast: Cast) -> Cast:
    for old, new, by in (("ans", "samira", cast.ambassador), ("corrie", "lale", cast.colleague)):
        form_couple(
            project=cast.project, old=cast.people[old], new=[cast.people[new]], ambassador=by, by=cast.coordinator
        )
    form_couple(project=cast.project, old=cast.willem, new=[cast.tesfay], ambassador=cast.leader, by=cast.coordinator)
    return cast


def test_calls_made_by_several_workers_at_once_are_made_once(
    three_couples: Cast, clock: time_machine.Traveller
) -> None:
    clock.shift(timedelta(days=50))
    answers = at_once([partial(make_due_check_ins, by=None) for _worker in range(4)])
    assert sorted(len(made) for made in successes(answers)) == [0, 0, 0, 12]
    assert CheckIn.objects.count() == 12
    assert CheckIn.history.count() == 12
    assert CallList.objects.count() == 3


def test_call_lists_sent_by_several_workers_at_once_go_out_once(
    three_couples: Cast, clock: time_machine.Traveller, mailoutbox: list[EmailMessage]
) -> None:
    for days in (14, 36):
        clock.shift(timedelta(days=days))
        make_due_check_ins(by=None)
    answers = at_once([send_due_call_lists for _worker in range(4)])
    assert sum(successes(answers)) == 6
    assert sorted(message.to[0].partition("@")[0] for message in mailoutbox) == [
        *["ambassador"] * 2,
        *["colleague"] * 2,
        *["leader"] * 2,
    ]


def test_a_refusal_leaves_nothing_half_done(cast: Cast) -> None:
    """Somebody becomes coupled in the transaction of the couple: without the couple neither."""
    become_coupled(participant=cast.tesfay, by=None)
    with pytest.raises(DomainError):
        form_couple(project=cast.project, old=cast.joop, new=[cast.lale, cast.tesfay], by=cast.leader)
    assert Participant.objects.get(pk=cast.lale.pk).status == Status.SIGNED_UP
    assert not Couple.objects.exists()
    assert not Couple.history.exists()
