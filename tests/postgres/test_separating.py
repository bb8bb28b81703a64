"""Taking a couple apart while others work with it, on a real PostgreSQL."""

from functools import partial

import pytest

from matching.actions import (
    end_couple,
    extend_couple,
    form_couple,
    join_couple,
    lift_apart,
    pause_couple,
    say_going_on,
    separate_couple,
)
from matching.models import CheckIn, Couple, NotTogether, Pause
from mixen.errors import DomainError
from participants.actions import close_concern, keep_from_matching, note_step, report_concern
from participants.models import Message, Participant, Status
from tests.conftest import Cast
from tests.postgres.threads import at_once, refusals, successes

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

ROUNDS = 12


def fresh(somebody: Participant) -> Participant:
    return Participant.objects.get(pk=somebody.pk)


def test_taken_apart_while_extended_ended_paused_and_joined(cast: Cast) -> None:
    """However it falls, the couple is over, its people are free, and each was told once."""
    concern = report_concern(project=cast.project, words="Er is iets.", where="couple", by=None)
    for _round in range(ROUNDS):
        couple = form_couple(project=cast.project, old=fresh(cast.joop), new=[fresh(cast.tesfay)], by=None)
        for member in couple.members.all():
            say_going_on(member=member, wants=True, by=None)
        answers = at_once(
            [
                partial(separate_couple, couple=couple, concern=concern, by=cast.coordinator),
                partial(extend_couple, couple=couple, by=cast.leader),
                partial(join_couple, couple=couple, participant=fresh(cast.lale), by=cast.ambassador),
                partial(pause_couple, couple=couple, since=couple.formed_on, reason="weg", by=cast.ambassador),
                partial(separate_couple, couple=couple, concern=concern, by=cast.coordinator),
            ]
        )
        refused = refusals(answers)
        assert not isinstance(answers[0], DomainError) or not isinstance(answers[4], DomainError)
        # Lale may have joined before the couple went on: then she has not said yet whether she wants to.
        expected = ("al gestopt", "Kies iemand", "Vraag het eerst aan Lale")
        assert all(any(said in error.message for said in expected) for error in refused), refused
        couple.refresh_from_db()
        assert (couple.end_reason, couple.is_active) == ("separated", False)
        assert not Pause.objects.filter(couple=couple, until__isnull=True).exists()
        inside = couple.members.count()
        assert Message.objects.filter(kind="couple_stopped", number=couple.pk).count() == inside
        assert CheckIn.objects.filter(member__couple=couple, kind="stopped").count() == inside
        assert {fresh(one).status for one in (cast.joop, cast.tesfay, cast.lale)} == {Status.SIGNED_UP}
        for row in NotTogether.objects.all():
            lift_apart(row=row, by=cast.coordinator)
        Couple.objects.filter(pk=couple.pk).update(end_reason="mistake")


def test_kept_from_matching_while_somebody_makes_a_couple(cast: Cast) -> None:
    """Either the couple was first, or it is refused; never a couple formed after the hold."""
    for _round in range(ROUNDS):
        concern = report_concern(project=cast.project, words="Er is iets.", where="other", by=None)
        answers = at_once(
            [
                partial(
                    form_couple, project=cast.project, old=fresh(cast.joop), new=[fresh(cast.tesfay)], by=cast.leader
                ),
                partial(keep_from_matching, concern=concern, participant=cast.joop, by=cast.coordinator),
            ]
        )
        refused = refusals(answers)
        assert fresh(cast.joop).not_matched_since is not None
        if refused:
            assert [error.message for error in refused] == ["Overleg eerst met de coördinator."]
            assert not Couple.objects.active().exists()
        for couple in Couple.objects.active():
            end_couple(couple=couple, reason="mistake", by=cast.coordinator)
        Participant.objects.filter(pk=cast.joop.pk).update(not_matched_since=None)


def test_a_concern_is_closed_once(cast: Cast) -> None:
    concern = report_concern(project=cast.project, words="Er is iets.", where="other", by=None)
    note_step(concern=concern, what="Gebeld.", by=cast.coordinator)
    answers = at_once([partial(close_concern, concern=concern, by=cast.coordinator)] * 4)
    assert len(successes(answers)) == 1


def test_a_step_that_is_sent_four_times_at_once_is_one(cast: Cast) -> None:
    concern = report_concern(project=cast.project, words="Er is iets.", where="other", by=None)
    answers = at_once([partial(note_step, concern=concern, what="Gebeld.", by=cast.coordinator)] * 4)
    assert len(set(successes(answers))) == concern.steps.count() == 1
