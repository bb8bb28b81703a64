"""Who said they would come and did not: who is on the list, who sees the number, and what each answer does."""

from datetime import timedelta

import pytest

from mixen.accounts.models import AuditEvent
from participants import actions
from participants.models import AbsenceCall, Participant
from participants.recruiting.absent import absentees, to_call, wanting_to_stop
from projects.models import Meeting
from projects.watching import for_project
from tests.conftest import NOW, registered

ADDRESS = "/projecten/nieuw-west-2027/niet-gekomen/"
TODAY = NOW.date()
WOMAN = {"gender": "woman"}
Outcome = AbsenceCall.Outcome


def meeting_of(cast, kind="mix"):
    return cast.project.meetings.filter(kind=kind).order_by("starts_at").first()


def missed(cast, *people, meeting=None, present=False):
    for somebody in people:
        actions.note_attendance(
            meeting=meeting or meeting_of(cast), participant=somebody, present=present, by=cast.coordinator
        )


def listed(cast, today=TODAY):
    return [row.participant.person.call_name for row in to_call(absentees([cast.project], today))]


def called(cast, somebody, outcome, meeting=None, **facts):
    return actions.note_absence_call(
        participant=somebody, meeting=meeting or meeting_of(cast), outcome=outcome, by=cast.ambassador, **facts
    )


def another_mix(cast, hours=4):
    begin = meeting_of(cast).starts_at + timedelta(hours=hours)
    return Meeting.objects.create(
        project=cast.project, kind="mix", starts_at=begin, ends_at=begin + timedelta(hours=1)
    )


# Who is on the list


def test_who_was_noted_absent_is_called_and_who_came_is_not(cast):
    missed(cast, cast.lale, cast.ans)
    missed(cast, cast.oksana, present=True)
    assert listed(cast) == ["Ans", "Lale"]
    (row, _other) = absentees([cast.project], TODAY)
    assert (row.meeting, row.last, row.calls) == (meeting_of(cast), None, [])


def test_without_a_tick_one_is_called_only_when_the_meeting_was_closed(cast):
    Participant.objects.filter(pk=cast.lale.pk).update(signed_up_on=TODAY - timedelta(days=3))
    assert listed(cast) == []
    Meeting.objects.filter(pk=meeting_of(cast).pk).update(closed_at=NOW)
    assert listed(cast) == ["Lale"]  # the others signed up on the day itself


def test_who_came_to_a_later_one_is_not_called(cast):
    second = another_mix(cast)
    missed(cast, cast.lale, cast.ans)
    missed(cast, cast.lale, meeting=second, present=True)
    assert listed(cast) == ["Ans"]


def test_who_came_before_and_stays_away_now_is_called(cast):
    second = another_mix(cast)
    missed(cast, cast.lale, present=True)
    missed(cast, cast.lale, meeting=second)
    (row,) = absentees([cast.project], TODAY)
    assert row.meeting == second


def test_interest_is_enough_for_an_information_meeting_and_not_for_a_mix_meeting(cast):
    noor, bea = (registered(cast.project, name, "new", cast.ambassador, WOMAN, {}) for name in ("Noor", "Bea"))
    missed(cast, noor, meeting=meeting_of(cast, "information"))
    missed(cast, bea)
    assert listed(cast) == ["Noor"]


def test_who_signed_up_since_need_not_hear_what_it_is_about(cast):
    missed(cast, cast.lale, meeting=meeting_of(cast, "information"))
    assert listed(cast) == []
    Participant.objects.filter(pk=cast.lale.pk).update(signed_up_on=TODAY - timedelta(days=20))
    assert listed(cast) == ["Lale"]
    missed(cast, cast.lale, present=True)  # a mix meeting makes it good
    assert listed(cast) == []


@pytest.mark.parametrize("status", ["stopped", "coupled", "completed", "waiting"])
def test_who_stopped_waits_or_has_a_buddy_is_not_called(cast, status):
    missed(cast, cast.lale)
    Participant.objects.filter(pk=cast.lale.pk).update(status=status, waiting_since=NOW)
    assert absentees([cast.project], TODAY) == []


