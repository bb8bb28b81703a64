"""Who may not sit with the same host, and what is decided about it: the rows at each host."""

from collections.abc import Sequence
from dataclasses import dataclass

Groups = list[list[int]]
"""Per host the rows that sit there."""


@dataclass(frozen=True)
class Clashes:
    """Who may not share a host: ``only_women`` with ``not_women``, and each pair of rows in ``apart``."""

    only_women: frozenset[int]
    not_women: frozenset[int]
    apart: frozenset[frozenset[int]]

    def __bool__(self) -> bool:
        return bool((self.only_women and self.not_women) or self.apart)

    def split(self, members: Sequence[int]) -> tuple[frozenset[int], frozenset[int]] | None:
        """Two sets of rows that cannot both sit with this host; None when all of ``members`` can."""
        if len(members) < 2:
            return None
        together = frozenset(members)
        if together & self.only_women and together & self.not_women:
            return self.only_women, self.not_women
        for pair in sorted(self.apart, key=sorted):
            if pair <= together:
                one, other = sorted(pair)
                return frozenset([one]), frozenset([other])
        return None
