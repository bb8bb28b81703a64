"""Which status may follow which: every pair is tried."""

from datetime import date
from itertools import product

import pytest
from django.utils import timezone

from mixen.errors import DomainError
from participants import actions
from participants.actions.status import move
from participants.models import Participant, Status

FOLLOWS = {
    ("interested", "signed_up"),
    ("interested", "stopped"),
    ("interested", "waiting"),
    ("waiting", "signed_up"),
    ("waiting", "stopped"),
    ("stopped", "waiting"),
    ("signed_up", "coupled"),
    ("signed_up", "completed"),
    ("signed_up", "stopped"),
    ("coupled", "signed_up"),
    ("coupled", "completed"),
    ("coupled", "stopped"),
    ("stopped", "interested"),
    ("stopped", "signed_up"),
    ("stopped", "completed"),
}


def put(participant, status):
    since = timezone.now()
    rows = Participant.objects.filter(pk=participant.pk)
    rows.update(status=status, signed_up_on=date(2027, 3, 1), waiting_since=since)
    return Participant.objects.get(pk=participant.pk)


@pytest.mark.parametrize(("now", "wish"), list(product(Status.values, repeat=2)))
def test_a_status_follows_another_as_the_table_says_and_no_other(cast, now, wish):
    somebody = put(cast.ans, now)
    if (now, wish) in FOLLOWS:
        move(somebody, Status(wish))
    else:
        with pytest.raises(DomainError) as refusal:
            move(somebody, Status(wish))
        for word in ("Ans", str(Status(now).label), str(Status(wish).label)):
            assert word in refusal.value.message
    expected = wish if (now, wish) in FOLLOWS else now
    assert Participant.objects.get(pk=somebody.pk).status == expected
    assert somebody.status == expected


def test_the_row_in_the_database_decides_and_not_a_stale_copy(cast):
    stale = Participant.objects.get(pk=cast.ans.pk)
    actions.become_coupled(participant=cast.ans, by=None)
    with pytest.raises(DomainError):
        actions.become_coupled(participant=stale, by=None)


def test_who_completed_already_keeps_that(cast):
    completed = put(cast.ans, "completed")
    assert actions.become_completed(participant=completed, by=None) == completed


def test_the_reason_of_stopping_stays_on_record(cast):
    actions.become_stopped(participant=cast.ans, reason="Verhuisd", by=cast.coordinator)
    row = Participant.objects.get(pk=cast.ans.pk)
    assert (row.status, row.stop_reason) == ("stopped", "Verhuisd")
    assert row.history.first().stop_reason == "Verhuisd"
