"""Who may be on record twice: within a project, and recognised from another one the viewer leads.

Two people are only ever pointed out; whether they are one is decided by a person.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower, Trim

from participants.class_list.columns import folded
from participants.doubles.likeness import AMONG_RECORDS, Index, Traits, Why
from participants.models import NotTheSame, Participant
from projects.models import Project
from projects.permissions import Permission, may

# A number that many have is the school's or the centre's: it says nothing about who somebody is.
MOST_WITH_ONE_MARK = 12


class Pair(NamedTuple):
    """``first`` is in the project, ``second`` in it too or in another; ``whys`` is what they share."""

    first: Participant
    second: Participant
    whys: list[Why]

    @property
    def elsewhere(self) -> bool:
        """Recognised from another project."""
        return self.first.project_id != self.second.project_id

    @property
    def only_phone(self) -> bool:
        """Nothing else than the phone is the same."""
        return self.whys == [Why.PHONE]


def within_reach(project: Project, user: Any) -> list[Project]:
    """``project`` and the others whose participants ``user`` manages; practice stays apart from what is real."""
    others = Project.objects.visible_to(user).filter(is_practice=project.is_practice).exclude(pk=project.pk)
    return [project, *(one for one in others if may(user, Permission.MANAGE_PARTICIPANTS, one))]


def number_of_pairs(project: Project, user: Any) -> int:
    """How many possible doubles there are."""
    return len(_found(project, user)[0])


def pairs_of(project: Project, user: Any, about: Participant | None = None) -> list[Pair]:
    """The possible doubles of ``project``, or those of one participant; a constant number of queries."""
    found, parts = _found(project, user)
    if about:
        found = {pair: whys for pair, whys in found.items() if about.person_id in pair}
    wanted = {parts[person] for pair in found for person in pair}
    rows = Participant.objects.filter(pk__in=wanted).select_related("person", "project", "ambassador")
    known = {row.person_id: row for row in rows}
    pairs = [
        Pair(known[first], known[second], _all_whys(known, first, second, whys))
        for (first, second), whys in found.items()
    ]
    if about:
        pairs = [pair if pair.first.person_id == about.person_id else _turned(pair) for pair in pairs]
    return sorted(pairs, key=lambda pair: (pair.elsewhere, pair.first.person.name, pair.first.pk, pair.second.pk))


def _all_whys(known: dict[int, Participant], first: int, second: int, whys: list[Why]) -> list[Why]:
    """``whys``, and the name where it is the same without anything that goes with it."""
    names = {folded(known[one].person.name) for one in (first, second)}
    named = {Why.NAME_AND_YEAR, Why.NAME_AND_POSTCODE} & set(whys)
    return [Why.NAME, *whys] if len(names) == 1 and not named else whys


def _turned(pair: Pair) -> Pair:
    return Pair(pair.second, pair.first, pair.whys)


def _found(project: Project, user: Any) -> tuple[dict[tuple[int, int], list[Why]], dict[int, int]]:
    """Pairs of persons' numbers with what they share, and by person the number of the participant to show."""
    index: Index[int] = Index(AMONG_RECORDS)
    mine = list(_told(Participant.objects.remembered().filter(project=project)))
    parts: dict[int, int] = {}
    for number, person, traits in mine:
        if person not in parts:
            index.add(person, Traits(*traits))
        parts[person] = number
    inside = set(parts)
    others = Participant.objects.remembered().filter(project__in=within_reach(project, user)[1:])
    others = others.exclude(person__in=inside).annotate(plain_email=Lower(Trim("person__email")))
    for number, person, traits in _told(others.filter(_shares_one([Traits(*told) for *_numbers, told in mine]))):
        if person not in parts:
            index.add(person, Traits(*traits))
        parts[person] = number
    decided = set(NotTheSame.objects.filter(Q(first__in=inside) | Q(second__in=inside)).values_list("first", "second"))
    found = {}
    for pair, whys in index.pairs(inside, MOST_WITH_ONE_MARK).items():
        if (min(pair), max(pair)) not in decided:
            found[pair] = whys
    return found, parts


def _told(rows: "QuerySet[Participant]") -> Iterator[tuple[int, int, tuple[Any, ...]]]:
    """Of each participant the number, the person's number, and what the person can be recognised by."""
    told = rows.order_by("pk").values_list(
        "pk", "person_id", "person__name", "person__phone", "person__email", "person__birth_year", "person__postcode"
    )
    for number, person, *traits in told:
        yield number, person, tuple(traits)


def _shares_one(mine: list[Traits]) -> Q:
    """Who shares a phone, e-mail, birth year or postcode with one of ``mine``: nobody else can make a pair.

    A name counts only together with one of the last two, and is compared without accents, which no database does.
    """

    def of(name: str) -> set[Any]:
        return {value for value in (getattr(one, name) for one in mine) if value}

    told = {f"person__{name}__in": of(name) for name in ("phone", "birth_year", "postcode")}
    emails = {email.strip().lower() for email in of("email")}
    return Q(**told, plain_email__in=emails, _connector=Q.OR)
