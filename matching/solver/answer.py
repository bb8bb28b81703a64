"""What is written out: the couples with their reasons, who is left out and why, and what would be otherwise."""

from typing import Any

from matching.solver.changes import trade_offs, why_not
from matching.solver.couples import Found, best, levels_of
from matching.solver.document import read_case
from matching.solver.left_out import left_out
from matching.solver.standing import Standing
from matching.solver.telling import Teller
from matching.solver.words import Labels


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
    rows, hosts = found.places
    told = Teller(found, Standing(found.problem, rows, hosts), labels)
    points, ranks, said = found.problem.scores.of_pairs(rows, hosts), told.standing.ranks, found.said
    people = found.case.people
    ids = [people.new[row].id for row, _host in pairs]
    entries, start = [], 0
    for host, members in enumerate(found.groups):
        if not members:
            continue
        end = start + len(members)
        names, mine, ours = ids[start:end], points[start:end], ranks[start:end]
        answers = said[start:end]
        start = end
        entries.append(
            {
                "old": people.old[host].id,
                "new": names,
                "why": told.why(host, members, answers),
                "points": dict(zip(names, mine, strict=True)),
                "rank": dict(zip(names, ours, strict=True)),
                "explanation": told.explanation(host, members, answers),
                "internal": told.internal(host, members, mine, ours),
            }
        )
    return entries
