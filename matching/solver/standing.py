"""How a pair stands among what its people could have had."""

from collections.abc import Sequence

import numpy as np

from matching.solver.couples import Problem


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
        scale = 1 + int(problem.score.max(initial=0))
        worth = problem.score.copy()
        for (row, host), points in problem.choice.items():
            worth[row, host] += scale * points
        for row, host in problem.mutual:
            worth[row, host] += scale * 4
        return worth

    def possibilities(self, row: int) -> int:
        """How many of the old this new one may be coupled with."""
        return int(self._by_row[row])

    def of_host(self, host: int) -> int:
        """How many of the new this old one may be coupled with."""
        return int(self._by_host[host])
