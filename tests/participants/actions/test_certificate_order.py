"""The order in which certificates are handed out: couple by couple at first, then as somebody puts it."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matching.actions import end_couple, form_couple
from participants import actions
from participants.models import Certificate
from tests.conftest import NOW


@pytest.fixture(autouse=True)
def near_the_end(cast):
    """The closing meeting is in a week, and there are two couples; Joop gets a certificate by decision."""
    begin = NOW + timedelta(days=7)
    cast.project.meetings.filter(kind="closing").update(starts_at=begin, ends_at=begin + timedelta(hours=2))
    form_couple(project=cast.project, old=cast.willem, new=[cast.tesfay], by=cast.leader)
    form_couple(project=cast.project, old=cast.ans, new=[cast.samira], by=cast.leader)
    actions.complete_by_decision(participant=cast.joop, reason="hielp mee", by=cast.coordinator)


def order(cast):
    """The first names of the valid certificates, in order."""
    rows = Certificate.objects.of_project(cast.project).valid()
    return [row.participant.person.call_name for row in rows.select_related("participant__person")]


def of(participant):
    return Certificate.objects.select_related("participant__project").get(participant=participant)


def test_at_first_couple_by_couple_and_then_who_has_none(cast):
    actions.issue_certificates(project=cast.project, by=None)
    assert order(cast) == ["Willem", "Tesfay", "Ans", "Samira", "Joop"]


def test_a_couple_that_was_broken_off_stands_apart(cast):
    couple = cast.project.couples.get(members__participant=cast.willem)
    end_couple(couple=couple, reason="no_time", by=cast.leader)
    actions.complete_by_decision(participant=cast.tesfay, reason="bleef komen", by=cast.coordinator)
    actions.issue_certificates(project=cast.project, by=None)
    assert order(cast) == ["Ans", "Samira", "Joop", "Tesfay"]


def test_who_gets_one_later_comes_last(cast):
    actions.issue_certificates(project=cast.project, by=None)
    form_couple(project=cast.project, old=cast.corrie, new=[cast.lale], by=cast.leader)
    actions.issue_certificates(project=cast.project, by=None)
    assert order(cast)[5:] == ["Corrie", "Lale"]


def test_by_name_and_back(cast):
    actions.issue_certificates(project=cast.project, by=None)
    actions.arrange_certificates(project=cast.project, in_couples=False, by=None)
    assert order(cast) == ["Ans", "Joop", "Samira", "Tesfay", "Willem"]
    actions.arrange_certificates(project=cast.project, in_couples=True, by=None)
    assert order(cast) == ["Willem", "Tesfay", "Ans", "Samira", "Joop"]


def test_one_moves_and_the_ends_hold(cast):
    actions.issue_certificates(project=cast.project, by=None)
    actions.move_certificate(certificate=of(cast.joop), up=True, by=None)
    assert order(cast) == ["Willem", "Tesfay", "Ans", "Joop", "Samira"]
    actions.move_certificate(certificate=of(cast.willem), up=True, by=None)
    actions.move_certificate(certificate=of(cast.samira), up=False, by=None)
    assert order(cast) == ["Willem", "Tesfay", "Ans", "Joop", "Samira"]


def test_a_move_passes_over_what_is_withheld(cast):
    actions.issue_certificates(project=cast.project, by=None)
    actions.withhold_certificate(participant=cast.samira, reason="x", by=None)
    actions.move_certificate(certificate=of(cast.joop), up=True, by=None)
    assert order(cast) == ["Willem", "Tesfay", "Joop", "Ans"]


def test_certificates_of_before_there_was_an_order_can_be_moved(cast):
    actions.issue_certificates(project=cast.project, by=None)
    Certificate.objects.update(position=0)
    actions.move_certificate(certificate=of(cast.willem), up=True, by=None)
    assert order(cast) == ["Ans", "Joop", "Samira", "Willem", "Tesfay"]


PEOPLE = ("Ans", "Samira", "Willem", "Tesfay", "Joop")
DEEDS = st.one_of(
    st.tuples(st.sampled_from(PEOPLE), st.booleans()), st.sampled_from(["couples", "name"]), st.sampled_from(PEOPLE)
)


@given(deeds=st.lists(DEEDS, max_size=15))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_moved_everybody_stands_once(cast, deeds):
    """Any row of moves, arranging anew and withholding leaves a permutation with places 1 to n."""
    actions.issue_certificates(project=cast.project, by=None)
    for deed in deeds:
        if isinstance(deed, tuple):
            somebody = cast.people[deed[0].lower()]
            actions.move_certificate(certificate=of(somebody), up=deed[1], by=None)
        elif deed in PEOPLE:
            _toggle(cast, deed)
        else:
            actions.arrange_certificates(project=cast.project, in_couples=deed == "couples", by=None)
        places = Certificate.objects.of_project(cast.project).values_list("position", flat=True)
        assert sorted(places) == list(range(1, 6))
    assert len(set(order(cast))) == len(order(cast))


def _toggle(cast, name):
    """Decide against somebody, or for them again."""
    row = of(cast.people[name.lower()]).participant
    deed = actions.complete_by_decision if row.no_certificate_reason else actions.withhold_certificate
    deed(participant=row, reason="x", by=None)
