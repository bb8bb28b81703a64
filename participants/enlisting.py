"""A class list beside what is on record: every row checked by the form's fields, and held against who is there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from participants.actions.class_list import NewRow
from participants.class_list.columns import folded
from participants.class_list.rows import Line
from participants.doubles.likeness import WITHIN_LIST, Index, Traits, Why
from participants.forms.class_list import RowForm
from participants.models import Language, Person
from projects.models import Project

SKIP, ADD = "skip", "add"
PERSON = (
    "name", "call_name", "own_script_name", "pronunciation", "gender", "birth_year", "phone", "email", "street",
    "postcode",
)  # fmt: skip

# How the columns are called on the page.
LABELS = {
    "name": gettext_lazy("Naam"), "first": gettext_lazy("Voornaam"), "infix": gettext_lazy("Tussenvoegsel"),
    "last": gettext_lazy("Achternaam"), "call_name": gettext_lazy("Roepnaam"),
    "own_script_name": gettext_lazy("Naam in eigen schrift"), "pronunciation": gettext_lazy("Uitspraak"),
    "phone": gettext_lazy("Telefoon"), "email": gettext_lazy("E-mail"), "gender": gettext_lazy("Geslacht"),
    "birth_year": gettext_lazy("Geboortejaar"), "street": gettext_lazy("Straat"), "postcode": gettext_lazy("Postcode"),
    "languages": gettext_lazy("Talen"), "dutch_level": gettext_lazy("Niveau"),
}  # fmt: skip


@dataclass
class Checked:
    """One row as the page shows it. ``like`` says who it may be already; ``choice`` what was chosen then."""

    number: int
    key: str
    values: dict[str, str]
    languages: list[int]
    cells: dict[str, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    cleaned: dict[str, Any] = field(default_factory=dict)
    wrong: dict[str, str] = field(default_factory=dict)
    like: list[str] = field(default_factory=list)
    choice: str = ""

    @property
    def name(self) -> str:
        return self.values.get("name", "")

    @property
    def faults(self) -> list[dict[str, str]]:
        """What is wrong, by column, beside what stood in the cell."""
        return [
            {"field": str(LABELS[name]), "message": message, "cell": (self.cells.get(name) or "")[:80]}
            for name, message in self.wrong.items()
        ]

    @property
    def facts(self) -> list[str]:
        """Gender, year of birth and level, as far as they are known."""
        gender = self.values.get("gender", "")
        found = [dict(Person.Gender.choices).get(gender, gender), self.values.get("birth_year", "")]
        return [str(one) for one in [*found, self.values.get("dutch_level", "")] if one]

    @property
    def asks(self) -> bool:
        """Whether somebody still has to choose."""
        return bool(self.like) and self.choice not in {SKIP, ADD}

    def sealed(self) -> dict[str, Any]:
        """As plain data that can travel with the page."""
        return {
            "n": self.number,
            "k": self.key,
            "v": {name: value for name, value in self.values.items() if value},
            "l": self.languages,
            "r": self.remarks,
        }

    def to_add(self) -> NewRow:
        """What the action registers."""
        person = {name: self.cleaned[name] for name in PERSON}
        part = {"dutch_level": self.cleaned["dutch_level"]}
        return NewRow(UUID(self.key), {**person, "languages": self.languages}, part, even_if_known=self.choice == ADD)


def known_languages() -> dict[str, int]:
    """The number of each language, by what it may be called."""
    known: dict[str, int] = {}
    for number, code, name in Language.objects.values_list("pk", "code", "name"):
        known |= {folded(code): number, folded(name): number, folded(name.partition("(")[0]): number}
    return known


def language_names() -> dict[int, str]:
    """The name of each language, by its number."""
    return dict(Language.objects.values_list("pk", "name"))


def from_lines(lines: list[Line]) -> list[Checked]:
    """Rows fresh from the file, each with the key under which it will be registered."""
    return [
        Checked(line.number, str(uuid4()), line.values, line.languages, line.cells, line.remarks) for line in lines
    ]


def from_sealed(rows: list[dict[str, Any]], choices: Mapping[str, str]) -> list[Checked]:
    """Rows that came back with the page; ``choices`` says by ``rij-7`` what to do with row 7."""
    return [
        Checked(
            row["n"], row["k"], row["v"], row["l"], dict(row["v"]), row["r"], choice=choices.get(f"rij-{row['n']}", "")
        )
        for row in rows
    ]


def check(project: Project, rows: list[Checked]) -> None:
    """Hold every row against the form's fields, against who is registered, and against the rows above it."""
    form = RowForm()
    keys = {row.key for row in rows}
    there: Index[str] = Index(WITHIN_LIST)
    people = project.participants.values_list("registration_key", "person__name", "person__phone", "person__email")
    for key, name, phone, email in people:
        if str(key) not in keys:
            there.add(name, Traits(name, phone, email))
    above: Index[int] = Index(WITHIN_LIST)
    for row in rows:
        row.cleaned, row.wrong = form.check(row.values)
        traits = Traits(row.cleaned.get("name", ""), row.cleaned.get("phone", ""), row.cleaned.get("email", ""))
        row.like = _sentences(there, above, traits)
        above.add(row.number, traits)


def _sentences(there: Index[str], above: Index[int], traits: Traits) -> list[str]:
    told = [
        _("%(name)s is al aangemeld (%(why)s).") % {"name": name, "why": _reasons(whys)}
        for name, whys in there.like(traits).items()
    ]
    return (
        told[:3]
        + [
            _("Staat ook in rij %(number)s (%(why)s).") % {"number": number, "why": _reasons(whys)}
            for number, whys in above.like(traits).items()
        ][:3]
    )


def _reasons(whys: list[Why]) -> str:
    return ", ".join(str(why.label) for why in dict.fromkeys(whys))


def this_year() -> int:
    """The year it is in Amsterdam."""
    return timezone.localdate().year
