"""Who stand together when something is handed out: a higher app contributes groups, such as couples."""

import unicodedata
from collections.abc import Callable, Iterable

from participants.models import Participant
from projects.models import Project
from projects.registry import Registry

# Of a project the numbers of the participants who stand together, group after group.
Groups = Callable[[Project], list[list[int]]]
groups: Registry[Groups] = Registry("standing")


def group_by_group(project: Project, participants: Iterable[Participant]) -> list[Participant]:
    """``participants`` with those of a group behind each other; who is in no group follows, by name."""
    place: dict[int, int] = {}
    for grouped in groups:
        for group in grouped(project):
            for number in group:
                place.setdefault(number, len(place))
    return sorted(by_name(participants), key=lambda one: place.get(one.pk, len(place)))


def by_name(participants: Iterable[Participant]) -> list[Participant]:
    """``participants`` in order of name, as a reader looks for them: Élodie between Ed and Els."""
    return sorted(participants, key=lambda one: (_plain(one.person.name), one.pk))


def _plain(name: str) -> str:
    """``name`` without capitals and accents, to sort by."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
