"""From a table to people: each row's values as a form would get them, with what was in the cells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from participants.class_list import values as read
from participants.class_list.columns import Column, Header, folded, header_of
from participants.class_list.table import MOST_COLUMNS, MOST_ROWS, Table, Unreadable, too_many_rows

TOTALS = ("totaal", "subtotaal", "aantal", "total")


@dataclass
class Line:
    """One person of the list. ``number`` is the row in the spreadsheet; ``cells`` what stood there, by field."""

    number: int
    values: dict[str, str]
    cells: dict[str, str]
    languages: list[int] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


@dataclass
class ClassList:
    """What a file turned out to hold."""

    lines: list[Line]
    taken: list[Column]
    left: list[Column]
    sheet: str
    skipped: list[int]


def class_list_of(table: Table, *, languages: Mapping[str, int], this_year: int) -> ClassList:
    """The people in ``table``. Raises Unreadable without a header, without people, and beyond the limits."""
    header = header_of(table.rows)
    if header is None:
        raise Unreadable(
            _("We vonden geen rij met kopjes. Zet boven elke kolom wat erin staat: Naam, Telefoon, E-mail.")
        )
    if len(header.columns) > MOST_COLUMNS:
        raise Unreadable(_("Er staan te veel kolommen in dit bestand: ten hoogste %(most)s.") % {"most": MOST_COLUMNS})
    lines, skipped = [], []
    for number, row in enumerate(table.rows[header.row + 1 :], start=header.row + 2):
        cells = dict(_cells(header, row))
        if not cells or _is_total(cells):
            skipped += [number] if _has_words(row) else []
        elif not _is_header(header, row):
            lines.append(_line(number, cells, languages, this_year))
    if not lines:
        raise Unreadable(_("Onder de kopjes staat niemand."))
    if len(lines) > MOST_ROWS:
        raise too_many_rows()
    taken = [column for column in header.columns if column.field]
    return ClassList(lines, taken, [one for one in header.columns if not one.field], table.sheet, skipped)


def _cells(header: Header, row: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What stands in each field; of two columns with one field the first that is filled."""
    for name in sorted(header.fields):
        filled = [row[place] for place in header.standing_in(name) if place < len(row) and row[place]]
        if filled:
            yield name, filled[0]


def _is_total(cells: dict[str, str]) -> bool:
    return len(cells) == 1 and folded(next(iter(cells.values()))).startswith(TOTALS)


def _is_header(header: Header, row: Sequence[str]) -> bool:
    """The header once more, as on every printed page."""
    titles = {column.place: column.header for column in header.columns}
    return all(folded(cell) == folded(titles.get(place, "")) for place, cell in enumerate(row) if cell)


def _has_words(row: Sequence[str]) -> bool:
    """More than a number that was filled in beforehand."""
    return any(any(letter.isalpha() for letter in cell) for cell in row)


def _line(number: int, cells: dict[str, str], languages: Mapping[str, int], this_year: int) -> Line:
    line = Line(number, {}, dict(cells))
    get = cells.get
    line.values = {
        "name": _name(cells),
        "call_name": read.one_line(get("call_name", "")),
        "own_script_name": read.one_line(get("own_script_name", "")),
        "pronunciation": read.one_line(get("pronunciation", "")),
        "gender": read.gender(get("gender", "")),
        "birth_year": read.birth_year(get("birth_year", ""), this_year),
        "email": read.email(get("email", "")),
        "postcode": read.postcode(get("postcode", "")),
        "dutch_level": read.dutch_level(get("dutch_level", "")),
    }
    _read_street(line)
    _read_phone(line)
    line.languages, unknown = read.languages(get("languages", ""), languages)
    if unknown:
        line.remarks.append(_("Deze taal kennen we niet: %(names)s.") % {"names": ", ".join(unknown)[:100]})
    if not line.values["dutch_level"] and not read.is_nothing(get("dutch_level", "")):
        line.remarks.append(_("Dit niveau kennen we niet: %(level)s.") % {"level": get("dutch_level", "")[:40]})
    return line


def _name(cells: dict[str, str]) -> str:
    """One name out of the columns a school has for it. With a first name beside it, ``Naam`` is the surname."""
    first = read.one_line(cells.get("first") or ("" if "name" in cells else cells.get("call_name", "")))
    whole = read.name(cells.get("name", ""))
    last = read.name(cells.get("last", ""))
    if whole and (last or not first or folded(first) in folded(whole)):
        return whole
    return read.one_line(" ".join([first, cells.get("infix", ""), last or whole]))


def _read_street(line: Line) -> None:
    street, postcode = read.street(line.cells.get("street", ""))
    number = [read.one_line(line.cells.get(part, "")) for part in ("house", "addition")]
    line.values["street"] = read.one_line(" ".join([street, *number])) if street else ""
    line.values["postcode"] = line.values["postcode"] or postcode


def _read_phone(line: Line) -> None:
    """The first number that is one; a second is named, so nobody thinks it was kept."""
    found = [number for key in ("phone", "other_phone") for number in read.phones(line.cells.get(key, ""))]
    line.values["phone"] = found[0] if found else ""
    line.cells.setdefault("phone", line.cells.get("other_phone", ""))
    more = [number for number in dict.fromkeys(found) if number != line.values["phone"]]
    if more:
        line.remarks.append(
            _("Er is plaats voor één telefoonnummer. Niet overgenomen: %(numbers)s.")
            % {"numbers": ", ".join(more)[:100]}
        )
