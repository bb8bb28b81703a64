"""Why somebody has no couple: the people it rests on, in numbers that can be counted after, and what would help."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from matching.solver.case import People, only, pair_barred
from matching.solver.couples import Found, Problem, problem
from matching.solver.levels import Level
from matching.solver.people import Person
from matching.solver.words import (
    BARRED,
    CHOSEN_FIRST,
    HELP,
    HELP_ROOM,
    LACKING,
    NO_FIT,
    NO_HELP,
    NOBODY,
    OR,
    RULED,
    TOO_FEW_NEW,
    TOO_FEW_OLD,
    Labels,
)

EXTRA = "\U0010ffff" * 8
"""The id of somebody imagined; it sorts after every other, so that rows and columns stay where they are."""


@dataclass(frozen=True)
class Closed:
    """A closed circle around somebody left out: whoever fits one of ``new`` is in ``old``, and the other way round
    as far as couples stand. So these people cannot do without each other."""

    new: frozenset[int]
    old: frozenset[int]


Alike = tuple[str, Closed, bytes]
"""People in one circle with the same possibilities are helped by the same."""


def _options(found: Found, side: str, index: int) -> bytes:
    person = (found.case.people.new if side == "new" else found.case.people.old)[index]
    allowed = found.problem.seats.allowed
    mine = allowed[index] if side == "new" else allowed[:, index]
    return bytes([person.woman is True, person.women_only]) + mine.tobytes()


def left_out(found: Found, labels: Labels) -> dict[str, list[dict[str, Any]]]:
    """Per side who has no couple, each with the reason, the people it rests on and what would help."""
    people = found.case.people
    placed = {row for row, _host in found.pairs}
    helped: dict[Alike, str] = {}
    return {
        "new": [_entry(found, "new", row, labels, helped) for row in range(len(people.new)) if row not in placed],
        "old": [
            _entry(found, "old", host, labels, helped) for host, members in enumerate(found.groups) if not members
        ],
    }


def circle(found: Found, side: str, index: int) -> Closed:
    """The circle around a new or an old one without a couple."""
    allowed = found.problem.seats.allowed
    sits = np.full(len(allowed), -1)
    for row, host in found.pairs:
        sits[row] = host
    rows, hosts = np.zeros(allowed.shape[0], bool), np.zeros(allowed.shape[1], bool)
    (rows if side == "new" else hosts)[index] = True
    while True:
        if side == "new":
            hosts |= allowed[rows].any(axis=0)
            wider = rows | np.isin(sits, np.flatnonzero(hosts))
            if (wider == rows).all():
                break
            rows = wider
        else:
            rows |= allowed[:, hosts].any(axis=1)
            wider = hosts.copy()
            wider[sits[rows & (sits >= 0)]] = True
            if (wider == hosts).all():
                break
            hosts = wider
    # Who else is left out and fits nobody outside the circle is in the same lack.
    if side == "new":
        rows |= (sits < 0) & allowed.any(axis=1) & ~allowed[:, ~hosts].any(axis=1)
    else:
        seated = np.zeros(len(hosts), bool)
        seated[sits[sits >= 0]] = True
        hosts |= ~seated & allowed.any(axis=0) & ~allowed[~rows].any(axis=0)
    return Closed(frozenset(np.flatnonzero(rows).tolist()), frozenset(np.flatnonzero(hosts).tolist()))


def _entry(found: Found, side: str, index: int, labels: Labels, helped: dict[Alike, str]) -> dict[str, Any]:
    people = found.case.people
    own = (people.new if side == "new" else people.old)[index].id
    around = circle(found, side, index)
    alike = (side, around, _options(found, side, index))
    if alike not in helped:
        helped[alike] = _would_help(found, side, index, around, labels)
    return {
        "id": own,
        "reason": _reason(found, side, around, labels),
        "internal": _internal(found, side, index, around, labels),
        "because_of": sorted(
            [*(people.new[row].id for row in around.new), *(people.old[host].id for host in around.old)]
        ),
        "would_help": helped[alike],
    }


def _places(people: People, around: Closed) -> int:
    return sum(people.old[host].max_new for host in around.old)


def _reason(found: Found, side: str, around: Closed, labels: Labels) -> str:
    """The number of people may be told when it concerns everybody; a smaller circle would point at somebody's wish."""
    people = found.case.people
    whole = len(around.new) == len(people.new) and len(around.old) == len(people.old)
    if side == "new" and whole and len(around.new) > _places(people, around):
        return labels.say(TOO_FEW_OLD) % {"many": len(around.new), "places": _places(people, around)}
    if side == "old" and whole and len(around.old) > len(around.new):
        return labels.say(TOO_FEW_NEW) % {"many": len(around.old), "places": len(around.new)}
    return labels.say(NO_FIT)


