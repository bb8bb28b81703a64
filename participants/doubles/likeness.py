"""When two people on record may be one: the same phone, e-mail, or name with something else that fits."""

from collections.abc import Hashable, Iterable, Iterator, Set
from itertools import combinations
from typing import NamedTuple, TypeVar

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from participants.class_list.columns import folded


class Why(TextChoices):
    """What two people share."""

    PHONE = "phone", _("zelfde telefoon")
    EMAIL = "email", _("zelfde e-mail")
    NAME = "name", _("zelfde naam")
    NAME_AND_YEAR = "name_and_year", _("zelfde naam en geboortejaar")
    NAME_AND_POSTCODE = "name_and_postcode", _("zelfde naam en postcode")


class Traits(NamedTuple):
    """What somebody can be recognised by."""

    name: str
    phone: str = ""
    email: str = ""
    birth_year: int | None = None
    postcode: str = ""

    def marks(self) -> dict[Why, Hashable]:
        """What somebody else would have to have the same, by reason. Accents, capitals and signs do not count."""
        name = folded(self.name)
        found: dict[Why, Hashable] = {
            Why.PHONE: self.phone,
            Why.EMAIL: self.email.strip().casefold(),
            Why.NAME: name,
            Why.NAME_AND_YEAR: (name, self.birth_year) if name and self.birth_year else "",
            Why.NAME_AND_POSTCODE: (name, self.postcode) if name and self.postcode else "",
        }
        return {why: mark for why, mark in found.items() if mark}


# In one list or project the name alone is worth a question; over all projects of a city it is not.
WITHIN_LIST = (Why.NAME, Why.PHONE, Why.EMAIL)
AMONG_RECORDS = (Why.NAME_AND_YEAR, Why.NAME_AND_POSTCODE, Why.PHONE, Why.EMAIL)
Key = TypeVar("Key", bound=Hashable)


class Index(dict[tuple[Why, Hashable], list[Key]]):
    """Who has which mark; grows as people are added."""

    def __init__(self, whys: Iterable[Why]) -> None:
        super().__init__()
        self.whys = tuple(whys)

    def add(self, key: Key, traits: Traits) -> None:
        for mark in self._of(traits):
            self.setdefault(mark, []).append(key)

    def like(self, traits: Traits) -> dict[Key, list[Why]]:
        """Those who may be the same, with all reasons; the strongest reason's people first."""
        found: dict[Key, list[Why]] = {}
        for mark in self._of(traits):
            for key in self.get(mark, []):
                found.setdefault(key, []).append(mark[0])
        return found

    def pairs(self, inside: Set[Key], most: int) -> dict[tuple[Key, Key], list[Why]]:
        """Every two that share a mark, with all reasons; the first of the two is one of ``inside``.

        What more than ``most`` share makes nobody alike.
        """
        found: dict[tuple[Key, Key], list[Why]] = {}
        for (why, _mark), keys in self.items():
            if not 2 <= len(keys) <= most:
                continue
            for one, other in combinations(keys, 2):
                if one in inside or other in inside:
                    found.setdefault((one, other) if one in inside else (other, one), []).append(why)
        return found

    def _of(self, traits: Traits) -> Iterator[tuple[Why, Hashable]]:
        marks = traits.marks()
        yield from ((why, marks[why]) for why in self.whys if why in marks)
