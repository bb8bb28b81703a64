"""The last place, and the last tick, asked for by two people at once; on a real PostgreSQL."""

from functools import partial

import pytest

from participants.actions import close_meeting, give_place, note_attendance, sign_up, withdraw
from participants.models import Attendance, Participant
from projects.models import Meeting, Project
from tests.conftest import Cast, registered
from tests.postgres.threads import at_once, refusals, successes

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
WOMAN = {"gender": "woman"}


def waiters(cast: Cast, number: int) -> list[Participant]:
    """As many people on the waiting list of the old side, which is full with four."""
    Project.objects.filter(pk=cast.project.pk).update(min_old=1, target_old=4, max_old=4)
    made = [registered(cast.project, f"Wachter{n}", "old", cast.ambassador, WOMAN, {}) for n in range(number)]
    for somebody in made:
        sign_up(participant=somebody, signed_as="x", by=cast.ambassador)
    assert set(Participant.objects.waiting()) == set(made)
    return made


def signed_up(cast: Cast) -> int:
    return cast.project.participants.filter(side="old", status="signed_up").count()


def test_the_last_place_is_given_once(cast: Cast) -> None:
    made = waiters(cast, 6)
    withdraw(participant=cast.joop, reason="Ziek", by=cast.leader)
    answers = at_once([partial(give_place, participant=one, by=cast.leader) for one in made])
    assert (len(successes(answers)), len(refusals(answers))) == (1, 5)
    assert all("geen plek vrij" in error.message for error in refusals(answers))
    assert (signed_up(cast), Participant.objects.waiting().count()) == (4, 5)


def test_one_person_gets_one_place_however_often_it_is_given(cast: Cast) -> None:
    (somebody,) = waiters(cast, 1)
    for one in (cast.joop, cast.ans):
        withdraw(participant=one, reason="Ziek", by=cast.leader)
    answers = at_once([partial(give_place, participant=somebody, by=cast.leader)] * 4)
    assert len(successes(answers)) == 1
    assert all("niet meer op de wachtlijst" in error.message for error in refusals(answers))
    assert signed_up(cast) == 3


def test_who_signs_up_and_who_waits_do_not_both_get_the_last_place(cast: Cast) -> None:
    made = waiters(cast, 3)
    new = [registered(cast.project, f"Nieuw{n}", "old", cast.ambassador, WOMAN, {}) for n in range(3)]
    withdraw(participant=cast.joop, reason="Ziek", by=cast.leader)
    deeds = [partial(give_place, participant=one, by=cast.leader) for one in made]
    deeds += [partial(sign_up, participant=one, signed_as="x", by=cast.ambassador) for one in new]
    refusals(at_once(deeds))
    assert (signed_up(cast), Participant.objects.waiting().count()) == (4, 5)


def test_a_tick_while_the_meeting_is_closed_is_kept_or_refused_and_never_lost(cast: Cast) -> None:
    mix = Meeting.objects.get(project=cast.project, kind="mix")
    Participant.objects.update(signed_up_on="2027-03-01")
    people = list(cast.people.values())
    ticks = [
        partial(note_attendance, meeting=mix, participant=one, present=True, by=cast.ambassador) for one in people
    ]
    answers = at_once([*ticks[:4], partial(close_meeting, meeting=mix, by=cast.leader), *ticks[4:]])
    assert all("afgesloten" in error.message for error in refusals(answers))
    kept = {row.participant_id for row in successes(answers) if isinstance(row, Attendance)}
    noted = dict(mix.attendances.values_list("participant", "present"))
    assert noted == {one.pk: one.pk in kept for one in people}


def test_a_meeting_is_closed_once(cast: Cast) -> None:
    mix = Meeting.objects.get(project=cast.project, kind="mix")
    answers = at_once([partial(close_meeting, meeting=mix, by=cast.leader)] * 4)
    assert (len(successes(answers)), len(refusals(answers))) == (1, 3)
