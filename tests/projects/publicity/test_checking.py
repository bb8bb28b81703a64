"""Days in a text that the project does not have, and meetings the text does not tell of."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from projects.publicity.checking import Moved, doubtful_days, filled_in, not_told, refreshed
from projects.publicity.facts import Fact, facts_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("vrijdag 12 maart 2027 is de mixbijeenkomst", []),
        ("op 12 maart", []),
        ("op 12 MAART 2027", []),
        ("donderdag 12 maart 2027", ["donderdag 12 maart 2027"]),  # it is a Friday
        ("12 maart 2026", ["12 maart 2026"]),
        ("kom op 13 maart, of op 13 maart", ["13 maart"]),
        ("van 4 januari tot 30 juli", []),  # begin and end of the project
        ("31 februari en 99 mei", ["31 februari"]),
        ("in maart, om 12 uur, 12 maarten", []),
        ("1612 maart", []),
    ],
)
def test_a_day_the_project_does_not_have_is_told(cast, text, told):
    assert doubtful_days(text, cast.project) == told


def test_meetings_to_come_that_are_not_in_the_text_are_told(cast):
    facts = facts_of(cast.project)
    (line,) = not_told("niets", cast.project, facts)  # the information meeting was, the mix meeting began
    assert line.startswith("slotbijeenkomst: ")
    assert not_told(line, cast.project, facts) == []


def test_what_is_short_is_not_followed():
    facts = {"name": Fact("naam", "Oost"), "place": Fact("plaats", "stadsdeel Oost")}
    assert filled_in("Oost in stadsdeel Oost", facts, {}) == {"place": "stadsdeel Oost"}


WORDS = some.text(alphabet="abc. ", min_size=1, max_size=12)


@settings(max_examples=30, deadline=None)
@given(some.text(alphabet="abc. \n", max_size=60), some.dictionaries(WORDS, WORDS, max_size=4))
def test_replacing_touches_nothing_but_what_moved(text, pairs):
    changes = [Moved(old, "x", old, new) for old, new in pairs.items()]
    result = refreshed(text, changes)
    if not any(old in text for old in pairs):
        assert result == text
    same = [Moved(old, "x", old, old) for old in pairs]
    assert refreshed(text, same) == text
