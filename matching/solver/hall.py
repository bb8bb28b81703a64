"""The hall: who moves, who stays at a table, who is there when, and who has met whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from matching.solver.clashes import Clashes, Groups
from matching.solver.levels import Ints, Points
from matching.solver.people import Person
from matching.solver.round_document import RoundsCase, Table
from matching.solver.rules import clashes, women_rule_grid
from matching.solver.seats import Bools
from matching.solver.traits import scores


@dataclass
class Sat:
    """What has been played so far, the planned rounds included as they come."""

    met: Bools
    together: Ints
    """How often two movers shared a table."""
    out: Ints
    """How often everybody sat out: the movers, then the stayers."""
    out_last: Bools
    had: Ints

    def copy(self) -> "Sat":
        return Sat(self.met.copy(), self.together.copy(), self.out.copy(), self.out_last.copy(), self.had.copy())

    def note(self, groups: Groups, there: Bools, also: Sequence[int] = ()) -> None:
        """One more round played, by those who were ``there``; ``also`` sat opposite somebody who went home since."""
        rows = len(self.met)
        seated = np.zeros(len(there), bool)
        seated[list(also)] = True
        for stayer, movers in enumerate(groups):
            if movers:
                self.met[movers, stayer] = True
                seated[[*movers, rows + stayer]] = True
                self.had[movers] += 1
                self.had[rows + stayer] += len(movers)
                self.together[np.ix_(movers, movers)] += 1
        self.out += there & ~seated
        self.out_last = there & ~seated


@dataclass
class Hall:
    """A rounds case as numbers. A row is a mover, a column is somebody who stays."""

    movers: list[Person]
    stayers: list[Person]
    old_stay: bool
    allowed: Bools
    clashes: Clashes
    score: Points
    presence: Bools
    """Per round (from 1) and person, movers first: whether they are there."""
    first_round: int
    rounds: int
    tables: int
    sat: Sat
    table: dict[int, int]
    """The last table of who stays, from the rounds that were played."""
    seed: str

    @classmethod
    def of(cls, case: RoundsCase) -> "Hall":
        people = case.people
        first = len(case.played) + 1
        coming = range(first, case.rounds + 1)
        here = [
            sum(any(case.there(one.id, number) for number in coming) for one in side)
            for side in (people.old, people.new)
        ]
        old_stay = here[0] <= here[1]
        allowed, score = women_rule_grid(people), scores(people.new, people.old, case.weights).total
        for new, old in case.vetoes:
            allowed[people.row[new], people.column[old]] = False
        movers, stayers = (people.new, people.old) if old_stay else (people.old, people.new)
        if not old_stay:
            allowed, score = allowed.T.copy(), score.T.copy()
        apart = {frozenset(people.row[one] for one in pair) for pair in case.apart} if old_stay else set()
        presence = np.array(
            [[case.there(one.id, number) for one in (*movers, *stayers)] for number in range(case.rounds + 1)], bool
        )
        found = cls(
            movers,
            stayers,
            old_stay,
            allowed,
            clashes(movers, apart),
            score,
            presence,
            first,
            case.rounds,
            case.tables,
            _nothing(len(movers), len(stayers)),
            {},
            case.seed,
        )
        for number, tables in enumerate(case.played, 1):
            everybody = np.ones(len(movers) + len(stayers), bool)
            found._play(tables, presence[number] if number <= case.rounds else everybody)
        return found

    @property
    def to_plan(self) -> range:
        return range(self.first_round, self.rounds + 1)

    def there(self, number: int) -> tuple[Bools, Bools]:
        """Movers and stayers who are there in a round."""
        rows = len(self.movers)
        return self.presence[number, :rows], self.presence[number, rows:]

    def counts(self, number: int) -> tuple[int, int]:
        """Movers there, and tables in use."""
        movers, stayers = self.there(number)
        return int(movers.sum()), min(self.tables, int(stayers.sum()))

    def rounds_left(self, number: int) -> tuple[Ints, Ints]:
        """In how many rounds from ``number`` on everybody is there."""
        left = self.presence[number:].sum(axis=0).astype(np.int64)
        return left[: len(self.movers)], left[len(self.movers) :]

    def overlap(self, number: int) -> Ints:
        """Per pair in how many rounds from ``number`` on both are there."""
        rows = len(self.movers)
        coming = self.presence[number:].astype(np.int64)
        return coming[:, :rows].T @ coming[:, rows:]

    def new_to_meet(self, number: int, sat: Sat | None = None) -> Bools:
        """Pairs who may meet, have not met, and are both there in some round from ``number`` on."""
        return self.allowed & ~(sat or self.sat).met & (self.overlap(number) > 0)

    def name(self, person: int) -> str:
        rows = len(self.movers)
        return self.movers[person].id if person < rows else self.stayers[person - rows].id

    def names(self, people: Sequence[int]) -> list[str]:
        return sorted(self.name(person) for person in people)

    def written(self, number: int, stayer: int, movers: Sequence[int]) -> dict[str, Any]:
        """One table as it is written out."""
        moving, staying = sorted(self.movers[one].id for one in movers), [self.stayers[stayer].id]
        old, new = (staying, moving) if self.old_stay else (moving, staying)
        return {"table": number, "old": old, "new": new}

    def _play(self, tables: Sequence[Table], there: Bools) -> None:
        """One round that was played; who went home since is left out."""
        row = {one.id: place for place, one in enumerate(self.movers)}
        column = {one.id: place for place, one in enumerate(self.stayers)}
        groups: Groups = [[] for _stayer in self.stayers]
        also = []
        for table in tables:
            ids = (*table.old, *table.new)
            moving = [row[one] for one in ids if one in row]
            staying = [column[one] for one in ids if one in column]
            for stayer in staying:
                groups[stayer] += moving
                self.table[stayer] = table.number
            if table.old and table.new:
                also += [*moving, *(len(self.movers) + stayer for stayer in staying)]
        self.sat.note(groups, there, also)


def _nothing(movers: int, stayers: int) -> Sat:
    everybody = movers + stayers
    return Sat(
        np.zeros((movers, stayers), bool),
        np.zeros((movers, movers), np.int64),
        np.zeros(everybody, np.int64),
        np.zeros(everybody, bool),
        np.zeros(everybody, np.int64),
    )
