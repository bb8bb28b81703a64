"""Tablets send while web servers, PostgreSQL and Redis are killed: what was answered is there, and is there once."""

from collections.abc import Callable

import pytest

from tests.faults.hall import Hall
from tests.faults.town import Town

pytestmark = [pytest.mark.faults, pytest.mark.postgres, pytest.mark.redis]


@pytest.mark.quick
def test_a_hall_of_tablets_while_everything_is_killed(
    town: Town, amount: Callable[[int, int], int], noted: Callable[..., None]
) -> None:
    town.start("web 1", "web 2")
    hall = Hall(town, amount(6, 40), amount(10, 25))
    hall.open()
    kills = ["web 1", "PostgreSQL", "Redis", "web 2", "PostgreSQL", "web 1"][: amount(2, 6)]
    for number, name in enumerate(kills, 1):
        hall.wait_for(number / (len(kills) + 2))
        town.again(name)
    hall.wait()
    assert len(hall.answered) == len(hall.stored()) == hall.registrations
    assert town.number("SELECT count(*) FROM participants_parked") == 0
    noted(
        f"{hall.tablets} tablets x {hall.each} at once, a fifth sent twice",
        killed=", ".join(dict.fromkeys(kills)),
        times=len(kills),
        sent=hall.requests,
        lost=hall.lost(),
        doubled=hall.doubled(),
    )


def test_answering_before_it_is_safe_would_lose(town: Town, noted: Callable[..., None]) -> None:
    """The control: a PostgreSQL that says "stored" before it is, killed in the middle."""
    town.start("web 1", "web 2")
    hall = Hall(town, 8, 40)
    town.sql("ALTER SYSTEM SET synchronous_commit = off")
    town.sql("ALTER SYSTEM SET wal_writer_delay = '10s'")
    town.sql("SELECT pg_reload_conf()")
    try:
        hall.open()
        hall.wait_for(0.3)
        town.postgres.kill()  # and what is answered from here on is not counted: the hall closes
        hall.stopped = True
    finally:
        town.postgres.run()
        for name in ("synchronous_commit", "wal_writer_delay"):
            town.sql(f"ALTER SYSTEM RESET {name}")
        town.sql("SELECT pg_reload_conf()")
    hall.close()
    noted(
        "control: answered before it is safe",
        killed="PostgreSQL",
        times=1,
        sent=hall.requests,
        lost=hall.lost(),
        control=True,
    )
