"""Noting who was told and how a call went: each refusal."""

from datetime import timedelta

import pytest

from mixen.errors import DomainError
from participants import actions
from participants.models import AbsenceCall, Participant, Told
from projects.actions import add_partner
from projects.models import Organisation
from tests.conftest import NOW

TODAY = NOW.date()


def told(cast, **facts):
    wanted = {"project": cast.project, "channel": "school", "people": 10, "by": cast.ambassador}
    return actions.note_told(**{**wanted, **facts})


def test_who_was_told_is_kept_with_who_noted_it(cast):
    row = told(cast, note="Twee groepen")
    assert (row.people, row.on, row.noted_by, row.note) == (10, TODAY, cast.ambassador, "Twee groepen")
    assert row.history.get().history_user == cast.ambassador


def test_a_mistake_goes_and_its_history_stays(cast):
    row = told(cast)
    number = row.pk
    actions.remove_told(told=row, by=cast.leader)
    assert not Told.objects.exists()
    last = Told.history.filter(id=number).first()
    assert (last.history_type, last.history_user) == ("-", cast.leader)


@pytest.mark.parametrize(
    ("facts", "field"),
    [({"people": 0}, "people"), ({"people": -1}, "people"), ({"on": TODAY + timedelta(days=1)}, "on")],
)
def test_what_cannot_be_is_refused_at_its_field(cast, facts, field):
    with pytest.raises(DomainError) as refusal:
        told(cast, **facts)
    assert refusal.value.field == field
    assert not Told.objects.exists()


def test_an_organisation_is_a_partner_of_this_project(cast):
    organisation = Organisation.objects.create(name="De Taalschool")
    add_partner(project=cast.foreign, organisation=organisation, contribution="x", by=None)
    with pytest.raises(DomainError, match="geen partner") as refusal:
        told(cast, organisation=organisation)
    assert refusal.value.field == "organisation"
    add_partner(project=cast.project, organisation=organisation, contribution="x", by=None)
    assert told(cast, organisation=organisation).organisation == organisation


def call(cast, somebody, meeting, outcome="later", **facts):
    return actions.note_absence_call(
        participant=somebody, meeting=meeting, outcome=outcome, by=cast.ambassador, **facts
    )


@pytest.mark.parametrize("status", ["stopped", "coupled", "completed", "waiting"])
def test_who_is_off_the_list_is_not_called(cast, status):
    Participant.objects.filter(pk=cast.lale.pk).update(status=status, waiting_since=NOW)
    with pytest.raises(DomainError, match="Lale staat niet meer op de bellijst"):
        call(cast, cast.lale, cast.project.meetings.get(kind="mix"))
    assert not AbsenceCall.objects.exists()


def test_who_came_after_all_is_not_called(cast):
    mix = cast.project.meetings.get(kind="mix")
    actions.note_attendance(meeting=mix, participant=cast.lale, present=True, by=None)
    with pytest.raises(DomainError, match="Lale was er wel"):
        call(cast, cast.lale, mix)


def test_a_call_is_about_a_meeting_of_the_own_project(cast):
    with pytest.raises(DomainError, match="ander project"):
        call(cast, cast.lale, cast.foreign.meetings.get(kind="mix"))


def test_a_long_note_does_not_stand_in_the_way_of_stopping(cast):
    mix = cast.project.meetings.get(kind="mix")
    call(cast, cast.lale, mix, "stops", note="x" * 300, withdraw_too=True)
    row = Participant.objects.get(pk=cast.lale.pk)
    assert (row.status, len(row.stop_reason)) == ("stopped", 300)
    assert row.history.first().history_change_reason == "participants.note_absence_call"
