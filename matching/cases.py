"""From rows to the documents of the matching core: who is there, what they said, what was decided."""

import hashlib
import json
from collections.abc import Iterable
from itertools import combinations
from typing import Any

from django.utils.translation import gettext

from matching.models import Board, Choice, CoupleMember, EndReason, NotTogether, Weights
from matching.solver import Labels, Person
from mixen.dayparts import DAYPARTS, daypart_name
from participants.models import Interest, Language, Participant, Side
from participants.models import Person as PersonRow
from projects.models import Project

Document = dict[str, Any]
Pairs = list[list[str]]


def as_person(participant: Participant) -> Person:
    """What the core knows of somebody; no name, no address."""
    person = participant.person
    return Person(
        id=str(participant.pk),
        woman=_woman(person),
        women_only=person.women_only,
        languages=frozenset(language.code for language in person.languages.all()),
        dayparts=frozenset(participant.dayparts),
        interests=frozenset(interest.key for interest in participant.interests.all()),
        postcode=person.postcode_area if person.postcode_area.isdecimal() else None,
        birth_year=person.birth_year,
        children=person.has_children,
        max_new=participant.max_new,
    )


def for_women_rule(participant: Participant) -> Person:
    """The part of somebody that the women rule looks at."""
    person = participant.person
    return Person(str(participant.pk), woman=_woman(person), women_only=person.women_only)


def _woman(person: PersonRow) -> bool | None:
    """Otherwise and rather-not-say are unknown to the women rule, and unknown counts as not."""
    return {str(PersonRow.Gender.WOMAN): True, str(PersonRow.Gender.MAN): False}.get(person.gender)


def _written(participants: Iterable[Participant], side: str) -> list[dict[str, Any]]:
    people = [as_person(one) for one in participants if one.side == side]
    return [
        {name: sorted(value) if isinstance(value, frozenset) else value for name, value in one._asdict().items()}
        for one in people
    ]


def candidates(board: Board) -> list[Participant]:
    """Who is here, signed up for good, and has no couple."""
    here = board.presences.to_be_matched().values("participant")
    return list(_with_traits(Participant.objects.filter(pk__in=here)))


def _with_traits(rows: Any) -> Any:
    return rows.with_person().prefetch_related("interests").in_order_of_name()


def couples_document(board: Board, people: list[Participant]) -> Document:
    """The couples document for ``people`` at this meeting, before anything is decided by hand."""
    ids = {one.pk for one in people}
    apart, barred = kept_apart(people)
    return {
        "seed": seed_of(board),
        "weights": weights_of(board.meeting.project),
        "new": _written(people, Side.NEW),
        "old": _written(people, Side.OLD),
        "choices": _choices(board, ids),
        "vetoes": barred,
        "apart": apart,
        "previous": previous_pairs(people),
    }


def with_decisions(
    document: Document, *, locks: Pairs, vetoes: Pairs, keep: Iterable[dict[str, Any]] = ()
) -> Document:
    """The same with what was decided by hand and what is to stay, for as far as those people are here."""
    here = {one["id"] for side in ("new", "old") for one in document[side]}
    kept = [[new, couple["old"]] for couple in keep for new in couple["new"]]
    return {
        **document,
        "locks": [pair for pair in locks if set(pair) <= here],
        "vetoes": [*document["vetoes"], *(pair for pair in vetoes if set(pair) <= here)],
        "keep": [pair for pair in kept if set(pair) <= here],
    }


def hall_document(board: Board, people: Iterable[Participant]) -> Document:
    """The rounds document for ``people``, before anything was played."""
    people = list(people)
    apart, barred = kept_apart(people)
    return {
        "seed": seed_of(board),
        "weights": weights_of(board.meeting.project),
        "new": _written(people, Side.NEW),
        "old": _written(people, Side.OLD),
        "vetoes": barred,
        "apart": apart,
        "tables": board.tables,
        "rounds": board.rounds,
        "played": [],
    }


def rounds_document(board: Board) -> Document:
    """The rounds document for who came, with what has been played."""
    presences = {one.participant_id: one for one in board.presences.came()}
    people = list(_with_traits(Participant.objects.filter(pk__in=presences).unmatched()))
    late = {str(one.pk): presences[one.pk].from_round for one in people}
    gone = {str(one.pk): presences[one.pk].until_round for one in people}
    begun = list(board.all_rounds.begun().prefetch_related("seats__participant"))
    return {
        **hall_document(board, people),
        "played": [_played(one.seats.all()) for one in begun],
        "from_round": {name: number for name, number in late.items() if number > 1},
        "until_round": {name: number for name, number in gone.items() if number is not None},
    }


