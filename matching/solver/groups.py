"""Placing people where some may not sit with the same host: branch where the assignment breaks that, best first.

The women rule over a whole couple and ``apart`` are no property of one pair. So the assignment without them is solved
first; where it breaks one at a host, either the one kind or the other stays away from that host, and both are tried.
Beyond ``MOST_NODES`` the same levels are handed to HiGHS, one after the other.
"""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

import numpy as np

from matching.solver.assignment import place
from matching.solver.clashes import Clashes, Groups
from matching.solver.exact import by_highs
from matching.solver.levels import Ints, Level
from matching.solver.seats import Bools, Seats

MOST_NODES = 400
QUICK_NODES = 40


def arrange(seats: Seats, levels: Sequence[Level], clashes: Clashes, *, quick: bool = False) -> Groups | None:
    """The rows at each host in the best arrangement; None when the locks make it impossible.

    ``quick`` settles for a good one where proving the best takes long: for rounds, that are planned in the hall.
    """
    if not seats.allowed.size:
        return [[] for _host in range(seats.allowed.shape[1])]
    found = _groups(seats, place(seats, levels))
    if found is None or not clashes or _broken(found, clashes) is None:
        return found
    return _branched(seats, levels, clashes, quick)


def _groups(seats: Seats, columns: Ints | None) -> Groups | None:
    if columns is None:
        return None
    groups: Groups = [[] for _host in range(seats.allowed.shape[1])]
    hosts = seats.hosts[columns].tolist()
    for row, host in enumerate(hosts):
        if host >= 0 and seats.allowed[row, host]:
            groups[host].append(row)
    return groups


def _broken(groups: Groups, clashes: Clashes) -> tuple[int, frozenset[int], frozenset[int]] | None:
    for host, members in enumerate(groups):
        sides = clashes.split(members)
        if sides:
            return host, *sides
    return None


def _totals(seats: Seats, levels: Sequence[Level], columns: Ints) -> tuple[int, ...]:
    rows = np.arange(len(columns))
    real = (columns >= 0) & (seats.hosts[columns] >= 0)
    real &= seats.allowed[rows, np.where(real, seats.hosts[columns], 0)] if seats.allowed.size else False
    rows, columns = rows[real], columns[real]
    return tuple(int(level.at(rows, seats.hosts[columns], seats.slots[columns]).sum()) for level in levels)


@dataclass(frozen=True)
class _Node:
    value: tuple[int, ...]
    seats: Seats
    groups: Groups


def _branched(seats: Seats, levels: Sequence[Level], clashes: Clashes, quick: bool) -> Groups | None:
    tie = count()
    queue: list[tuple[tuple[int, ...], int, _Node]] = []

    def push(node: _Node) -> None:
        heapq.heappush(queue, (tuple(-one for one in node.value), -next(tie), node))

    for child in _solved([seats], levels):
        push(child)
    for _node in range(QUICK_NODES if quick else MOST_NODES):
        if not queue:
            return None
        _value, _tie, node = heapq.heappop(queue)
        broken = _broken(node.groups, clashes)
        if broken is None:
            return node.groups
        for child in _solved(_children(node.seats, *broken), levels):
            push(child)
    if quick:
        return _dived(queue[0][2], levels, clashes)
    return by_highs(seats, levels, clashes)


def _solved(nodes: Iterable[Seats], levels: Sequence[Level]) -> Iterator[_Node]:
    for seats in nodes:
        columns = place(seats, levels)
        groups = _groups(seats, columns)
        if columns is not None and groups is not None:
            yield _Node(_totals(seats, levels, columns), seats, groups)


def _dived(node: _Node, levels: Sequence[Level], clashes: Clashes) -> Groups:
    """From here the better child each time, until nothing is broken; somebody may always be left without a seat."""
    while True:
        broken = _broken(node.groups, clashes)
        if broken is None:
            return node.groups
        node = max(_solved(_children(node.seats, *broken), levels), key=lambda child: child.value)


def _children(node: Seats, host: int, one: frozenset[int], other: frozenset[int]) -> Iterator[Seats]:
    for away in (one, other):
        if any(node.locked.get(row) == host for row in away):
            continue
        allowed: Bools = node.allowed.copy()
        allowed[sorted(away), host] = False
        yield replace(node, allowed=allowed)
