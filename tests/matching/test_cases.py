"""What the matching core is told of people and rows: what matters for a match, and nothing that names anybody."""

import json
from typing import Any

from matching.actions import (
    end_couple,
    end_round,
    keep_apart,
    mark_gone,
    mark_here,
    propose_couples,
    start_next_round,
)
from matching.cases import (
    as_person,
    candidates,
    couples_document,
    for_women_rule,
    kept_apart,
    labels_of,
    mark_of,
    previous_pairs,
    rounds_document,
    seed_of,
    with_decisions,
)
from matching.models import Seat
from participants.actions import change_person
from participants.models import Interest, Language, Participant
from tests.conftest import Cast, signed_up
from tests.matching.conftest import Form
from tests.matching.hall import come, filled, guests, later_mix, mix_of, opened, played, say


def key(one: Any) -> str:
    return str(one.pk)


def test_a_person_as_the_core_knows_them(cast: Cast) -> None:
    cook, arabic = Interest.objects.earliest("name"), Language.objects.get(code="ar")
    facts: dict[str, Any] = {"languages": [arabic], "postcode": "1069 AB", "birth_year": 1988, "has_children": True}
    change_person(participant=cast.samira, person=facts, part={"interests": [cook]}, by=None)
    told = as_person(Participant.objects.get(pk=cast.samira.pk))
    assert told._asdict() == {
        "id": key(cast.samira),
        "woman": True,
        "women_only": True,
        "languages": {"ar"},
        "dayparts": {"sat-1"},
        "interests": {cook.key},
        "postcode": "1069",
        "birth_year": 1988,
        "children": True,
        "max_new": 1,
    }


def test_what_is_not_known_is_nothing(cast: Cast) -> None:
    told = as_person(cast.lale)
    assert (told.postcode, told.birth_year, told.children, told.dayparts) == (None, None, None, frozenset())


def test_otherwise_and_rather_not_say_are_not_taken_for_a_woman(cast: Cast) -> None:
    for gender, woman in [("woman", True), ("man", False), ("other", None), ("unsaid", None)]:
        one = signed_up(cast.project, f"Gast {gender}", "new", cast.ambassador, {"gender": gender}, {})
        assert (as_person(one).woman, for_women_rule(one).woman) == (woman, woman)


def test_names_addresses_and_phones_stay_out(cast: Cast) -> None:
    Participant.objects.filter(pk=cast.ans.pk).update(notes="geheim")
    board = played(filled(cast))
    written = json.dumps([couples_document(board, candidates(board)), rounds_document(board)])
    for private in ("Proefpersoon", "Ans", "سميرة", "31612345678", "1069 AB", "AB", "geheim"):
        assert private not in written
    assert '"1069"' in written


def test_choices_only_between_who_is_here(cast: Cast) -> None:
    board = filled(cast)
    say(board, cast.ans, (cast.lale, "yes"), (cast.samira, "no"))
    say(board, cast.joop, (cast.lale, "maybe"))
    mark_gone(board=board, participant=cast.joop, by=None)
    document = couples_document(board, candidates(board))
    assert sorted(document["choices"]) == sorted(
        [[key(cast.ans), key(cast.lale), "yes"], [key(cast.ans), key(cast.samira), "no"]]
    )
    assert key(cast.joop) not in json.dumps(document)


def test_choices_of_another_meeting_do_not_count(cast: Cast) -> None:
    say(filled(cast), cast.ans, (cast.lale, "yes"))
    evening = later_mix(cast, mix_of(cast).day)
    other = come(opened(cast, evening), cast.ans, cast.lale)
    assert couples_document(other, candidates(other))["choices"] == []


