"""Which organisations may be on record twice. They are only pointed out; a person decides."""

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple
from urllib.parse import urlsplit

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from projects.models import DifferentOrganisations, Organisation

# What says nothing about which one it is.
EMPTY_WORDS = frozenset(
    {"stichting", "st", "vereniging", "de", "het", "t", "een", "van", "en", "in", "bv", "amsterdam"}
)
# What says what it is; two that are both something, and not the same, are not one.
KIND_WORDS = frozenset(
    {
        "buurtcentrum", "buurthuis", "wijkcentrum", "bibliotheek", "school", "museum", "theater", "vrouwencentrum",
        "huis", "centrum", "taalschool", "vrijwilligerscentrale", "stadsdeel", "krant",
    }
)  # fmt: skip
ALIKE = 0.88
SHORTEST = 6
BITS = 60


class Why(TextChoices):
    """What two organisations share."""

    NAME = "name", _("bijna dezelfde naam")
    WEBSITE = "website", _("zelfde website")
    PHONE = "phone", _("zelfde telefoon")


class Pair(NamedTuple):
    """Two that look alike, the older one first, and what they share."""

    first: Organisation
    second: Organisation
    whys: list[Why]


class Traits(NamedTuple):
    """What an organisation can be recognised by."""

    words: frozenset[str]
    kinds: frozenset[str]
    spelled: str
    letters: int  # which letters ``spelled`` has, a bit each
    website: str
    phones: frozenset[str]


def traits_of(organisation: Organisation) -> Traits:
    """Accents, capitals, signs and words that say nothing do not count."""
    plain = unicodedata.normalize("NFKD", organisation.name).encode("ascii", "ignore").decode() or organisation.name
    words = [word for word in re.split(r"[^\w]+", plain.casefold()) if word and word not in EMPTY_WORDS]
    spelled, address = " ".join(words), urlsplit(organisation.website)
    phones = {organisation.phone, *(contact.phone for contact in organisation.contact_people.all())}
    return Traits(
        words=frozenset(words) - KIND_WORDS,
        kinds=frozenset(words) & KIND_WORDS,
        spelled=spelled,
        letters=sum({1 << ord(letter) % BITS for letter in spelled}),
        website=(address.netloc.removeprefix("www.") + address.path.rstrip("/")).casefold(),
        phones=frozenset(phone for phone in phones if phone),
    )


def whys_of(one: Traits, other: Traits) -> list[Why]:
    """What the two share; nothing for two that are not alike."""
    found = []
    if _named_alike(one, other):
        found.append(Why.NAME)
    if one.website and one.website == other.website:
        found.append(Why.WEBSITE)
    if one.phones & other.phones:
        found.append(Why.PHONE)
    return found


def _named_alike(one: Traits, other: Traits) -> bool:
    if one.kinds and other.kinds and one.kinds != other.kinds:
        return False
    if one.words and one.words == other.words:
        return True
    if min(len(one.spelled), len(other.spelled)) < SHORTEST or not _may_be_alike(one, other):
        return False
    matcher = SequenceMatcher(None, one.spelled, other.spelled, autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _may_be_alike(one: Traits, other: Traits) -> bool:
    """Whether the letters allow it: each kind that only one of the two has is a letter without a twin.

    Of all pairs in a city nearly every one ends here, so it is only counting bits.
    """
    first, second = len(one.spelled), len(other.spelled)
    shared = min(
        first - (one.letters & ~other.letters).bit_count(), second - (other.letters & ~one.letters).bit_count()
    )
    return 2 * shared / (first + second) >= ALIKE


def pairs() -> list[Pair]:
    """Every two that may be one and of which nobody said that they are two; in three queries."""
    rows = list(Organisation.objects.select_related("district").prefetch_related("contact_people").order_by("pk"))
    decided = set(DifferentOrganisations.objects.values_list("first", "second"))
    return sorted(_pairs(rows, decided), key=lambda pair: (pair.first.name, pair.second.name))


def _pairs(rows: list[Organisation], decided: set[tuple[int, int]]) -> Iterator[Pair]:
    known = [(row.pk, row, traits_of(row)) for row in rows]
    for (pk, one, mine), (other_pk, other, theirs) in combinations(known, 2):
        if (whys := whys_of(mine, theirs)) and (pk, other_pk) not in decided:
            yield Pair(one, other, whys)
