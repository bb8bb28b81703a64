"""No cell of 1 to 4 can be worked out: tried by solvers that know the published numbers, the rule, and the program."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement, product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from projects.small_numbers import HIDDEN, SMALL, Cells, mask, protect

MOST = 10_000
COUNTS = st.lists(st.one_of(st.integers(0, 6), st.integers(0, 60)), min_size=2, max_size=8)


def values_of(shown: Cells, total: int) -> list[set[int]]:
    """What each cell may be to a reader who knows the total and the rule: whole numbers by their bounds.

    Written apart from the program: a cell takes a value when the others, at their least and at their most, leave it.
    """
    bounds = [{SMALL: (1, 4), HIDDEN: (5, total)}.get(str(cell), (cell, cell)) for cell in shown]
    lows, highs = sum(int(low) for low, _high in bounds), sum(int(high) for _low, high in bounds)
    return [
        {
            value
            for value in range(int(low), int(high) + 1)
            if lows - int(low) <= total - value <= highs - int(high)
        }
        for low, high in bounds
    ]  # fmt: skip


def small_values(shown: Cells, total: int) -> list[set[int]]:
    return [values for cell, values in zip(shown, values_of(shown, total), strict=True) if cell == SMALL]


def tables(cells: int, total: int) -> Iterator[tuple[int, ...]]:
    """Every table of so many cells over so many people."""
    if cells == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in tables(cells - 1, total - first):
            yield (first, *rest)


def seen_alike(cells: int, total: int) -> dict[str, list[tuple[int, ...]]]:
    """Every table by what is published of it: what a reader is left with who runs the program on all of them."""
    found: dict[str, list[tuple[int, ...]]] = defaultdict(list)
    for table in tables(cells, total):
        found[str(protect(table))].append(table)
    return found


@pytest.mark.parametrize(("cells", "most"), [(2, 80), (3, 55), (4, 36), (5, 25), (6, 17)])
def test_who_knows_the_program_cannot_work_out_a_small_cell(cells: int, most: int) -> None:
    """Every table there is: among those that look alike, no cell of 1 to 4 is the same in all."""
    for total in range(1, most):
        for shown, alike in seen_alike(cells, total).items():
            for place in range(cells):
                values = {table[place] for table in alike}
                assert len(values) > 1 or not 0 < min(values) < 5, (shown, alike)


def test_this_test_finds_a_hole() -> None:
    """With the neighbour hidden only when the sum alone gives the cell away, 1 beside 5 and 9 can be worked out."""
    naive: list[Cells] = [[SMALL, HIDDEN, 9], [SMALL, SMALL, 12]]
    assert small_values(naive[0], 15) == [{1}]
    assert small_values(naive[1], 14) == [{1}, {1}]
    assert small_values([SMALL, 7], 9) == [{2}]


@given(COUNTS)
@example([1, 5, 5])
@example([4, 5])
@example([1, 1, 11])
@example([3, 0, 0])
def test_no_small_cell_follows_from_one_table(counts: list[int]) -> None:
    """Zeros and all that is not hidden are shown as they are; small cells keep two values or more."""
    shown = protect(counts)
    if shown is None:
        return
    assert all(len(values) > 1 for values in small_values(shown, sum(counts)))
    for count, cell in zip(counts, shown, strict=True):
        assert (cell == SMALL) == (0 < count < 5)
        assert cell in {SMALL, HIDDEN, count}
        assert cell != HIDDEN or count >= 5


@given(COUNTS)
def test_nothing_is_hidden_without_a_need(counts: list[int]) -> None:
    """Where the small cells alone keep two values, nothing else is hidden; else at least one cell had to be."""
    shown, plain = protect(counts), [mask(count) for count in counts]
    needed = any(len(values) == 1 for values in small_values(plain, sum(counts)))
    if shown is not None:
        assert (HIDDEN in shown) == needed


@settings(max_examples=300)
@given(st.lists(st.integers(5, 60), min_size=1, max_size=6), st.integers(1, 4), st.integers(0, 6))
def test_one_small_cell_hides_one_neighbour_unless_it_is_about_5(large: list[int], small: int, place: int) -> None:
    """One neighbour is enough, unless it is so near to 5 that it would give the small cell away."""
    counts = large[:place] + [small] + large[place:]
    shown = protect(counts)
    nearest = large[min(place, len(large)) - 1] if place else large[0]
    if small + nearest >= 8 and (len(counts), sum(counts)) != (2, 8):
        assert shown is not None
        assert shown.count(HIDDEN) == 1


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([12, 8], [12, 8]),
        ([12, 0, 8], [12, 0, 8]),
        ([30, 3, 8], [HIDDEN, SMALL, 8]),
        ([30, 3, 2, 8], [30, SMALL, SMALL, 8]),
        ([30, 1, 1, 8], [HIDDEN, SMALL, SMALL, 8]),
        ([30, 4, 4, 0], [HIDDEN, SMALL, SMALL, 0]),
        ([3, 5, 9], [SMALL, HIDDEN, 9]),
        ([1, 5, 9], [SMALL, HIDDEN, HIDDEN]),
        ([1, 5], None),
        ([1, 5, 5], None),
        ([3, 0, 0], None),
        ([0, 0], [0, 0]),
    ],
)
def test_examples(counts: list[int], shown: Cells | None) -> None:
    assert protect(counts) == shown


def test_a_count_that_is_part_of_no_sum() -> None:
    assert [mask(count) for count in (0, 1, 4, 5, 12)] == [0, SMALL, SMALL, 5, 12]


# Several tables over the same people ---------------------------------------------------------------------------------
def _joint(shown: Sequence[Cells], people: int) -> Iterator[tuple[tuple[int, ...], ...]]:
    """Every way in which ``people`` can be divided over the cells of all tables at once that fits what is shown.

    People are told apart by nothing but the cells they are in: a multiset of combinations of cells.
    """
    kinds = list(product(*(range(len(cells)) for cells in shown)))
    for group in combinations_with_replacement(kinds, people):
        counted = tuple(
            tuple(sum(kind[number] == place for kind in group) for place in range(len(cells)))
            for number, cells in enumerate(shown)
        )
        if all(_fits(cells, counts) for cells, counts in zip(shown, counted, strict=True)):
            yield counted


def _fits(cells: Cells, counts: Sequence[int]) -> bool:
    return all(
        0 < count < 5 if cell == SMALL else count >= 5 if cell == HIDDEN else count == cell
        for cell, count in zip(cells, counts, strict=True)
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 2)), min_size=7, max_size=9))
def test_no_small_cell_follows_from_several_tables(people: list[tuple[int, int]]) -> None:
    """Two tables over the same people, solved together by trying every way to divide the people over both."""
    counts = [[sum(kind[number] == place for kind in people) for place in range(2 + number)] for number in range(2)]
    shown = [cells for cells in map(protect, counts) if cells is not None]
    seen: dict[tuple[int, int], set[int]] = defaultdict(set)
    for counted in _joint(shown, len(people)):
        for number, row in enumerate(counted):
            for place, count in enumerate(row):
                seen[number, place].add(count)
    for number, cells in enumerate(shown):
        for place, cell in enumerate(cells):
            assert cell != SMALL or len(seen[number, place]) > 1