def test_other_meetings_and_other_projects_are_left_alone(cast):
    interim = another_mix(cast)
    Meeting.objects.filter(pk=interim.pk).update(kind="interim")
    missed(cast, cast.lale, meeting=Meeting.objects.get(pk=interim.pk))
    missed(cast, cast.ans)
    assert absentees([cast.foreign], TODAY) == []
    assert listed(cast) == ["Ans"]


def test_the_list_takes_as_many_questions_whoever_is_on_it(cast, django_assert_num_queries):
    missed(cast, *cast.people.values())
    for somebody in cast.people.values():
        called(cast, somebody, "later", note="x")
    with django_assert_num_queries(4):
        rows = absentees([cast.project, cast.foreign], TODAY)
        assert len([(row.participant.person.name, row.calls[0].called_by.name) for row in rows]) == 8


# What an answer does


@pytest.mark.parametrize("outcome", [Outcome.LATER, Outcome.NO_ANSWER])
def test_who_is_to_be_called_again_goes_to_the_end_of_the_list(cast, outcome, clock):
    missed(cast, cast.ans, cast.lale, cast.willem)
    called(cast, cast.ans, outcome)
    clock.shift(60)
    called(cast, cast.lale, outcome)
    assert listed(cast) == ["Willem", "Ans", "Lale"]


def test_who_comes_next_time_is_off_the_list_until_they_stay_away_again(cast):
    missed(cast, cast.lale)
    called(cast, cast.lale, Outcome.COMES)
    assert listed(cast) == []
    second = another_mix(cast)
    assert listed(cast) == []
    missed(cast, cast.lale, meeting=second)
    (row,) = absentees([cast.project], TODAY)
    assert (row.meeting, row.last, len(row.calls)) == (second, None, 1)


def test_who_stops_is_taken_off_at_once_by_who_may(cast):
    missed(cast, cast.lale)
    called(cast, cast.lale, Outcome.STOPS, note="Heeft werk", withdraw_too=True)
    row = Participant.objects.get(pk=cast.lale.pk)
    assert row.status == "stopped"
    assert "Heeft werk" in row.stop_reason
    assert absentees([cast.project], TODAY) == []


def test_who_stops_waits_for_the_coordinator_otherwise(cast):
    missed(cast, cast.lale)
    called(cast, cast.lale, Outcome.STOPS)
    assert Participant.objects.get(pk=cast.lale.pk).status == "signed_up"
    assert listed(cast) == []
    assert [row.participant for row in wanting_to_stop(absentees([cast.project], TODAY))] == [cast.lale]
    urls = {item.url: item for item in for_project(cast.project, TODAY)}
    assert urls[f"{ADDRESS}#stoppen"].mark == "1"
    assert ADDRESS not in urls
    actions.withdraw(participant=cast.lale, reason="Wil niet meer", by=cast.coordinator)
    assert f"{ADDRESS}#stoppen" not in {item.url for item in for_project(cast.project, TODAY)}


def test_a_mind_that_changes_comes_back_on_the_list(cast, clock):
    missed(cast, cast.lale)
    called(cast, cast.lale, Outcome.STOPS)
    clock.shift(60)
    called(cast, cast.lale, Outcome.LATER)
    assert listed(cast) == ["Lale"]


@pytest.mark.parametrize("withdraw_too", [True, False])
@pytest.mark.parametrize("outcome", [Outcome.COMES, Outcome.LATER, Outcome.NO_ANSWER])
def test_only_who_says_so_is_taken_off(cast, outcome, withdraw_too):
    missed(cast, cast.lale)
    called(cast, cast.lale, outcome, withdraw_too=withdraw_too)
    assert Participant.objects.get(pk=cast.lale.pk).status == "signed_up"


# The pages


def call(client, somebody, **data):
    return client.post(f"{ADDRESS}{somebody.pk}/", data)


def test_a_card_tells_who_and_which_meeting_and_no_number(cast, as_user):
    missed(cast, cast.lale)
    text = as_user(cast.coordinator).get(ADDRESS).content.decode()
    assert "Lale Proefpersoon" in text
    assert "Mixbijeenkomst, vr 12 maart 2027" in text
    assert "12345678" not in text
    assert not AuditEvent.objects.filter(kind=AuditEvent.Kind.READ).exists()


