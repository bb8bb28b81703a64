"""What would be otherwise: couples that chose each other and cost somebody a couple, and why a pair was not made."""

from collections.abc import Iterable
from typing import Any

from matching.solver.couples import LEVELS, Found
from matching.solver.document import pair_barred
from matching.solver.left_out import circle
from matching.solver.words import (
    LEVEL_NAMES,
    LOSES,
    TRADE_OFF,
    WHY_NOT,
    WHY_NOT_DRAW,
    WHY_NOT_RULE,
    WHY_NOT_SAME,
    Labels,
)

Couple = dict[str, Any]


def trade_offs(found: Found, labels: Labels) -> list[dict[str, Any]]:
    """Each couple that chose each other without which more people would have a couple, with that alternative."""
    answers = []
    for row, host in _costly(found):
        other = found.problem.solve(vetoes=frozenset([(row, host)]))
        if other is not None and other.value[1:3] > found.value[1:3] and sum(other.value[1:3]) > sum(found.value[1:3]):
            answers.append(_trade_off(found, other, [(row, host)], labels))
    return answers or _together(found, labels)


def _without(found: Found) -> list[int]:
    placed = {row for row, _host in found.pairs}
    return [row for row in range(len(found.case.people.new)) if row not in placed]


def _costly(found: Found) -> Iterable[tuple[int, int]]:
    """The chosen couples that could matter to somebody left out."""
    if not found.problem.mutual or not _cost_anybody(found):
        return []
    near = [circle(found, "new", row) for row in _without(found)]
    near += [circle(found, "old", host) for host, members in enumerate(found.groups) if not members]
    rows = frozenset().union(*(one.new for one in near))
    return [
        pair for pair in found.pairs if pair in found.problem.mutual and pair[0] in rows and not _locked(found, pair)
    ]


def _locked(found: Found, pair: tuple[int, int]) -> bool:
    return found.problem.seats.locked.get(pair[0]) == pair[1]


def _cost_anybody(found: Found) -> bool:
    """Whether more people would have a couple if choosing each other did not come first."""
    if not (found.value[1] or found.value[2]):
        return False
    return _free(found).value[1:3] > found.value[1:3]


def _free(found: Found) -> Found:
    """The best couples when choosing each other does not come before a couple for everybody."""
    levels = found.problem.levels
    found.problem.levels = [level for level in levels if level.name != "chosen_couples"]
    try:
        other = found.problem.solve()
    finally:
        found.problem.levels = levels
    assert other is not None
    return other


def _together(found: Found, labels: Labels) -> list[dict[str, Any]]:
    """When only several chosen couples together make the difference: those, in one entry."""
    if not found.problem.mutual or not _cost_anybody(found):
        return []
    other = _free(found)
    if sum(other.value[1:3]) <= sum(found.value[1:3]):
        return []
    gone = [pair for pair in found.pairs if pair in found.problem.mutual and pair not in set(other.pairs)]
    return [_trade_off(found, other, gone, labels)] if gone else []


def _couples(found: Found, hosts: Iterable[int]) -> list[Couple]:
    people = found.case.people
    return [
        {"old": people.old[host].id, "new": [people.new[row].id for row in found.groups[host]]}
        for host in hosts
        if found.groups[host]
    ]


def _changed(found: Found, other: Found) -> list[int]:
    return [host for host, members in enumerate(other.groups) if sorted(members) != sorted(found.groups[host])]


def _trade_off(found: Found, other: Found, gone: list[tuple[int, int]], labels: Labels) -> dict[str, Any]:
    people = found.case.people
    before, after = dict(found.pairs), dict(other.pairs)
    placed = [people.new[row].id for row in sorted(set(after) - set(before))]
    hosting = set(before.values())
    placed += [people.old[host].id for host in sorted(set(after.values()) - hosting)]
    alternative = _couples(other, _changed(found, other))
    couples = [[people.new[row].id, people.old[host].id] for row, host in gone]
    text = labels.say(TRADE_OFF) % {
        "couple": "; ".join(labels.named(pair) for pair in couples),
        "stay": labels.say("blijft" if len(placed) == 1 else "blijven"),
        "placed": labels.named(placed),
        "alternative": "; ".join(labels.named([one["old"], *one["new"]]) for one in alternative),
    }
    return {"couples": couples, "placed": placed, "alternative": alternative, "text": text}


def why_not(found: Found, new: str, old: str, labels: Labels) -> dict[str, Any]:
    """What making this pair would cost: the first level that gets worse, by how much, and who loses what."""
    case, say = found.case, labels.say
    row, host = case.people.row[new], case.people.column[old]
    whole: dict[str, Any] = {
        "pair": [new, old],
        "possible": True,
        "level": None,
        "by": None,
        "levels": {},
        "loses": [],
        "couples": [],
    }
    if (row, host) in found.pairs:
        return {**whole, "reason": say(WHY_NOT_SAME)}
    rule = pair_barred(case, new, old)
    other = None if rule or row in found.problem.seats.locked else found.problem.solve(locks={row: host})
    if other is None:
        return {**whole, "possible": False, "reason": say(WHY_NOT_RULE[rule or "beside"])}
    place = _first_worse(found.value, other.value)
    name, by = LEVELS[place], found.value[place] - other.value[place]
    return {
        **whole,
        "reason": say(WHY_NOT_DRAW) if name == "draw" else say(WHY_NOT) % {"level": say(LEVEL_NAMES[name]), "by": by},
        "level": name,
        "by": by,
        "levels": {
            name: then - now for name, now, then in zip(LEVELS, found.value, other.value, strict=True) if then != now
        },
        "loses": list(_losers(found, other, labels)),
        "couples": _couples(other, _changed(found, other)),
    }


def _first_worse(now: tuple[int, ...], then: tuple[int, ...]) -> int:
    """The first level that differs; the draw when none does."""
    places = (place for place, (one, other) in enumerate(zip(now, then, strict=True)) if one != other)
    return next(places, len(now) - 1)


def _losers(found: Found, other: Found, labels: Labels) -> Iterable[dict[str, str]]:
    """Everybody whose couple changes, with what that costs them."""
    people = found.case.people
    before, after = dict(found.pairs), dict(other.pairs)
    for row in sorted(before):
        if before[row] != after.get(row):
            yield _loser(people.new[row].id, _loss(found, row, before[row], after.get(row)), labels)
    for host, members in enumerate(found.groups):
        if members and not other.groups[host]:
            yield _loser(people.old[host].id, "couple", labels)


def _loser(name: str, kind: str, labels: Labels) -> dict[str, str]:
    return {"id": name, "kind": kind, "text": labels.say(LOSES[kind]) % {"name": labels.person(name)}}


def _loss(found: Found, row: int, before: int, after: int | None) -> str:
    problem = found.problem
    if after is None:
        return "couple"
    if (row, before) in problem.mutual and (row, after) not in problem.mutual:
        return "chosen"
    if problem.choice.get((row, before), 0) > problem.choice.get((row, after), 0):
        return "choice"
    return "score" if problem.score[row, before] > problem.score[row, after] else "other"
