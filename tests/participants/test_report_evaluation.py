"""The evaluation in the report: sums, no cell of 1 to 4, nothing before the end, and never told otherwise later."""

import random

import pytest

from participants.models import Evaluation, Participant, Person
from participants.report_evaluation import (
    evaluation_again,
    evaluation_contact,
    evaluation_dutch,
    evaluation_reach,
    evaluation_response,
)
from projects.report import compute
from projects.small_numbers import HIDDEN, SMALL
from tests.conftest import NOW
from tests.participants.actions.test_evaluation import at_the_end
from tests.participants.test_report_attributes import publish, published
from tests.projects.test_small_numbers import small_values


@pytest.fixture
def ended(clock):
    at_the_end(clock)


def completed(project, number):
    people = [Person.objects.create(name=f"Iemand {n}", gender="woman") for n in range(number)]
    return [
        Participant.objects.create(
            project=project, person=person, side="new", status="completed", signed_up_on=NOW.date()
        )
        for person in people
    ]


def answers(project, number, **given):
    return [Evaluation.objects.create(participant=one, via="paper", **given) for one in completed(project, number)]


def rows(table):
    return {str(row[0]): row[1:] for row in table["rows"]}


AGAIN, GO_ON = "Zou nog een keer meedoen", "Blijft het mixmaatje zien"


def test_how_many_were_asked_and_how_many_answered(cast, ended):
    assert evaluation_response(cast.project) is None
    completed(cast.project, 5)
    answers(cast.project, 15, again="yes")
    answers(cast.foreign, 7, again="no")
    assert rows(evaluation_response(cast.project)) == {"Gevraagd": [20], "Ingevuld": [15], "Deel": ["75 %"]}


def test_fewer_than_five_answers_are_told_as_such_and_nothing_more(cast, ended):
    completed(cast.project, 9)
    answers(cast.project, 4, again="yes", dutch=4, locals=3)
    assert rows(evaluation_response(cast.project)) == {"Gevraagd": [13], "Ingevuld": [SMALL], "Deel": [HIDDEN]}
    assert evaluation_again(cast.project) is evaluation_dutch(cast.project) is evaluation_contact(cast.project) is None


def test_every_answer_is_counted_with_who_passed_over(cast, ended):
    answers(cast.project, 12, again="yes", go_on="yes", dutch=4)
    answers(cast.project, 5, again="maybe", dutch=3)
    answers(cast.project, 5, again="no", go_on="no", dutch=1)
    assert rows(evaluation_again(cast.project)) == {
        AGAIN: [12, 5, 5, 0, 22, "55 %"],
        GO_ON: [12, 0, 5, 5, 22, "55 %"],
    }
    assert list(rows(evaluation_dutch(cast.project)).values()) == [[5, 0, 5, 12, 0, 22, "77 %"]]
    found = rows(evaluation_contact(cast.project))
    assert len(found) == 4
    assert set(map(tuple, found.values())) == {(0, 0, 0, 0, 22, 22, "0 %")}


def test_a_small_cell_is_hidden_with_its_neighbour_and_the_share_with_them(cast, ended):
    answers(cast.project, 18, again="yes", go_on="yes")
    answers(cast.project, 1, again="no", go_on="yes")
    answers(cast.project, 7, again="maybe", go_on="yes")
    found = rows(evaluation_again(cast.project))
    assert found[AGAIN] == [18, HIDDEN, SMALL, 0, 26, "69 %"]
    assert found[GO_ON] == [26, 0, 0, 0, 26, "100 %"]
    answers(cast.project, 2, locals=4)
    answers(cast.project, 5, locals=1)
    contact = rows(evaluation_contact(cast.project))["Heeft contact met andere Amsterdammers"]
    assert contact[3] == SMALL
    assert contact[-1] == HIDDEN


def test_what_cannot_be_told_is_all_hidden(cast, ended):
    answers(cast.project, 4, again="yes")
    answers(cast.project, 4, again="no")
    assert rows(evaluation_again(cast.project))[AGAIN] == [HIDDEN] * 4 + [8, HIDDEN]


@pytest.mark.parametrize("seed", range(6))
def test_whatever_was_answered_no_small_cell_can_be_worked_out(cast, ended, seed):
    """A reader who knows the rule finds for every small cell at least two numbers that look the same."""
    chance = random.Random(seed)
    for wish in ("yes", "maybe", "no", ""):
        answers(cast.project, chance.choice([0, 1, 2, 5, 6]), again=wish, dutch=2)
    table = evaluation_again(cast.project)
    if table is None:
        assert Evaluation.objects.count() < 5
        return
    *cells, total, _share = rows(table)[AGAIN]
    assert not any(cell in (1, 2, 3, 4) for cell in cells if isinstance(cell, int))
    if SMALL in cells:
        values = small_values(cells, total)
        assert all(len(known) > 1 for known in values)


def test_before_the_closing_meeting_nothing_is_told(cast, clock):
    answers(cast.project, 9, again="yes")
    at_the_end(clock, before=1)
    assert evaluation_response(cast.project) is None
    assert evaluation_again(cast.project) is None
    at_the_end(clock)
    assert rows(evaluation_again(cast.project))[AGAIN][0] == 9


def test_what_was_published_is_told_again_as_it_was(cast, ended):
    answers(cast.project, 9, again="yes")
    first = publish(cast.project, 1)
    Evaluation.objects.first().delete()
    later = compute(cast.project)
    for key in ("participants.evaluation_again", "participants.evaluation_response"):
        (now,) = [item["value"] for item in later if item["key"] == key]
        assert now == published(first, key)
    assert not any(item["key"].startswith("participants.evaluation") for item in compute(cast.foreign))


def test_how_well_people_could_come_is_told_by_itself(cast, ended):
    answers(cast.project, 6, reach=4)
    answers(cast.project, 6, reach=1)
    told = rows(evaluation_reach(cast.project))
    assert told == {"Kon makkelijk komen": [6, 0, 0, 6, 0, 12, "50 %"]}
