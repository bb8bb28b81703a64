"""A whole hall that signs up at once, and what must hold of the list afterwards, on whichever database."""

import os
import random
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

from excursions.actions import plan_excursion, sign_up
from excursions.models import Excursion, Signup
from matching.actions import form_couple
from tests.conftest import Cast, signed_up
from tests.postgres.threads import at_once, refusals

PLACES, PEOPLE = 20, 30
RUSHES = int(os.environ.get("MIXEN_RUSHES", "4"))
State = Signup.State
Party = tuple[list[Any], Any]


def trip(cast: Cast) -> Excursion:
    """An excursion with twenty places."""
    return plan_excursion(
        project=cast.project,
        name="Rondvaart",
        starts_at=datetime.fromisoformat("2027-04-02T13:30:00+02:00"),
        meeting_point="Halte Osdorpplein",
        capacity=PLACES,
        by=cast.coordinator,
    )


def parties(cast: Cast) -> list[Party]:
    """Thirty people: eight couples of two, two of three, and eight on their own."""
    number = 0

    def somebody(side: str) -> Any:
        nonlocal number
        number += 1
        part = {"max_new": 3} if side == "old" else {}
        return signed_up(cast.project, f"Gast{number}", side, cast.ambassador, {"gender": "woman"}, part)

    found: list[Party] = []
    for size in [2] * 8 + [3] * 2:
        old, *new = [somebody("old"), *(somebody("new") for _one in range(size - 1))]
        couple = form_couple(project=cast.project, old=old, new=new, by=cast.leader)
        found.append((couple.people, couple))
    found += [([somebody("old")], None) for _one in range(8)]
    assert sum(len(people) for people, _couple in found) == PEOPLE
    return found


def faults(excursion: Excursion, places: int = PLACES) -> Iterator[str]:
    """What is wrong with the list: too many, a couple split, another order than of arrival, a place left empty."""
    rows = list(excursion.signups.exclude(state=State.CANCELLED).order_by("pk"))
    going = [row for row in rows if row.state == State.GOING]
    waiting = [row for row in rows if row.state == State.WAITING]
    if len(going) > places:
        yield f"{len(going)} for {places} places"
    split = {row.couple_id for row in going if row.couple_id} & {row.couple_id for row in waiting}
    yield from (f"couple {couple} is split" for couple in split)
    if [row.pk for row in excursion.signups.in_line()] != [row.pk for row in waiting]:
        yield "the line is not in order of arrival"
    if waiting:
        first = waiting[0].couple_id
        front = [row for row in waiting if row.couple_id == first] if first else waiting[:1]
        if len(front) <= places - len(going):
            yield "the first in line has room"


def overtaken(excursion: Excursion) -> list[int]:
    """Who waits although somebody who came later has a place; holds while nobody cancelled."""
    went = max(excursion.signups.going().values_list("pk", flat=True))
    return [row.pk for row in excursion.signups.in_line() if row.pk < went]


def rushes(cast: Cast, excursion: Excursion, hall: list[Party], times: int) -> Iterator[list[str]]:
    """All parties sign up at the same moment, ``times`` over; the faults found after each."""
    order = random.Random(7)
    for _turn in range(times):
        excursion.signups.all().delete()
        deeds = [
            partial(sign_up, excursion=excursion, people=people, couple=couple, by=cast.leader)
            for people, couple in order.sample(hall, len(hall))
        ]
        found = [str(error) for error in refusals(at_once(deeds))]
        if excursion.signups.count() != PEOPLE:
            found.append(f"{excursion.signups.count()} of {PEOPLE} people on the list")
        yield [*found, *faults(excursion), *(f"{pk} was overtaken" for pk in overtaken(excursion))]
