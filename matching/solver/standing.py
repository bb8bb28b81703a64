"""How a pair stands among what its people could have had."""

import numpy as np

from matching.solver.couples import Problem
from matching.solver.levels import Ints, Points


class Standing:
    """For the pairs made: how many possibilities each had, and which place this one takes for the new one."""

    def __init__(self, problem: Problem, rows: Ints, hosts: Ints) -> None:
        allowed, worth = problem.seats.allowed, self._worth(problem)
        own = np.zeros(len(allowed), worth.dtype)
        own[rows] = worth[rows, hosts]
        better = (worth > own[:, None]) & allowed
        self._by_row = allowed.sum(axis=1, dtype=np.int32).tolist()
        self._by_host = allowed.sum(axis=0, dtype=np.int32).tolist()
        self.ranks: list[int] = (1 + better.sum(axis=1, dtype=np.int32)[rows]).tolist()

    @staticmethod
    def _worth(problem: Problem) -> Points:
        """Both yes before other choices, those before the soft score; five times the highest score fits 16 bits."""
        total = problem.scores.total
        worth = np.maximum(problem.said, 0, dtype=total.dtype)
        worth *= 1 + int(total.max(initial=0))
        worth += total
        return worth

    def possibilities(self, row: int) -> int:
        """How many of the old this new one may be coupled with."""
        return int(self._by_row[row])

    def of_host(self, host: int) -> int:
        """How many of the new this old one may be coupled with."""
        return int(self._by_host[host])
