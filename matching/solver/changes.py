"""What would be otherwise: couples that chose each other and cost somebody a couple, and why a pair was not made."""

from collections.abc import Iterable
from typing import Any

from matching.solver.case import pair_barred
from matching.solver.couples import CHOSEN, LEVELS, Found
from matching.solver.left_out import place_wish
from matching.solver.levels import Level
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
PLACING = ("new_left_out", "old_left_out")


def trade_offs(found: Found, labels: Labels) -> list[dict[str, Any]]:
    """For whoever would have a couple if choosing each other did not come first: which chosen couples that costs, and
    the alternative."""
    if not found.problem.anybody_chose or not _cost_anybody(found):
        return []
    answers: list[dict[str, Any]] = []
    told: set[str] = set()
    people = found.case.people
    for side, index in _without(found):
        name = (people.new if side == "new" else people.old)[index].id
        other = None if name in told else _with(found, side, index)
        if other is not None:
            stay = set(other.pairs)
            gone = [pair for pair in found.pairs if found.problem.chose_each_other(*pair) and pair not in stay]
            answers.append(_trade_off(found, other, gone, labels))
            told |= set(answers[-1]["placed"])
    return answers


def _without(found: Found) -> list[tuple[str, int]]:
    placed = {row for row, _host in found.pairs}
    new = [("new", row) for row in range(len(found.case.people.new)) if row not in placed]
    return new + [("old", host) for host, members in enumerate(found.groups) if not members]


def _cost_anybody(found: Found) -> bool:
    """Whether more people would have a couple if choosing each other did not come first."""
    if not (found.value[1] or found.value[2]):
        return False
    levels = [level for level in found.problem.levels if level.name != "chosen_couples"]
    return _solved(found, levels).value[1:3] > found.value[1:3]


def _solved(found: Found, levels: list[Level]) -> Found:
    other = found.problem.solve(levels=levels)
    assert other is not None  # without more locks there always is an answer
    return other


def _with(found: Found, side: str, index: int) -> Found | None:
    """The best couples with this one in a couple, breaking up as few chosen couples as that takes; None when that
    does not give more people a couple."""
    wish = place_wish(found.problem, side, index)
    chosen = [level for level in found.problem.levels if level.name == "chosen_couples"]
    placing = [level for level in found.problem.levels if level.name in PLACING]
    rest = [level for level in found.problem.levels if level not in (*chosen, *placing)]
    for levels in ([wish, *chosen, *placing, *rest], [wish, *placing, *chosen, *rest]):
        other = _solved(found, levels)
        if other.value[1:3] > found.value[1:3]:
            return other
    return None


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
    now, then = found.whole_value, other.whole_value
    place = _first_worse(now, then)
    name, by = LEVELS[place], now[place] - then[place]
    return {
        **whole,
        "reason": say(WHY_NOT_DRAW) if name == "draw" else say(WHY_NOT) % {"level": say(LEVEL_NAMES[name]), "by": by},
        "level": name,
        "by": by,
        "levels": {
            level: after - before for level, before, after in zip(LEVELS, now, then, strict=True) if before != after
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
    said_before, said_after = int(problem.said[row, before]), int(problem.said[row, after])
    if said_before > said_after:
        return "chosen" if said_before == CHOSEN else "choice"
    return "score" if problem.scores.total[row, before] > problem.scores.total[row, after] else "other"
