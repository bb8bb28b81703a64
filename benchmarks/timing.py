"""Timing one thing beside another, taken in turn so that a busy machine slows both."""

import statistics
import time
from collections.abc import Callable
from typing import NamedTuple


class Row(NamedTuple):
    """Medians in seconds."""

    what: str
    ours: float
    yardstick: float
    against: str


def side_by_side(
    what: str, ours: Callable[[], object], yardstick: Callable[[], object], against: str, *, runs: int = 9
) -> Row:
    """The medians of ``runs`` turns of both, after one turn that is not counted."""
    times: tuple[list[float], list[float]] = ([], [])
    for run in range(runs + 1):
        for found, work in zip(times, (ours, yardstick), strict=True):
            begin = time.perf_counter()
            work()
            if run:
                found.append(time.perf_counter() - begin)
    return Row(what, statistics.median(times[0]), statistics.median(times[1]), against)
