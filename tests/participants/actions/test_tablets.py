"""A tablet goes into registration mode, says how it is, is left with its PIN, and can be revoked."""

from datetime import timedelta

import pytest

from mixen.errors import DomainError
from participants import actions
from participants.models import Tablet
from tests.conftest import NOW

TWELVE = timedelta(hours=12)


@pytest.fixture
def opened(cast):
    return actions.open_tablet(project=cast.project, pin="4827", by=cast.ambassador)


def test_it_is_open_for_twelve_hours_and_known_by_its_token_alone(cast, opened, clock):
    assert (opened.tablet.expires_at, opened.tablet.name) == (NOW + TWELVE, "Tablet 1")
    assert Tablet.objects.of_token(opened.token) == opened.tablet
    assert len(opened.token) >= 43
    kept = str(Tablet.objects.values().get()) + str(Tablet.history.values().get())
    assert opened.token not in kept
    assert "4827" not in kept.replace(opened.tablet.token_mark, "").replace(opened.tablet.pin, "")
    assert opened.tablet.is_open(NOW + TWELVE - timedelta(seconds=1))
    assert not opened.tablet.is_open(NOW + TWELVE)


def test_each_has_a_token_of_its_own(cast):
    tokens = {actions.open_tablet(project=cast.project, pin="4827", by=None).token for _number in range(5)}
    assert len(tokens) == 5
    assert sorted(Tablet.objects.values_list("name", flat=True))[-1] == "Tablet 5"


@pytest.mark.parametrize("token", ["", "x", "\x00", "é", "x" * 10_000], ids=ascii)
def test_a_guessed_token_is_nobodys(cast, opened, token):
    assert Tablet.objects.of_token(token) is None
    assert Tablet.objects.of_token(opened.tablet.token_mark) is None


def test_it_is_left_with_its_pin(opened):
    assert actions.leave_tablet(tablet=opened.tablet, pin="4827", by=None) is True
    row = Tablet.objects.get()
    assert (row.left_at, row.is_open()) == (NOW, False)
    assert Tablet.objects.of_token(opened.token) == row


@pytest.mark.parametrize("wrong", ["", "4828", "48270", "482"])
def test_five_wrong_pins_close_it(opened, wrong):
    for number in range(1, 6):
        assert actions.leave_tablet(tablet=opened.tablet, pin=wrong, by=None) is False
        row = Tablet.objects.get()
        assert (row.wrong_pins, row.is_open()) == (number, number < 5)
    assert actions.leave_tablet(tablet=opened.tablet, pin=wrong, by=None) is True
    assert Tablet.objects.get().wrong_pins == 5


def test_past_its_time_it_asks_no_pin(opened, clock):
    clock.shift(TWELVE)
    assert actions.leave_tablet(tablet=opened.tablet, pin="", by=None) is True
    assert Tablet.objects.get().left_at == NOW + TWELVE


def test_it_tells_what_it_holds(cast, opened):
    actions.hear_from_tablet(tablet=opened.tablet, waiting=3, sent=7, by=None)
    row = Tablet.objects.get()
    assert (row.waiting, row.sent, row.heard_at) == (3, 7, NOW)
    assert list(Tablet.objects.holding()) == [row]
    actions.hear_from_tablet(tablet=opened.tablet, waiting=0, sent=10, by=None)
    assert not Tablet.objects.holding().exists()
    assert row.history.count() == 1


def test_a_revoked_one_is_known_no_more(cast, opened):
    actions.revoke_tablet(tablet=opened.tablet, by=cast.coordinator)
    assert Tablet.objects.of_token(opened.token) is None
    assert not Tablet.objects.get().is_open()
    with pytest.raises(DomainError, match="al ingetrokken"):
        actions.revoke_tablet(tablet=opened.tablet, by=cast.coordinator)
