"""The matching core: couples and rounds, exact and explained. Plain Python with NumPy and SciPy; knows no Django.

``python -m matching.solver couples|rounds`` runs it by itself. NumPy and SciPy load when something is first solved,
so a web process that only shows pages does without them.
"""

from typing import Any

from matching.solver.people import Person, women_rule_broken_by
from matching.solver.refused import Refused
from matching.solver.words import Labels

__all__ = ["Labels", "Person", "Refused", "plan_rounds", "solve_couples", "women_rule_broken_by"]


def solve_couples(document: Any, labels: Labels | None = None) -> dict[str, Any]:
    """The best couples for a document of the couples format, with a reason for each and for who is left out.

    ``labels`` turn ids and keys into words in the texts. Raises Refused when the document asks the impossible.
    """
    from matching.solver.answer import solve

    return solve(document, labels or Labels())


def plan_rounds(document: Any, labels: Labels | None = None) -> dict[str, Any]:
    """The rounds still to play for a document of the rounds format. Raises Refused as ``solve_couples``."""
    from matching.solver.rounds import plan

    return plan(document, labels or Labels())
