"""Figures of the end report about what participants thought of it: sums only, and never a cell of 1 to 4.

They are told once the closing meeting was held: before that, who looks every day would see what the last one answered.
No table is by side: a table by two things at once could be solved together with the others (ADR 0021).
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from participants.evaluating import asked
from participants.models import Evaluation, Participant
from projects.models import Project
from projects.report import figure
from projects.small_numbers import FEWEST, HIDDEN, Cell, mask, protect, published_before

PASSED = _("niet ingevuld")
Question = tuple[str, Any]


def _asked(project: Project) -> list[Participant]:
    """Who was asked; nobody as long as the closing meeting has still to come."""
    closing = project.meetings.closing()
    return asked(project) if closing and closing.day <= timezone.localdate() else []


def _given(people: Sequence[Participant]) -> list[Evaluation]:
    return [one.evaluation for one in people if hasattr(one, "evaluation")]


def share(part: int, whole: int) -> str:
    """``part`` of ``whole`` in whole percents, as it is written."""
    return f"{round(100 * part / whole)} %" if whole else HIDDEN


@figure("lessons", 40, _("Wie de evaluatie invulde"), kind="table")
def evaluation_response(project: Project) -> dict[str, Any] | None:
    """Aan hoeveel deelnemers we vroegen wat ze ervan vonden, en hoeveel er iets invulden.

    We vragen het aan iedereen die een mixmaatje heeft of had, ook als dat eerder stopte. Een aantal van 1 tot en met 4
    staat er als '<5'. Wie niets invulde, telt bij de andere tabellen van de evaluatie niet mee.
    """
    if (before := published_before(project, "participants.evaluation_response")) is not None:
        return before  # type: ignore[no-any-return]
    people = _asked(project)
    number = len(_given(people))
    if not number:
        return None
    part = HIDDEN if number < FEWEST else share(number, len(people))
    rows: list[list[Any]] = [[_("Gevraagd"), len(people)], [_("Ingevuld"), mask(number)], [_("Deel"), part]]
    return {"columns": [_("Evaluatie"), _("Deelnemers")], "rows": rows}


def _table(
    project: Project, key: str, head: Any, kind: Any, questions: Sequence[Question], good: Sequence[Any], goal: Any
) -> dict[str, Any] | None:
    """A row for each of ``questions``: how often each answer of ``kind`` was given, each row protected by itself.

    ``good`` are the answers whose share stands in the last column, called ``goal``. None while there are too few
    answers; once published, as it was published.
    """
    if (before := published_before(project, key)) is not None:
        return before  # type: ignore[no-any-return]
    given = _given(_asked(project))
    if len(given) < FEWEST:
        return None
    rows = []
    for name, label in questions:
        counted = Counter(getattr(one, name) or None for one in given)
        cells: list[Cell] = protect([counted[value] for value in [*kind.values, None]]) or [HIDDEN] * (len(kind) + 1)
        told = dict(zip(kind.values, cells, strict=False))
        rows.append([label, *cells, len(given), _told_share([told[value] for value in good], len(given))])
    return {"columns": [head, *kind.labels, PASSED, _("Samen"), goal], "rows": rows}


def _told_share(cells: Sequence[Cell], whole: int) -> str:
    """The share that ``cells`` are together; hidden when one of them is, so that it tells nothing new."""
    numbers = [cell for cell in cells if isinstance(cell, int)]
    return share(sum(numbers), whole) if len(numbers) == len(cells) else HIDDEN


@figure("lessons", 41, _("Nog een keer, en elkaar blijven zien"), kind="table")
def evaluation_again(project: Project) -> dict[str, Any] | None:
    """Wat deelnemers antwoordden op twee vragen: zou je nog een keer meedoen, en blijven jullie elkaar zien.

    In de laatste kolom staat welk deel ja zei, van iedereen die het formulier invulde. Een aantal van 1 tot en met 4
    staat er als '<5'. Een streepje is een aantal van 5 of meer dat we verbergen, omdat je anders een '<5' kunt
    uitrekenen, of een deel dat daarvan afhangt. De tabel van het eerste vastgestelde verslag verandert niet meer.
    """
    questions = [("again", _("Zou nog een keer meedoen")), ("go_on", _("Blijft het mixmaatje zien"))]
    wish = Evaluation.Wish
    key = "participants.evaluation_again"
    return _table(project, key, _("Vraag"), wish, questions, [wish.YES], _("Zei ja"))


@figure("lessons", 42, _("Nederlands spreken"), kind="table")
def evaluation_dutch(project: Project) -> dict[str, Any] | None:
    """Hoeveel Nederlands deelnemers nu met andere mensen spreken, vergeleken met de tijd voor het project.

    In de laatste kolom staat welk deel meer of veel meer spreekt, van iedereen die het formulier invulde. Een aantal
    van 1 tot en met 4 staat er als '<5'. Een streepje is een aantal van 5 of meer dat we verbergen, omdat je anders
    een '<5' kunt uitrekenen, of een deel dat daarvan afhangt. De tabel van het eerste vastgestelde verslag verandert
    niet meer.
    """
    spoken = Evaluation.Spoken
    questions = [("dutch", _("Spreekt Nederlands met andere mensen"))]
    good = [spoken.MORE, spoken.MUCH_MORE]
    return _table(
        project, "participants.evaluation_dutch", _("Vraag"), spoken, questions, good, _("Meer dan eerst, samen")
    )


@figure("lessons", 43, _("De buurt en contact met anderen"), kind="table")
def evaluation_contact(project: Project) -> dict[str, Any] | None:
    """Wat deelnemers vinden van vier zinnen: over de buurt, de eigen groep, andere Amsterdammers en instanties.

    In de laatste kolom staat voor welk deel de zin best wel of heel erg klopt, van iedereen die het formulier
    invulde. Een aantal van 1 tot en met 4 staat er als '<5'. Een streepje is een aantal van 5 of meer dat we
    verbergen, omdat je anders een '<5' kunt uitrekenen, of een deel dat daarvan afhangt. De tabel van het eerste
    vastgestelde verslag verandert niet meer.
    """
    agrees = Evaluation.Agrees
    questions = [
        ("neighbourhood", _("Kent de buurt")),
        ("own_group", _("Heeft contact met de eigen groep")),
        ("locals", _("Heeft contact met andere Amsterdammers")),
        ("institutions", _("Weet bij welke instantie je moet zijn")),
    ]
    good = [agrees.RATHER, agrees.VERY]
    return _table(
        project, "participants.evaluation_contact", _("Dit klopt"), agrees, questions, good, _("Best wel of heel erg")
    )


@figure("lessons", 44, _("Konden mensen bij de bijeenkomsten komen"), kind="table")
def evaluation_reach(project: Project) -> dict[str, Any] | None:
    """Wat deelnemers vinden van de zin: ik kon makkelijk bij de bijeenkomsten komen.

    In de laatste kolom staat voor welk deel de zin best wel of heel erg klopt, van iedereen die het formulier
    invulde. Een aantal van 1 tot en met 4 staat er als '<5'. Een streepje is een aantal van 5 of meer dat we
    verbergen, omdat je anders een '<5' kunt uitrekenen, of een deel dat daarvan afhangt. De tabel van het eerste
    vastgestelde verslag verandert niet meer.
    """
    agrees = Evaluation.Agrees
    questions = [("reach", _("Kon makkelijk komen"))]
    good = [agrees.RATHER, agrees.VERY]
    return _table(
        project, "participants.evaluation_reach", _("Dit klopt"), agrees, questions, good, _("Best wel of heel erg")
    )
