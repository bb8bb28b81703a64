"""Several threads write to one SQLite file: they queue for it, and one person ends up in one couple."""

from tests.excursions.rush import RUSHES
from tests.queue.house import House

ROUNDS = 10


def test_one_person_claimed_four_times_at_once_is_in_one_couple(house: House) -> None:
    for succeeded, refused, places in house.stage("claims", ROUNDS):
        assert (succeeded, len(refused), places) == (1, 3, 1)
        assert all("Lale zit al in een koppel" in message and "14.00 uur" in message for message in refused)


def test_thirty_people_sign_up_for_twenty_places_at_once(house: House) -> None:
    """Never more than there are places, no couple split, the line in order of arrival."""
    assert house.stage("rush", RUSHES, seconds=120 + 30 * RUSHES) == [[]] * RUSHES
