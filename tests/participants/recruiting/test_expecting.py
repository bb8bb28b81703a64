"""How many people to invite for a number of places: the sums alone, without a database."""

from datetime import date, timedelta
from fractions import Fraction
from types import SimpleNamespace

import pytest

from participants.recruiting.expecting import (
    ENOUGH_PEOPLE,
    RULE_OF_THUMB,
    Turnout,
    is_expected,
    likely_to_come,
    percent,
    said_before,
    to_invite,
)

DAY = date(2027, 3, 12)
BEFORE, ON = DAY - timedelta(days=1), DAY


@pytest.mark.parametrize(
    ("places", "share", "invited"),
    [
        (10, Fraction(5, 7), 14),
        (10, Fraction(7, 10), 15),
        (10, Fraction(1), 10),
        (10, Fraction(1, 3), 30),
        (1, Fraction(99, 100), 2),
        (21, Fraction(7, 10), 30),
        (20, Fraction(9, 10), 23),
        (0, Fraction(7, 10), 0),
        (0, Fraction(0), 0),
        (10, Fraction(0), None),
    ],
)
def test_who_is_invited_fills_the_places_and_no_fewer_do(places, share, invited):
    assert to_invite(places, share) == invited


@pytest.mark.parametrize("places", range(1, 30))
@pytest.mark.parametrize("share", [Fraction(part, 20) for part in range(1, 21)])
def test_the_number_is_the_smallest_that_is_enough(places, share):
    invited = to_invite(places, share)
    assert invited * share >= places > (invited - 1) * share
    assert likely_to_come(invited, share) >= places
    assert likely_to_come(invited - 1, share) < places


@pytest.mark.parametrize(
    ("people", "share", "come"),
    [(20, Fraction(7, 10), 14), (19, Fraction(7, 10), 13), (5, Fraction(0), 0), (5, Fraction(1), 5)],
)
def test_rather_one_too_few_is_counted_on_than_one_too_many(people, share, come):
    assert likely_to_come(people, share) == come


@pytest.mark.parametrize(
    ("expected", "came", "measured", "share"),
    [
        (0, 0, False, RULE_OF_THUMB),
        (ENOUGH_PEOPLE - 1, 0, False, RULE_OF_THUMB),
        (ENOUGH_PEOPLE - 1, ENOUGH_PEOPLE - 1, False, RULE_OF_THUMB),
        (ENOUGH_PEOPLE, 0, True, Fraction(0)),
        (ENOUGH_PEOPLE, ENOUGH_PEOPLE, True, Fraction(1)),
        (28, 20, True, Fraction(5, 7)),
    ],
)
def test_the_measured_share_counts_from_twenty_people_on(expected, came, measured, share):
    turnout = Turnout(expected, came)
    assert (turnout.is_measured, turnout.share) == (measured, share)


def test_turnouts_add_up():
    assert Turnout(3, 2) + Turnout(18, 12) == Turnout(21, 14)


@pytest.mark.parametrize(("share", "shown"), [(Fraction(5, 7), 71), (Fraction(1, 8), 13), (Fraction(0), 0), (1, 100)])
def test_a_share_is_shown_in_whole_per_cents(share, shown):
    assert percent(Fraction(share)) == shown


def somebody(status="signed_up", registered_on=BEFORE, signed_up_on=BEFORE):
    return SimpleNamespace(status=status, registered_on=registered_on, signed_up_on=signed_up_on)


@pytest.mark.parametrize(
    ("kind", "who", "before"),
    [
        ("information", somebody("interested", signed_up_on=None), True),
        ("information", somebody("interested", registered_on=ON, signed_up_on=None), False),
        ("mix", somebody(), True),
        ("mix", somebody(signed_up_on=ON), False),
        ("mix", somebody("interested", signed_up_on=None), False),
        ("closing", somebody(), True),
    ],
)
def test_interest_is_enough_for_an_information_meeting_and_signing_up_is_needed_for_the_rest(kind, who, before):
    assert said_before(kind, DAY, who) is before


@pytest.mark.parametrize(
    ("kind", "status", "expected"),
    [
        ("information", "interested", True),
        ("information", "signed_up", True),
        ("information", "waiting", False),
        ("information", "stopped", False),
        ("mix", "signed_up", True),
        ("mix", "coupled", False),
        ("mix", "completed", False),
        ("mix", "waiting", False),
        ("mix", "stopped", False),
        ("mix", "interested", False),
        ("interim", "coupled", True),
        ("closing", "signed_up", True),
        ("closing", "completed", True),
        ("closing", "stopped", False),
    ],
)
def test_who_is_expected_where(kind, status, expected):
    assert is_expected(kind, DAY, somebody(status)) is expected


def test_one_information_meeting_is_enough():
    assert not is_expected("information", DAY, somebody("interested"), came_before=True)
    assert is_expected("mix", DAY, somebody(), came_before=True)