@pytest.mark.parametrize(("who", "status"), [("ambassador", 200), ("leader", 200), ("colleague", 404)])
def test_the_number_is_for_who_may_see_it_and_that_is_remembered(cast, as_user, who, status):
    missed(cast, cast.lale)
    user = getattr(cast, who)
    response = as_user(user).get(f"{ADDRESS}{cast.lale.pk}/")
    assert response.status_code == status
    assert ("tel:+31612345678" in response.content.decode()) is (status == 200)
    reads = AuditEvent.objects.filter(kind=AuditEvent.Kind.READ, by=user)
    assert list(reads.values_list("object_id", flat=True)) == [str(cast.lale.person_id)] * (status == 200)


def test_a_colleague_reads_who_calls_and_cannot_answer(cast, as_user):
    missed(cast, cast.lale)
    client = as_user(cast.colleague)
    assert "Belt: <bdi>Ambassador</bdi>" in client.get(ADDRESS).content.decode()
    assert call(client, cast.lale, outcome="comes").status_code == 404
    assert not AbsenceCall.objects.exists()


@pytest.mark.parametrize(("who", "status"), [("ambassador", "signed_up"), ("leader", "stopped")])
def test_stopping_takes_off_for_who_leads_and_is_only_noted_for_an_ambassador(cast, as_user, who, status):
    missed(cast, cast.lale)
    user = getattr(cast, who)
    assert call(as_user(user), cast.lale, outcome="stops", note="Verhuist").status_code == 302
    assert Participant.objects.get(pk=cast.lale.pk).status == status
    row = AbsenceCall.objects.get()
    assert (row.outcome, row.note, row.called_by, row.meeting) == ("stops", "Verhuist", user, meeting_of(cast))


def test_notes_of_a_call_are_for_who_made_it_and_who_leads(cast, as_user):
    missed(cast, cast.lale)
    called(cast, cast.lale, "later", note="GEHEIM")
    actions.assign_ambassador(participant=cast.lale, ambassador=cast.colleague, by=None)
    address = f"{ADDRESS}{cast.lale.pk}/"
    shown = {who: as_user(getattr(cast, who)).get(address).content.decode() for who in ("colleague", "leader")}
    assert "GEHEIM" not in shown["colleague"]
    assert "later nog eens bellen" in shown["colleague"]
    assert "GEHEIM" in shown["leader"]


def test_who_is_no_longer_on_the_list_is_told_so(cast, as_user):
    answer = as_user(cast.coordinator).get(f"{ADDRESS}{cast.lale.pk}/", follow=True)
    assert "Lale staat niet meer op de bellijst." in answer.content.decode()
    assert answer.redirect_chain == [(ADDRESS, 302)]
    assert not AuditEvent.objects.filter(kind=AuditEvent.Kind.READ).exists()


def test_without_a_number_the_page_says_how_to_reach_somebody(cast, as_user):
    person = cast.lale.person
    person.phone, person.reach = "", "via de juf van groep 3"
    person.save()
    missed(cast, cast.lale)
    assert "via de juf van groep 3" in as_user(cast.ambassador).get(f"{ADDRESS}{cast.lale.pk}/").content.decode()


def test_the_page_names_the_next_meeting(cast, as_user):
    missed(cast, cast.lale)
    later = another_mix(cast, hours=24 * 14)
    text = as_user(cast.ambassador).get(f"{ADDRESS}{cast.lale.pk}/").content.decode()
    assert "vr 26 maart 2027, 13.30 uur" in text
    assert later.starts_at > NOW


@pytest.mark.parametrize(("who", "told"), [("ambassador", True), ("colleague", False)])
def test_the_first_page_of_an_ambassador_counts_the_own_people(cast, as_user, who, told):
    missed(cast, cast.lale, cast.ans)
    assert ("2 deelnemers kwamen niet" in as_user(getattr(cast, who)).get("/").content.decode()) is told


def test_nobody_to_call_is_told(cast, as_user):
    assert "Er is nu niemand om te bellen" in as_user(cast.ambassador).get(ADDRESS).content.decode()
