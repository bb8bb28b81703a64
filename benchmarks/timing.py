"""Timing one thing beside another, taken in turn so that a busy machine slows both."""

import statistics
import time
from collections.abc import Callable
from typing import NamedTuple


class Row(NamedTuple):
    """Medians in seconds; ``goal`` is the highest ratio that is good enough, ``quality`` what came out."""

    what: str
    ours: float
    yardstick: float | None
    against: str
    goal: float | None = None
    quality: str = ""


def seconds(work: Callable[[], object]) -> float:
    """How long ``work`` takes once."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def median_of(work: Callable[[], object], runs: int) -> float:
    """The median of ``runs`` times, after one that is not counted."""
    work()
    return statistics.median(seconds(work) for _run in range(runs))


def in_turn(
    what: str,
    ours: Callable[[], object],
    timed: Callable[[], float],
    against: str,
    *,
    goal: float | None = None,
    quality: str = "",
    runs: int = 9,
    turn: int = 1,
) -> Row:
    """The medians of ``runs`` turns of both, after one that is not counted; ``timed`` measures itself.

    A turn is ``turn`` times the one and then as often the other: what takes a millisecond is measured warm, both ways.
    """
    times: tuple[list[float], list[float]] = ([], [])
    for run in range(runs + 1):
        both = [seconds(ours) for _time in range(turn)], [timed() for _time in range(turn)]
        if run:
            for found, some in zip(times, both, strict=True):
                found += some
    return Row(what, statistics.median(times[0]), statistics.median(times[1]), against, goal, quality)


def side_by_side(
    what: str,
    ours: Callable[[], object],
    yardstick: Callable[[], object],
    against: str,
    *,
    goal: float | None = None,
    quality: str = "",
    runs: int = 9,
) -> Row:
    """The same for a yardstick that runs here."""
    return in_turn(what, ours, lambda: seconds(yardstick), against, goal=goal, quality=quality, runs=runs)
