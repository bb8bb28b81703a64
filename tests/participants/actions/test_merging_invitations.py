"""Two people who become one keep one invitation, and what either brings or does at a meeting."""

from datetime import timedelta
from typing import Any

from participants import actions
from participants.models import Participant
from projects.models import Meeting
from tests.conftest import Cast, signed_up


def test_one_invitation_stays_with_the_last_answer(cast: Cast, closing: Meeting, clock: Any) -> None:
    one, other = (signed_up(cast.project, name, "new", None, {"gender": "woman"}, {}) for name in ("Noor", "Nour"))
    rows = {row.participant: row for row in actions.invite(meeting=closing, people=[one, other], by=None)}
    actions.answer_invitation(invitation=rows[one], coming=True, by=None)
    clock.shift(timedelta(hours=1))
    actions.answer_invitation(invitation=rows[other], coming=False, by=None)
    actions.add_dish(meeting=closing, what="Soep", participant=other, by=None)
    for who in (one, other):
        actions.name_host(meeting=closing, participant=who, by=None)
    actions.merge_people(keep=one.person, other=other.person, values={}, by=cast.coordinator)
    (stays,) = Participant.objects.filter(pk__in=[one.pk, other.pk])
    assert stays.invitations.get().answer == "not_coming"
    assert (stays.dishes.count(), stays.hosting.count()) == (1, 1)
