"""Who may be on record twice: within a project, and recognised from another one the viewer leads.

Two people are only ever pointed out; whether they are one is decided by a person.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower, Trim

from participants.class_list.columns import folded
from participants.doubles.likeness import AMONG_RECORDS, Index, Traits, Why
from participants.models import NotTheSame, Participant, Person
from projects.models import Project
from projects.models.project import ProjectQuerySet
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
    others = _others(project, user)
    return [project, *(one for one in others if may(user, Permission.MANAGE_PARTICIPANTS, one))]


def _others(project: Project, user: Any) -> ProjectQuerySet:
    """Those that ``user`` may know of, whatever they may do in them."""
    return Project.objects.visible_to(user).filter(is_practice=project.is_practice).exclude(pk=project.pk)


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
    for number, person, traits in _told(
        _elsewhere(project, user, [Traits(*told) for *_numbers, told in mine], inside)
    ):
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


def _elsewhere(project: Project, user: Any, mine: list[Traits], inside: set[int]) -> "QuerySet[Participant]":
    """Who may make a pair with one of ``mine``, in the other projects that ``user`` may look in.

    The few people are found first, by what has an index: a city has many projects, and nearly nobody in them is alike.
    """
    people = Person.objects.filter(forgotten_on__isnull=True).alias(plain_email=Lower(Trim("email")))
    alike = set(people.filter(_shares_one(mine)).exclude(pk__in=inside).order_by().values_list("pk", flat=True))
    rows = Participant.objects.remembered().filter(person__in=alike).exclude(project=project)
    theirs = set(rows.values_list("project", flat=True)) if alike else set()
    seen = _others(project, user).filter(pk__in=theirs) if theirs else []
    return rows.filter(project__in=[one for one in seen if may(user, Permission.MANAGE_PARTICIPANTS, one)])


def _shares_one(mine: list[Traits]) -> Q:
    """Who shares a phone, e-mail or name with one of ``mine``: nobody else can make a pair.

    Who has no name to compare yet was written by the release before this one.
    """
    phones = {one.phone for one in mine if one.phone}
    emails = {one.email.strip().lower() for one in mine if one.email}
    names = {folded(one.name) for one in mine}
    return Q(phone__in=phones) | Q(plain_email__in=emails) | Q(name_folded__in={*names, ""})