def _played(seats: Iterable[Any]) -> list[dict[str, Any]]:
    tables: dict[int, dict[str, Any]] = {}
    for seat in seats:
        table = tables.setdefault(seat.table, {"table": seat.table, "old": [], "new": []})
        table[seat.participant.side].append(str(seat.participant_id))
    return [tables[number] for number in sorted(tables)]


def seed_of(board: Board) -> str:
    """What ties are drawn by: the same for everybody at this meeting, and known beforehand."""
    return f"{board.meeting.day.isoformat()}|{board.meeting_id}"


def weights_of(project: Project) -> dict[str, int]:
    found = Weights.objects.filter(project=project).first()
    return (found or Weights()).as_dict()


def _choices(board: Board, ids: set[int]) -> list[list[str]]:
    rows = Choice.objects.filter(meeting=board.meeting, chooser__in=ids, chosen__in=ids)
    return [[str(who), str(whom), answer] for who, whom, answer in rows.values_list("chooser", "chosen", "answer")]


def kept_apart(people: Iterable[Participant]) -> tuple[Pairs, Pairs]:
    """Who may not share an old one, and which ``[new, old]`` pairs are not made."""
    people = list(people)
    sides = {one.pk: one.side for one in people}
    apart, barred = [], []
    rows = NotTogether.objects.filter(first__in=sides, second__in=sides)
    for one, other in rows.values_list("first", "second"):
        if sides[one] == sides[other] == Side.NEW:
            apart.append([str(one), str(other)])
        elif sides[one] != sides[other]:
            new, old = (one, other) if sides[one] == Side.NEW else (other, one)
            barred.append([str(new), str(old)])
    for pair in _separated_elsewhere(people):
        ids = [str(row.pk) for row in sorted(pair, key=lambda row: row.is_old)]
        if not pair[0].is_old and not pair[1].is_old:
            apart.append(ids)
        elif pair[0].side != pair[1].side:
            barred.append(ids)
    return apart, barred


def _separated_elsewhere(people: Iterable[Participant]) -> list[tuple[Participant, Participant]]:
    """Who were taken apart in another project: within one project ``NotTogether`` says so."""
    known = {one.person_id: one for one in people}
    rows = CoupleMember.objects.filter(couple__end_reason=EndReason.SEPARATED, participant__person__in=known)
    rows = rows.exclude(participant__in=[one.pk for one in known.values()])
    couples: dict[int, set[int]] = {}
    for couple, person in rows.values_list("couple", "participant__person"):
        couples.setdefault(couple, set()).add(person)
    pairs = {pair for inside in couples.values() for pair in combinations(sorted(inside), 2)}
    return [(known[one], known[other]) for one, other in sorted(pairs)]


def previous_pairs(people: Iterable[Participant]) -> Pairs:
    """``[new, old]`` of who shared a couple before; one made by mistake does not count."""
    sides = {one.pk: one.side for one in people}
    couples: dict[int, list[int]] = {}
    rows = CoupleMember.objects.filter(participant__in=sides).exclude(couple__end_reason=EndReason.MISTAKE)
    for couple, participant in rows.values_list("couple", "participant"):
        couples.setdefault(couple, []).append(participant)
    pairs = {
        (str(one), str(other))
        for members in couples.values()
        for one in members
        for other in members
        if sides[one] == Side.NEW and sides[other] == Side.OLD
    }
    return [list(pair) for pair in sorted(pairs)]


def labels_of(people: Iterable[Participant]) -> Labels:
    """Names and words for the sentences of the core."""
    return Labels(
        people={str(one.pk): one.person.goes_by for one in people},
        dayparts={code: daypart_name(code) for code in DAYPARTS},
        interests={key: name.lower() for key, name in Interest.objects.values_list("key", "name")},
        languages=dict(Language.objects.values_list("code", "name")),
        say=gettext,
    )


def mark_of(document: Document) -> str:
    """A short mark of a document, to see later whether people or choices changed."""
    return hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()[:32]
