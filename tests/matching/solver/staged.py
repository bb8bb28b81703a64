"""The best couples by integer programming (HiGHS), one level after the other, for cases that cannot all be tried."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from tests.matching.solver.brute import Book, Document, Impossible, Levels

Row = dict[int, float]


class Programme:
    """Zero or one for each admissible pair, each old with a couple, with a chosen couple, with three new."""

    def __init__(self, document: Document) -> None:
        self.book = Book(document)
        book = self.book
        self.pairs = [(new, old) for new in book.new for old in book.old if book.allowed(old, [new])]
        self.column = {pair: number for number, pair in enumerate(self.pairs)}
        for old in book.old:
            for kind in ("used", "chosen", "three"):
                self.column[old, kind] = len(self.column)
        if missing := book.locks - set(self.pairs):
            raise Impossible(missing)
        self.locked = [self.column[pair] for pair in book.locks]
        self.rows: list[tuple[Row, float, float]] = []
        self.one_old_each()
        for old in book.old:
            self.of_an_old(old)

    def at_most(self, row: Row, most: float) -> None:
        self.rows.append((row, -np.inf, most))

    def one_old_each(self) -> None:
        for new in self.book.new:
            self.at_most({self.column[pair]: 1 for pair in self.pairs if pair[0] == new}, 1)

    def of_an_old(self, old: str) -> None:
        """No more than ``max_new``, nobody with whom they may not be, and what the three kinds mean."""
        mine = {new: self.column[new, host] for new, host in self.pairs if host == old}
        everybody = dict.fromkeys(mine.values(), 1.0)
        self.at_most(everybody, self.book.old[old].get("max_new", 1))
        for one, other in combinations(mine, 2):
            if self.may_not_share(one, other):
                self.at_most({mine[one]: 1, mine[other]: 1}, 1)
        self.at_most({self.column[old, "used"]: 1, **dict.fromkeys(mine.values(), -1)}, 0)
        mutual = [column for new, column in mine.items() if self.book.mutual(new, old)]
        self.at_most({self.column[old, "chosen"]: 1, **dict.fromkeys(mutual, -1)}, 0)
        self.at_most({**everybody, self.column[old, "three"]: -1}, 2)

    def may_not_share(self, one: str, other: str) -> bool:
        people = self.book.new[one], self.book.new[other]
        wish = any(each.get("women_only") for each in people)
        return (wish and not all(each.get("woman") is True for each in people)) or (
            frozenset((one, other)) in self.book.apart
        )

    def goals(self) -> Iterator[tuple[str, Row]]:
        """What each level adds up, the higher the better."""
        book = self.book
        yield "chosen_couples", {self.column[old, "chosen"]: 1 for old in book.old}
        yield "new_left_out", {self.column[pair]: 1 for pair in self.pairs}
        yield "old_left_out", {self.column[old, "used"]: 1 for old in book.old}
        yield "with_three_new", {self.column[old, "three"]: -1 for old in book.old}
        yield "mutual_pairs", {self.column[pair]: book.mutual(*pair) for pair in self.pairs}
        yield "kept", {self.column[pair]: 1 for pair in self.pairs if pair in book.keep}
        yield "choice_points", {self.column[pair]: book.choice_points(*pair) for pair in self.pairs}
        yield "score", {self.column[pair]: book.score(*pair) for pair in self.pairs}
        yield "draw", {self.column[pair]: -book.draw(*pair) for pair in self.pairs}

    def highest(self, goal: Row) -> int:
        """The most that this goal can be; from now on it may not be less."""
        if not any(goal.values()):
            return 0
        cost = np.zeros(len(self.column))
        cost[list(goal)] = [-value for value in goal.values()]
        entries = [(number, column, value) for number, row in enumerate(self.rows) for column, value in row[0].items()]
        line, column, value = (np.array(part) for part in zip(*entries, strict=True))
        matrix = csr_array((value.astype(float), (line, column)), shape=(len(self.rows), len(self.column)))
        least = np.zeros(len(self.column))
        least[self.locked] = 1
        found = milp(
            cost,
            integrality=np.ones(len(self.column), dtype=int),
            bounds=Bounds(least, np.ones(len(self.column))),
            constraints=LinearConstraint(matrix, [row[1] for row in self.rows], [row[2] for row in self.rows]),
            options={"mip_rel_gap": 0.0},
        )
        if found.status == 2:
            raise Impossible
        assert found.status == 0, found.message
        most = round(-found.fun)
        assert abs(most + found.fun) < 0.1
        self.rows.append(({column: float(value) for column, value in goal.items()}, most - 0.5, np.inf))
        return most


def staged(document: Document) -> Levels:
    """The levels of the best couplings."""
    programme = Programme(document)
    most = {name: programme.highest(goal) for name, goal in programme.goals()}
    book = programme.book
    return Levels(
        chosen_couples=most["chosen_couples"],
        new_left_out=len(book.new) - most["new_left_out"],
        old_left_out=len(book.old) - most["old_left_out"],
        with_three_new=-most["with_three_new"],
        mutual_pairs=most["mutual_pairs"],
        kept=len(book.keep) - most["kept"],
        choice_points=most["choice_points"],
        score=most["score"],
        draw=-most["draw"],
    )
