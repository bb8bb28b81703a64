"""Several threads write to one SQLite file: they queue for it, and one person ends up in one couple."""

from tests.queue.house import House

ROUNDS = 10


def test_one_person_claimed_four_times_at_once_is_in_one_couple(house: House) -> None:
    for succeeded, refused, places in house.stage("claims", ROUNDS):
        assert (succeeded, len(refused), places) == (1, 3, 1)
        assert all("Lale zit al in een koppel" in message and "14.00 uur" in message for message in refused)