def test_who_is_kept_apart(cast: Cast) -> None:
    """Two new ones may not share an old one; a new and an old one are not put together, whichever was named first."""
    keep_apart(first=cast.lale, second=cast.samira, by=None)
    keep_apart(first=cast.ans, second=cast.tesfay, by=None)
    keep_apart(first=cast.oksana, second=cast.joop, by=None)
    apart, barred = kept_apart(cast.people.values())
    assert [sorted(pair) for pair in apart] == [sorted([key(cast.lale), key(cast.samira)])]
    assert sorted(barred) == sorted([[key(cast.tesfay), key(cast.ans)], [key(cast.oksana), key(cast.joop)]])
    assert kept_apart([cast.lale, cast.ans]) == ([], [])


def test_who_were_a_couple_before(cast: Cast, form: Form) -> None:
    """In a group each newcomer with the old one, not with one another; a mistake was no couple."""
    end_couple(couple=form("joop", "lale", "tesfay"), reason="no_click", by=cast.leader)
    end_couple(couple=form("ans", "samira"), reason="mistake", by=cast.leader)
    pairs = previous_pairs(cast.people.values())
    assert sorted(pairs) == sorted([[key(cast.lale), key(cast.joop)], [key(cast.tesfay), key(cast.joop)]])
    assert previous_pairs([cast.lale, cast.ans]) == []


def test_decisions_count_for_who_is_here(cast: Cast) -> None:
    board = filled(cast, "ans", "joop", "lale", "samira")
    document = couples_document(board, candidates(board))
    here, gone = [key(cast.lale), key(cast.ans)], [key(cast.tesfay), key(cast.joop)]
    made = [{"old": key(cast.joop), "new": [key(cast.samira), key(cast.tesfay)]}]
    decided = with_decisions(document, locks=[here, gone], vetoes=[gone, here], keep=made)
    assert (decided["locks"], decided["vetoes"]) == ([here], [here])
    assert decided["keep"] == [[key(cast.samira), key(cast.joop)]]
    assert "locks" not in document


def test_what_was_played_and_from_and_until_when(cast: Cast) -> None:
    guests(cast, 3, 3)
    late = cast.people.pop("nieuw3")
    board = played(filled(cast))
    mark_gone(board=board, participant=cast.ans, by=None)
    mark_here(board=board, participant=late, by=None)
    document = rounds_document(board)
    assert (document["from_round"], document["until_round"]) == ({key(late): 2}, {key(cast.ans): 1})
    (first,) = document["played"]
    seated = [one for table in first for one in (*table["old"], *table["new"])]
    assert sorted(map(int, seated)) == sorted(
        Seat.objects.filter(round__number=1).values_list("participant", flat=True)
    )
    assert [table["table"] for table in first] == sorted(table["table"] for table in first)
    end_round(board=board, by=None)
    start_next_round(board=board, by=None)
    assert len(rounds_document(board)["played"]) == 2
    assert (document["tables"], document["rounds"]) == (20, 8)


def test_the_draw_is_the_same_for_all_at_this_meeting_and_another_at_the_next(cast: Cast) -> None:
    board = filled(cast)
    first, second = propose_couples(board=board, by=cast.ambassador), propose_couples(board=board, by=cast.colleague)
    assert first.answer == second.answer
    assert seed_of(board).startswith("2027-03-12|")
    assert seed_of(opened(cast, later_mix(cast, board.meeting.day.replace(month=5)))) != seed_of(board)


def test_the_mark_follows_people_and_choices_only(cast: Cast) -> None:
    board = filled(cast)
    before = mark_of(couples_document(board, candidates(board)))
    played(board)
    assert mark_of(couples_document(board, candidates(board))) == before
    board.all_rounds.all().delete()
    say(board, cast.ans, (cast.lale, "yes"))
    assert mark_of(couples_document(board, candidates(board))) != before


def test_words_for_the_sentences(cast: Cast) -> None:
    labels = labels_of(cast.people.values())
    assert labels.person(key(cast.samira)) == "Samira"
    assert labels.daypart("sat-1") == "zaterdagochtend"
    cook = Interest.objects.earliest("name")
    assert labels.interests[cook.key] == cook.name.lower()
    assert labels.languages["ar"] == Language.objects.get(code="ar").name