def _internal(found: Found, side: str, index: int, around: Closed, labels: Labels) -> str:
    people, say = found.case.people, labels.say
    new = [people.new[row].id for row in sorted(around.new)]
    old = [people.old[host].id for host in sorted(around.old)]
    own, other = (new, old) if side == "new" else (old, new)
    places = _places(people, around) if side == "new" else len(new)
    if not other:
        text = say(NOBODY) % {"name": labels.named(own)}
    elif len(own) > places:
        text = say(LACKING[side]) % {
            "many": len(own),
            "names": labels.named(own),
            "hosts": labels.named(other),
            "places": places,
        }
    else:
        text = say(_cause(found, around)) % {"names": labels.named([*own, *other])}
    barred = _barred(found, side, index, labels)
    return f"{text} ({barred})" if barred else text


def _cause(found: Found, around: Closed) -> str:
    """Whether the rules alone keep these people from all having a couple, or couples that chose each other do."""
    trial = problem(only(found.case, around.new, around.old))
    other = trial.solve(levels=[level for level in trial.levels if level.name != "chosen_couples"])
    return RULED if other is None or any(other.value[1:3]) else CHOSEN_FIRST


def _barred(found: Found, side: str, index: int, labels: Labels) -> str:
    """With whom this person cannot be, by rule."""
    people, say = found.case.people, labels.say
    others: dict[str, list[str]] = {}
    for other in people.old if side == "new" else people.new:
        own = (people.new if side == "new" else people.old)[index].id
        rule = pair_barred(found.case, own, other.id) if side == "new" else pair_barred(found.case, other.id, own)
        if rule:
            others.setdefault(rule, []).append(other.id)
    return "; ".join(say(BARRED[rule]) % {"names": labels.named(names)} for rule, names in others.items())


def _would_help(found: Found, side: str, index: int, around: Closed, labels: Labels) -> str:
    """One more person of which kind would give this one a couple and cost nobody theirs, tried out by solving."""
    say = labels.say
    ideas = []
    for woman in (None, True):
        extra = Person(EXTRA, woman=woman)
        people = found.case.people
        more = People([*people.new, extra], people.old) if side == "old" else People(people.new, [*people.old, extra])
        if _helps(found, side, index, more):
            ideas.append(say(HELP[side, woman]))
            break
    if side == "new":
        room = next(iter(_more_room(found, index, around, labels)), None)
        ideas += [room] if room else []
    return f" {say(OR)} ".join(ideas) or say(NO_HELP)


def _more_room(found: Found, index: int, around: Closed, labels: Labels) -> Iterable[str]:
    people = found.case.people
    for host in sorted(around.old):
        if people.old[host].max_new < 3:
            wider = [one._replace(max_new=one.max_new + (place == host)) for place, one in enumerate(people.old)]
            if _helps(found, "new", index, People(people.new, wider)):
                yield labels.say(HELP_ROOM) % {"name": labels.person(people.old[host].id)}


def _helps(found: Found, side: str, index: int, people: People) -> bool:
    """Whether among ``people`` this one gets a couple while as many chose each other and one fewer is left out."""
    trial = problem(replace(found.case, people=people))
    level = place_wish(trial, side, index)
    trial.levels = [trial.levels[0], level, *trial.levels[1:]] if trial.anybody_chose else [level, *trial.levels]
    other = trial.solve()
    if other is None:
        return False
    placed = bool(other.groups[index]) if side == "old" else any(row == index for row, _host in other.pairs)
    chosen, new, old = other.value[:3]
    if chosen < found.value[0] or not placed:
        return False
    return new > found.value[1] if side == "new" else (new >= found.value[1] and old > found.value[2])


def place_wish(trial: Problem, side: str, index: int) -> Level:
    """That this one gets a couple, as a level."""
    rows, hosts = trial.seats.allowed.shape
    if side == "new":
        wish = np.zeros((rows, hosts), np.int64)
        wish[index] = 1
        return Level("wish", dense=wish)
    seats = np.zeros((hosts, 3), np.int64)
    seats[index, 0] = 1
    return Level("wish", seats=seats)
