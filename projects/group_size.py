"""How many people a project can take, from how many ambassadors there are to guide them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

FEWEST, BEST, MOST = 2, 5, 6
"""Couples one ambassador guides: fewer is hardly a group, five works well, more than six is too many."""
WORKABLE, LEAST, LARGEST = 20, 8, 30
"""People per side: a workable number, the minimum that is asked at most, and the largest group for one afternoon."""


@dataclass(frozen=True)
class GroupSize:
    """Numbers for one side; the other has the same."""

    ambassadors: int
    minimum: int
    target: int
    maximum: int

    @property
    def rule(self) -> str:
        """How the numbers follow, in words."""
        team = ngettext("Met %(count)s ambassadeur:", "Met %(count)s ambassadeurs:", self.ambassadors) % {
            "count": self.ambassadors
        }
        numbers = _("ten minste %(minimum)s, liefst %(target)s en ten hoogste %(maximum)s mensen van elke kant.") % {
            "minimum": self.minimum,
            "target": self.target,
            "maximum": self.maximum,
        }
        why = _(
            "De regel: één ambassadeur begeleidt ongeveer %(best)s koppels, en nooit meer dan %(most)s. "
            "20 van elke kant is een aantal dat goed werkt; boven de 30 past het niet op één middag."
        ) % {"best": BEST, "most": MOST}
        return f"{team} {numbers} {why}"


def group_size(ambassadors: int) -> GroupSize:
    """The numbers that are proposed for so many ambassadors, at least one."""
    team = max(1, ambassadors)
    target = min(WORKABLE, BEST * team)
    return GroupSize(
        ambassadors=team,
        minimum=min(LEAST, FEWEST * team),
        target=target,
        maximum=max(target, min(LARGEST, MOST * team)),
    )
