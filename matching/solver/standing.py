"""How a pair stands among what its people could have had."""

from collections.abc import Sequence

import numpy as np

from matching.solver.couples import Problem

RANKED = {"chosen_couples": 4, "choice_points": 1}
"""Having chosen each other is worth more than any other choice, and that more than any score."""


class Standing:
    """For the pairs made: how many possibilities each had, and which place this one takes for the new one."""

    def __init__(self, problem: Problem, pairs: Sequence[tuple[int, int]]) -> None:
        allowed = problem.seats.allowed
        self._by_row = allowed.sum(axis=1).tolist()
        self._by_host = allowed.sum(axis=0).tolist()
        rows = np.array([row for row, _host in pairs])
        hosts = np.array([host for _row, host in pairs])
        worth = self._worth(problem)
        better = (worth[rows] > worth[rows, hosts][:, None]) & allowed[rows]
        self.ranks: list[int] = (1 + better.sum(axis=1)).tolist()

    @staticmethod
    def _worth(problem: Problem) -> np.ndarray:
        """Both yes before other choices, those before the soft score."""
        score = problem.scores.total
        scale = 1 + int(score.max(initial=0))
        worth = score.copy()
        for level in problem.levels:
            if level.name in RANKED and level.entries is not None:
                rows, hosts, values = level.entries
                worth[rows, hosts] += scale * RANKED[level.name] * values
        return worth

    def possibilities(self, row: int) -> int:
        """How many of the old this new one may be coupled with."""
        return int(self._by_row[row])

    def of_host(self, host: int) -> int:
        """How many of the new this old one may be coupled with."""
        return int(self._by_host[host])
