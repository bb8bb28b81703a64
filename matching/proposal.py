"""From rows to the matching core and back: a proposal of couples, each with a reason that may be read out."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from matching.models import CoupleMember
from matching.solver import Group, New, Old, assign
from participants.models import Attendance, Interest, Language, Participant, Person, Side
from participants.models.participant import daypart_name
from projects.models import Meeting, Project


@dataclass(frozen=True)
class ProposedCouple:
    """A couple that fits, with the sentence that says why."""

    old: Participant
    new: list[Participant]
    why: str

    @property
    def key(self) -> str:
        """``<old>-<new>-<new>``: how a form names the couple."""
        return "-".join(str(one.pk) for one in [self.old, *self.new])


@dataclass(frozen=True)
class LeftOut:
    """Somebody without a couple, and the reason that may be read out."""

    participant: Participant
    reason: str


@dataclass(frozen=True)
class Proposal:
    """What the core proposes for who is unmatched."""

    couples: list[ProposedCouple]
    left_out: list[LeftOut]


def candidates(project: Project, meeting: Meeting | None) -> list[Participant]:
    """The unmatched of ``project``; with ``meeting``, only who was there."""
    found = project.participants.unmatched().with_person().prefetch_related("interests").in_order_of_name()
    if meeting is not None:
        found = found.filter(pk__in=Attendance.objects.filter(meeting=meeting, present=True).values("participant"))
    return list(found)


def propose(project: Project, meeting: Meeting | None = None) -> Proposal:
    """The best couples for the unmatched; pairs that were a couple before are not made again."""
    people = {str(one.pk): one for one in candidates(project, meeting)}
    old = [_old(one) for one in people.values() if one.side == Side.OLD]
    new = [_new(one) for one in people.values() if one.side == Side.NEW]
    found = assign(new, old, vetoes=_previous_pairs(people.values()))
    couples = [
        ProposedCouple(people[group.old.id], [people[one.id] for one in group.new], _why(group))
        for group in found.groups
    ]
    left = [people[one.id] for one in (*found.old_left_out, *found.new_left_out)]
    return Proposal(couples, [LeftOut(one, _reason(one, old, new)) for one in left])


def _old(participant: Participant) -> Old:
    return Old(max_new=participant.max_new, **_traits(participant))  # type: ignore[arg-type]


def _new(participant: Participant) -> New:
    return New(**_traits(participant))  # type: ignore[arg-type]


def _traits(participant: Participant) -> dict[str, object]:
    person = participant.person
    return {
        "id": str(participant.pk),
        "woman": person.gender == Person.Gender.WOMAN,
        "women_only": person.women_only,
        "languages": frozenset(language.code for language in person.languages.all()),
        "dayparts": frozenset(participant.dayparts),
        "interests": frozenset(interest.key for interest in participant.interests.all()),
        "postcode": person.postcode_area or None,
        "birth_year": person.birth_year,
        "children": person.has_children,
    }


def _previous_pairs(people: Iterable[Participant]) -> set[tuple[str, str]]:
    """``(new, old)`` numbers of who shared a couple before."""
    wanted = [one.pk for one in people]
    couples: dict[int, list[tuple[int, str]]] = {}
    rows = CoupleMember.objects.filter(couple__members__participant__in=wanted).distinct()
    for couple, participant, side in rows.values_list("couple", "participant", "participant__side"):
        couples.setdefault(couple, []).append((participant, side))
    return {
        (str(new), str(old))
        for members in couples.values()
        for new, new_side in members
        for old, old_side in members
        if new_side == Side.NEW and old_side == Side.OLD
    }


def _why(group: Group) -> str:
    """What everybody in the couple shares, in a sentence or two."""
    everybody = [group.old, *group.new]
    who = _("allebei") if len(everybody) == 2 else _("allemaal")
    sentences = []
    if shared := frozenset.intersection(*(one.dayparts for one in everybody)):
        sentences.append(
            _("Ze zijn %(who)s vrij op %(when)s.") % {"who": who, "when": daypart_name(sorted(shared)[0])}
        )
    if shared := frozenset.intersection(*(one.interests for one in everybody)):
        names = Interest.objects.filter(key__in=shared).values_list("name", flat=True)[:2]
        sentences.append(
            _("Dit doen ze %(who)s graag: %(what)s.") % {"who": who, "what": _(" en ").join(names).lower()}
        )
    if shared := frozenset.intersection(*(one.languages for one in everybody)):
        language = Language.objects.filter(code__in=shared).order_by("name").first()
        if language:
            sentences.append(_("Ze spreken %(who)s %(language)s.") % {"who": who, "language": language.name})
    areas = {one.postcode for one in everybody}
    if len(areas) == 1 and (area := areas.pop()):
        sentences.append(_("Ze wonen %(who)s in postcodegebied %(area)s.") % {"who": who, "area": area})
    return " ".join(sentences) or _("Ze kunnen samen op stap, en zo heeft iedereen een mixmaatje.")


def _reason(participant: Participant, old: list[Old], new: list[New]) -> str:
    """Why somebody has no couple, without telling anybody's wishes."""
    places = sum(one.max_new for one in old)
    if participant.side == Side.NEW and places < len(new):
        return _(
            "Er is te weinig plaats voor alle 'nieuwe' Amsterdammers: het zijn er %(new)s, met plaats voor %(places)s."
        ) % {
            "new": len(new),
            "places": places,
        }
    if participant.side == Side.OLD and len(new) < len(old):
        return _("Er zijn meer 'oude' dan 'nieuwe' Amsterdammers: %(old)s en %(new)s.") % {
            "old": len(old),
            "new": len(new),
        }
    return _("Met de mensen die nog vrij zijn, kan geen koppel worden gemaakt.")
