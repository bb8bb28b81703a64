"""Excursions and couples of the cast."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
import time_machine

from excursions.actions import plan_excursion
from matching.actions import form_couple
from tests.conftest import Cast

Plan = Callable[..., Any]
Turn = Callable[[], None]


@pytest.fixture
def plan(cast: Cast) -> Plan:
    """Plan an excursion with so many places."""

    def make(capacity: int, **also: Any) -> Any:
        facts = {
            "project": cast.project,
            "name": "Rondvaart",
            "starts_at": datetime.fromisoformat("2027-04-02T13:30:00+02:00"),
            "meeting_point": "Halte Osdorpplein",
            "by": cast.coordinator,
        }
        return plan_excursion(capacity=capacity, **{**facts, **also})

    return make


@pytest.fixture
def afterwards(clock: time_machine.Traveller) -> Turn:
    """Turn the clock to a day on which every excursion has been."""
    return lambda: clock.move_to(datetime.fromisoformat("2027-07-01T10:00:00+02:00"))


@pytest.fixture
def couples(cast: Cast) -> list[Any]:
    """Ans and Samira; Joop, Tesfay and Lale; Corrie and Oksana."""
    return [
        form_couple(
            project=cast.project,
            old=cast.people[old],
            new=[cast.people[name] for name in new],
            ambassador=cast.ambassador,
            by=cast.ambassador,
        )
        for old, *new in (("ans", "samira"), ("joop", "tesfay", "lale"), ("corrie", "oksana"))
    ]
