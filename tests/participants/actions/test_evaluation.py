"""Answering: who may, from when, until when, and what a second time does."""

from datetime import date, timedelta

import pytest

from matching.actions import end_couple, form_couple
from mixen.errors import DomainError
from participants.actions import answer_evaluation, become_coupled
from participants.evaluating import asked, may_answer, next_opening
from participants.models import Evaluation
from projects.models import EndReport

CLOSING = date(2027, 6, 12)
ALL = {
    "again": "yes",
    "go_on": "maybe",
    "dutch": 3,
    "neighbourhood": 4,
    "own_group": 1,
    "locals": 2,
    "institutions": 3,
    "words": "Fijn!",
}


def answer(participant, answers=None, via="link", by=None):
    return answer_evaluation(participant=participant, answers=answers or ALL, via=via, by=by)


@pytest.fixture
def couple(cast):
    return form_couple(project=cast.project, old=cast.ans, new=[cast.samira], by=cast.ambassador)


def at_the_end(clock, before=0):
    clock.move_to(f"{CLOSING - timedelta(days=before)}T15:00:00+02:00")


def final_report(project):
    return EndReport.objects.create(
        project=project, status="final", figures=[], pdf="x", sha256="0" * 64, finalised_at="2027-06-20T10:00Z"
    )


def test_from_two_weeks_before_the_closing_meeting_who_has_a_buddy_is_asked(cast, couple, clock):
    at_the_end(clock, before=15)
    assert not may_answer(cast.ans)
    with pytest.raises(DomainError, match="nog niet"):
        answer(cast.ans)
    assert next_opening(cast.project) == CLOSING - timedelta(days=14)
    at_the_end(clock, before=14)
    assert [one.pk for one in asked(cast.project)] == [cast.ans.pk, cast.samira.pk]
    assert not may_answer(cast.lale)
    row = answer(cast.ans)
    assert {name: getattr(row, name) for name in ALL} == ALL
    assert (row.via, row.entered_by) == ("link", None)


def test_who_stopped_early_is_asked_at_once_and_a_mistake_is_no_couple(cast, couple):
    end_couple(couple=couple, reason="no_time", by=cast.leader, stopping=[cast.ans])
    assert [one.pk for one in asked(cast.project)] == [cast.ans.pk, cast.samira.pk]
    wrong = form_couple(project=cast.project, old=cast.corrie, new=[cast.lale], by=cast.ambassador)
    end_couple(couple=wrong, reason="mistake", by=cast.leader)
    assert not may_answer(cast.lale)


def test_a_couple_that_ends_before_the_closing_meeting_opens_its_own_form(cast, couple, clock):
    couple.planned_end = date(2027, 5, 1)
    couple.save()
    assert not may_answer(cast.ans, date(2027, 4, 16))
    assert may_answer(cast.ans, date(2027, 4, 17))


def test_a_status_without_a_couple_is_not_asked(cast, clock):
    become_coupled(participant=cast.joop, by=None)
    at_the_end(clock)
    assert not may_answer(cast.joop)


def test_sent_again_the_new_answers_replace_all_and_the_history_keeps_both(cast, couple, clock):
    at_the_end(clock)
    answer(cast.ans)
    again = answer(cast.ans, {"again": "no"})
    assert Evaluation.objects.get() == again
    assert (again.again, again.go_on, again.dutch, again.words) == ("no", "", None, "")
    assert [row.again for row in again.history.all()] == ["no", "yes"]
    assert {row.history_change_reason for row in again.history.all()} == {"participants.answer_evaluation"}


def test_nothing_filled_in_is_refused(cast, couple, clock):
    at_the_end(clock)
    with pytest.raises(DomainError, match="nog niets ingevuld"):
        answer(cast.ans, {"again": None, "words": ""})
    assert not Evaluation.objects.exists()


def test_once_the_report_is_final_nothing_changes(cast, couple, clock):
    at_the_end(clock)
    answer(cast.ans)
    final_report(cast.project)
    for who in (cast.ans, cast.samira):
        assert not may_answer(who)
        with pytest.raises(DomainError, match="gesloten"):
            answer(who, {"again": "no"})
    assert Evaluation.objects.get().again == "yes"


def test_the_team_replaces_what_it_typed_itself_and_not_what_somebody_sent(cast, couple, clock):
    at_the_end(clock)
    assert answer(cast.ans, via="paper", by=cast.ambassador).entered_by == cast.ambassador
    assert answer(cast.ans, {"again": "no"}, via="tablet", by=cast.colleague).again == "no"
    answer(cast.ans)
    with pytest.raises(DomainError, match="eigen bladzijde"):
        answer(cast.ans, {"again": "no"}, via="paper", by=cast.ambassador)
    assert Evaluation.objects.get().again == "yes"
