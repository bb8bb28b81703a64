"""What differs between two texts, line by line, for who looks at a version or saves after somebody else."""

from difflib import SequenceMatcher
from typing import NamedTuple


class Line(NamedTuple):
    """``kind`` is ``same``, ``gone``, ``new`` or ``skipped`` (lines that did not change, left out)."""

    kind: str
    text: str


AROUND = 1


def compare(before: str, after: str) -> list[Line]:
    """The lines that went and came, with a line around them for the eye."""
    old, new = _lines(before), _lines(after)
    found: list[Line] = []
    for groups in SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(AROUND):
        if found or groups[0][1]:
            found.append(Line("skipped", ""))
        for tag, old_from, old_to, new_from, new_to in groups:
            if tag == "equal":
                found += [Line("same", line) for line in old[old_from:old_to]]
            else:
                found += [Line("gone", line) for line in old[old_from:old_to]]
                found += [Line("new", line) for line in new[new_from:new_to]]
    return found


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]
