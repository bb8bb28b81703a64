"""Which table is whose: who stays keeps the number."""

from matching.solver.clashes import Groups
from matching.solver.hall import Hall

Seated = tuple[int, int, list[int]]
"""Table number, who stays, who moves."""


def numbered(hall: Hall, rounds: list[Groups]) -> list[list[Seated]]:
    """The rounds with table numbers, each round in order of table."""
    own = _own_tables(hall, rounds)
    found = []
    for groups in rounds:
        numbers = _numbers(hall, own, [stayer for stayer, members in enumerate(groups) if members])
        own.update(numbers)
        found.append(sorted((numbers[stayer], stayer, groups[stayer]) for stayer in numbers))
    return found


def _own_tables(hall: Hall, rounds: list[Groups]) -> dict[int, int]:
    """A table for each who stays in any of the rounds, the last one they had first; where there are enough."""
    staying = sorted({stayer for groups in rounds for stayer, members in enumerate(groups) if members})
    own: dict[int, int] = {}
    for stayer in staying:
        table = hall.table.get(stayer)
        if table is not None and 1 <= table <= hall.tables and table not in own.values():
            own[stayer] = table
    free = iter([number for number in range(1, hall.tables + 1) if number not in own.values()])
    for stayer in staying:
        if stayer not in own:
            number = next(free, None)
            if number is not None:
                own[stayer] = number
    return own


def _numbers(hall: Hall, own: dict[int, int], staying: list[int]) -> dict[int, int]:
    """This round's tables: everybody's own where nobody else has it, else the lowest that is free."""
    numbers: dict[int, int] = {}
    for stayer in staying:
        if stayer in own and own[stayer] not in numbers.values():
            numbers[stayer] = own[stayer]
    free = iter([number for number in range(1, hall.tables + 1) if number not in numbers.values()])
    for stayer in staying:
        if stayer not in numbers:
            numbers[stayer] = next(free)
    return numbers
