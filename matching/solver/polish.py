"""A finished plan made a little better: sitting out shared more evenly, and fewer movers who share a table again.

Two people change places in one round at a time, as long as something gets better and nothing above it worse.
"""

from itertools import combinations

import numpy as np

from matching.solver.clashes import Groups
from matching.solver.hall import Hall
from matching.solver.judging import Judged, follow

MOST_TURNS = 12
MOST_TRIED = 300


class Polish:
    """Works on a copy of the rounds; ``met_in`` says in which round a pair meets."""

    def __init__(self, hall: Hall, rounds: list[Groups], per_table: int) -> None:
        self.hall, self.per_table = hall, per_table
        self.rounds = [[list(members) for members in groups] for groups in rounds]
        self.met = hall.sat.met.copy()
        for groups in self.rounds:
            for stayer, members in enumerate(groups):
                self.met[members, stayer] = True
        self.tried = 0

    def run(self) -> list[Groups]:
        """The better rounds."""
        for _turn in range(MOST_TURNS):
            self._add()
            if not (self._share() or self._mix()):
                break
        while self.rounds and not any(self.rounds[-1]):
            # Whoever was to meet in it sat down in an earlier round, and nobody new is left.
            self.rounds.pop()
        return self.rounds

    def _add(self) -> None:
        """Whoever is there and could simply sit down somewhere does."""
        for number, groups in zip(self.hall.to_plan, self.rounds, strict=False):
            movers, stayers = self.hall.there(number)
            seated = {one for members in groups for one in members}
            for mover in np.flatnonzero(movers).tolist():
                if mover not in seated:
                    self._sit_down(groups, mover, np.flatnonzero(stayers).tolist())

    def _sit_down(self, groups: Groups, mover: int, stayers: list[int]) -> None:
        free = self.hall.tables - sum(bool(members) for members in groups)
        for stayer in sorted(stayers, key=lambda one: (len(groups[one]), one)):
            members = groups[stayer]
            room = len(members) < self.per_table and (members or free > 0)
            if room and self._fits(mover, stayer) and self.hall.clashes.split([*members, mover]) is None:
                members.append(mover)
                self.met[mover, stayer] = True
                return

    def _fits(self, mover: int, stayer: int) -> bool:
        """Whether two may meet and have not."""
        return bool(self.hall.allowed[mover, stayer]) and not self.met[mover, stayer]

    def _judged(self) -> Judged:
        self.tried += 1
        return follow(self.hall, self.rounds).judged

    def _share(self) -> bool:
        """Somebody without a seat takes the place of somebody who sat out less often."""
        better = False
        course = follow(self.hall, self.rounds)
        now = course.judged
        if self._even_enough(course.sitting_out):
            return False
        for at in range(len(self.rounds)):
            for person in follow(self.hall, self.rounds).sitting_out[at]:
                for seat in self._seats(at, person):
                    if self.tried > MOST_TRIED:
                        return False
                    undo = self._take(at, person, *seat)
                    then = self._judged()
                    if then < now and then[:2] <= now[:2]:
                        now, better = then, True
                        break
                    self._put_back(at, undo)
        return better

    def _even_enough(self, sitting_out: list[list[int]]) -> bool:
        """Whether nobody of a side sat out two times more than another."""
        rows = len(self.hall.movers)
        times = self.hall.sat.out.copy()
        for people in sitting_out:
            times[people] += 1
        return all(not len(side) or side.max() - side.min() < 2 for side in (times[:rows], times[rows:]))

    def _seats(self, at: int, person: int) -> list[tuple[int, int]]:
        """``(stayer, mover or -1)``: the places of the own kind that this person could have in this round."""
        rows, groups = len(self.hall.movers), self.rounds[at]
        if person >= rows:
            taken = [(stayer, -1) for stayer, members in enumerate(groups) if members]
            return [seat for seat in taken if all(self._fits(one, person - rows) for one in groups[seat[0]])]
        found = []
        for stayer, members in enumerate(groups):
            if members and self._fits(person, stayer):
                for one in members:
                    rest = [other for other in members if other != one]
                    if self.hall.clashes.split([*rest, person]) is None:
                        found.append((stayer, one))
        return found

    def _take(self, at: int, person: int, stayer: int, mover: int) -> tuple[list[int], ...]:
        """The person takes the seat; gives what is needed to undo it."""
        rows, groups = len(self.hall.movers), self.rounds[at]
        before = tuple(list(members) for members in groups)
        if person >= rows:
            groups[person - rows], groups[stayer] = groups[stayer], []
        else:
            groups[stayer] = [person if one == mover else one for one in groups[stayer]]
        self._remember(before, groups)
        return before

    def _put_back(self, at: int, before: tuple[list[int], ...]) -> None:
        now = tuple(self.rounds[at])
        self.rounds[at] = [list(members) for members in before]
        self._remember(now, self.rounds[at])

    def _remember(self, before: tuple[list[int], ...], after: Groups) -> None:
        for stayer, members in enumerate(before):
            self.met[members, stayer] = False
        for stayer, members in enumerate(after):
            self.met[members, stayer] = True

    def _mix(self) -> bool:
        """Two movers change tables where fewer then share a table again; who sits out stays the same."""
        together = self.hall.sat.together.copy()
        for groups in self.rounds:
            for members in groups:
                together[np.ix_(members, members)] += 1
        better = False
        for groups in self.rounds:
            tables = [stayer for stayer, members in enumerate(groups) if members]
            for one, other in combinations(tables, 2):
                better |= self._exchange(groups, one, other, together)
        return better

    def _exchange(self, groups: Groups, one: int, other: int, together: np.ndarray) -> bool:
        better = False
        for a in range(len(groups[one])):
            for b in range(len(groups[other])):
                x, y = groups[one][a], groups[other][b]
                here, there = groups[one][:a] + groups[one][a + 1 :], groups[other][:b] + groups[other][b + 1 :]
                now = _again(together, x, here, 1) + _again(together, y, there, 1)
                then = _again(together, y, here, 0) + _again(together, x, there, 0)
                if then < now and self._fits(x, other) and self._fits(y, one) and self._may([*here, y], [*there, x]):
                    for mover, mates, step in ((x, here, -1), (y, there, -1), (y, here, 1), (x, there, 1)):
                        together[mover, mates] += step
                        together[mates, mover] += step
                    self.met[x, one] = self.met[y, other] = False
                    self.met[x, other] = self.met[y, one] = True
                    groups[one][a], groups[other][b] = y, x
                    better = True
        return better

    def _may(self, here: list[int], there: list[int]) -> bool:
        return self.hall.clashes.split(here) is None and self.hall.clashes.split(there) is None


def _again(together: np.ndarray, mover: int, mates: list[int], own: int) -> int:
    """How many of ``mates`` this one shares a table with besides; ``own`` takes off the table it sits at now."""
    return sum(together[mover, mate] - own > 0 for mate in mates)
