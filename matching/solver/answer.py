"""What is written out: the couples with their reasons, who is left out and why, and what would be otherwise."""

from typing import Any

from matching.solver.changes import trade_offs, why_not
from matching.solver.couples import Found, best, levels_of
from matching.solver.document import read_case
from matching.solver.left_out import left_out
from matching.solver.standing import Standing
from matching.solver.traits import points_of_pairs
from matching.solver.words import (
    ANSWERS,
    CHOSE,
    CRITERIA,
    FREE,
    INTERNAL,
    LIKE,
    MORE,
    MOST_NAMED,
    NEAR,
    PUT,
    SO_ALL,
    SPEAK,
    TWO,
    Labels,
)


def solve(document: Any, labels: Labels) -> dict[str, Any]:
    """The answer to a couples document. Raises Refused."""
    return answer(best(read_case(document)), labels)


def answer(found: Found, labels: Labels) -> dict[str, Any]:
    """The document for the best couples ``found``."""
    whole = {
        "couples": couples(found, labels),
        "left_out": left_out(found, labels),
        "trade_offs": trade_offs(found, labels),
        "levels": levels_of(found.value),
    }
    if found.case.why_not:
        whole["why_not"] = why_not(found, *found.case.why_not, labels)
    return whole


def couples(found: Found, labels: Labels) -> list[dict[str, Any]]:
    """The couples in order of the old ones' ids."""
    pairs = found.pairs
    if not pairs:
        return []
    rows, hosts = zip(*pairs, strict=True)
    parts = points_of_pairs(found.problem.new, found.problem.old, found.case.weights, rows, hosts)
    standing = Standing(found.problem, pairs)
    told = {pair: (part, rank) for pair, part, rank in zip(pairs, parts, standing.ranks, strict=True)}
    return [
        _couple(found, host, members, told, standing, labels) for host, members in enumerate(found.groups) if members
    ]


def _couple(
    found: Found,
    host: int,
    members: list[int],
    told: dict[tuple[int, int], tuple[dict[str, int], int]],
    standing: Standing,
    labels: Labels,
) -> dict[str, Any]:
    people = found.case.people
    old, new = people.old[host].id, [people.new[row].id for row in members]
    return {
        "old": old,
        "new": new,
        "why": _why(found, host, members, standing),
        "points": {one: told[row, host][0] for one, row in zip(new, members, strict=True)},
        "rank": {one: told[row, host][1] for one, row in zip(new, members, strict=True)},
        "explanation": _explanation(found, host, members, labels),
        "internal": " ".join(
            _internal(found, row, host, *told[row, host], standing.possibilities(row), labels) for row in members
        ),
    }


def _why(found: Found, host: int, members: list[int], standing: Standing) -> str:
    problem = found.problem
    pairs = [(row, host) for row in members]
    if any(problem.seats.locked.get(row) == host for row in members):
        return "lock"
    if any(pair in problem.mutual for pair in pairs):
        return "chosen"
    if any(pair in problem.choice for pair in pairs):
        return "one-sided"
    if standing.of_host(host) == len(members) or any(standing.possibilities(row) == 1 for row in members):
        return "only-possibility"
    return "score"


def _explanation(found: Found, host: int, members: list[int], labels: Labels) -> str:
    """What everybody in the couple shares. Only a choice they all made is named: elsewhere it would tell on one."""
    say = labels.say
    all_chose = all((row, host) in found.problem.mutual for row in members)
    sentences = [say(CHOSE)] if all_chose else []
    people = found.case.people
    everybody = [people.old[host], *[people.new[row] for row in members]]
    who = say(TWO if len(members) == 1 else MORE)
    shared = (
        (FREE, [labels.daypart(key) for key in sorted(_shared([one.dayparts for one in everybody]))]),
        (LIKE, _words(labels.interests, _shared([one.interests for one in everybody]))),
        (SPEAK, _words(labels.languages, _shared([one.languages for one in everybody]))),
    )
    for sentence, words in shared:
        if words:
            sentences.append(say(sentence) % {"who": who, "what": labels.listed(words[:MOST_NAMED])})
    area = everybody[0].postcode
    if area and all(one.postcode == area for one in everybody):
        sentences.append(say(NEAR))
    if not sentences:
        locked = any(found.problem.seats.locked.get(row) == host for row in members)
        sentences.append(say(PUT if locked else SO_ALL))
    return " ".join(sentences)


def _shared(sets: list[frozenset[str]]) -> frozenset[str]:
    return frozenset.intersection(*sets)


def _words(named: Any, keys: frozenset[str]) -> list[str]:
    return sorted(named.get(key, key) for key in keys)


def _internal(found: Found, row: int, host: int, points: dict[str, int], rank: int, many: int, labels: Labels) -> str:
    case, say = found.case, labels.say
    new, old = case.people.new[row].id, case.people.old[host].id
    parts = ", ".join(f"{say(CRITERIA[name])} {value}" for name, value in points.items())
    return say(INTERNAL) % {
        "new": labels.person(new),
        "old": labels.person(old),
        "one": say(ANSWERS[case.answer(new, old)]),
        "other": say(ANSWERS[case.answer(old, new)]),
        "points": sum(points.values()),
        "parts": parts,
        "rank": rank,
        "many": many,
    }
