"""How heavily what people share weighs, and what that does to a proposal."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from matching.actions import propose_couples, set_weights
from matching.cases import weights_of
from matching.models import Weights
from matching.weighing import example_of
from participants.actions import change_person
from tests.conftest import Cast
from tests.matching.hall import Log, filled, named

USUAL = {"language": 300, "postcode": 200, "dayparts": 200, "interests": 200, "age": 50, "children": 50}


def test_the_usual_ones_until_somebody_sets_them(cast: Cast) -> None:
    assert weights_of(cast.project) == USUAL
    set_weights(project=cast.project, weights={"language": 0, "age": 1000}, by=cast.leader)
    assert weights_of(cast.project) == {**USUAL, "language": 0, "age": 1000}
    set_weights(project=cast.project, weights={"postcode": 1}, by=cast.leader)
    assert weights_of(cast.project) == {**USUAL, "language": 0, "age": 1000, "postcode": 1}
    assert Weights.objects.count() == 1
    assert Weights.history.latest("history_date").history_user == cast.leader
    assert weights_of(cast.foreign) == USUAL


@pytest.mark.parametrize("name", USUAL)
def test_never_more_than_a_thousand(cast: Cast, name: str) -> None:
    set_weights(project=cast.project, weights={name: 1000}, by=cast.leader)
    with pytest.raises(IntegrityError), transaction.atomic():
        Weights.objects.update(**{name: 1001})


def test_what_weighs_more_decides(cast: Cast) -> None:
    """Ans is free when Lale is, and lives near Oksana."""
    facts: dict[str, dict[str, Any]] = {"lale": {"postcode": "1021 AA"}, "oksana": {"postcode": "1069 XY"}}
    for name, person in facts.items():
        change_person(participant=cast.people[name], person=person, part={}, by=None)
    change_person(participant=cast.lale, person={}, part={"dayparts": ["sat-1"]}, by=None)
    board = filled(cast, "ans", "lale", "oksana")
    for weights, chosen in [({"dayparts": 1000, "postcode": 0}, "Lale"), ({"dayparts": 0, "postcode": 1}, "Oksana")]:
        set_weights(project=cast.project, weights=weights, by=cast.leader)
        assert named(cast, propose_couples(board=board, by=None)) == {"Ans": [chosen]}


def test_what_was_proposed_before_stays_as_it_was(cast: Cast) -> None:
    board = filled(cast)
    draft = propose_couples(board=board, by=None)
    before = draft.answer
    set_weights(project=cast.project, weights={"dayparts": 0}, by=cast.leader)
    draft.refresh_from_db()
    assert draft.answer == before


def test_the_last_proposal_is_shown_criterion_by_criterion(cast: Cast) -> None:
    assert example_of(cast.project) is None
    propose_couples(board=filled(cast), by=None)
    found = example_of(cast.project)
    assert found is not None
    by_name = {one.name: one for one in found.criteria}
    time = by_name["op dezelfde tijd kunnen"]
    assert (time.weight, time.pairs, time.points) == (200, 2, 200)
    assert (found.pairs, by_name["dezelfde taal"].points) == (4, 0)
    assert found.couple in {"Ans – Samira", "Willem – Tesfay"}
    assert ("op dezelfde tijd kunnen", 100) in found.points
    assert example_of(cast.foreign) is None


def test_weights_are_set_by_who_leads(cast: Cast, as_user: Log) -> None:
    where = reverse("matching:weights", args=[cast.project.slug])
    sent = dict.fromkeys(Weights.CRITERIA, "10")
    assert as_user(cast.ambassador).post(where, sent).status_code == 403
    assert as_user(cast.leader).post(where, {**sent, "age": "1001"}).status_code == 422
    assert not Weights.objects.exists()
    as_user(cast.leader).post(where, sent)
    assert set(Weights.objects.get().as_dict().values()) == {10}
