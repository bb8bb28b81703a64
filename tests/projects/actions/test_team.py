"""Asking people for the team, being away, and the training: what is kept, and what is refused in words."""

from datetime import timedelta

import pytest

from mixen.accounts.models import User
from mixen.errors import DomainError
from projects.actions import (
    accept_invitation,
    change_team_member,
    invite_to_team,
    note_time_away,
    save_training,
    take_back_time_away,
    withdraw_invitation,
)
from projects.letters import send_team_invitations
from projects.models import Membership, Role, TeamInvitation
from tests.conftest import NOW, PASSWORD

TODAY, DAY = NOW.date(), timedelta(days=1)
ADDRESS = "rosa@example.org"


def invite(cast, email=ADDRESS, **facts):
    return invite_to_team(
        project=cast.project, name="Rosa Molenpad", email=email, by=facts.pop("by", cast.leader), **facts
    )


def member_of(cast, user):
    return Membership.objects.get(project=cast.project, user=user)


def test_who_is_new_gets_an_account_and_a_place(cast, mailoutbox):
    row = invite(cast, email="Rosa@Example.org")
    assert (send_team_invitations(), send_team_invitations()) == (1, 0)
    (message,) = mailoutbox
    assert message.to == [ADDRESS]
    assert row.token in message.body
    assert "26 maart 2027" in message.body
    member = accept_invitation(invitation=row, name="Rosa M.", password=PASSWORD, by=None)
    assert (member.user.email, member.user.name, member.role) == (ADDRESS, "Rosa M.", Role.AMBASSADOR)
    assert member.user.check_password(PASSWORD)
    assert not member.user.is_coordinator


def test_without_a_password_one_logs_in_with_a_code(cast):
    member = accept_invitation(invitation=invite(cast), name="Rosa", by=None)
    assert not member.user.has_usable_password()


def test_who_has_an_account_keeps_it_as_it_is(cast):
    known = cast.foreign_ambassador
    row = invite(cast, email=known.email.upper())
    member = accept_invitation(invitation=row, name="Een andere naam", password="een-heel-ander-wachtwoord", by=None)
    fresh = User.objects.get(pk=known.pk)
    assert (member.user, fresh.name) == (known, known.name)
    assert fresh.check_password(PASSWORD)
    assert cast.foreign.memberships.filter(user=known).exists()


def test_who_is_in_the_team_already_keeps_the_role(cast):
    member = accept_invitation(invitation=invite(cast, email=cast.leader.email), name="L", by=None)
    assert member.role == Role.PROJECT_LEADER
    assert cast.project.memberships.filter(user=cast.leader).count() == 1


def test_it_is_accepted_once(cast):
    row = invite(cast)
    accept_invitation(invitation=row, name="Rosa", by=None)
    with pytest.raises(DomainError, match="al gebruikt"):
        accept_invitation(invitation=row, name="Rosa", by=None)
    with pytest.raises(DomainError, match="zit al in het team"):
        withdraw_invitation(invitation=row, by=cast.leader)


@pytest.mark.parametrize("why", ["withdrawn", "over", "again"])
def test_a_link_that_does_not_count_any_more_gives_nothing(cast, clock, mailoutbox, why):
    row = invite(cast)
    if why == "withdrawn":
        withdraw_invitation(invitation=row, by=cast.leader)
    elif why == "again":
        invite(cast)
    else:
        clock.shift(timedelta(days=15))
    assert TeamInvitation.of_token(row.token) is None
    with pytest.raises(DomainError):
        accept_invitation(invitation=row, name="Rosa", by=None)
    assert not User.objects.filter(email=ADDRESS).exists()
    assert send_team_invitations() == (1 if why == "again" else 0)


def test_an_account_that_is_switched_off_stays_off(cast):
    cast.foreign_ambassador.is_active = False
    cast.foreign_ambassador.save()
    row = invite(cast, email=cast.foreign_ambassador.email)
    with pytest.raises(DomainError, match="lukt nu niet"):
        accept_invitation(invitation=row, name="X", by=None)
    assert TeamInvitation.of_token(row.token) == row


@pytest.mark.parametrize("email", [ADDRESS, "leader@example.org"])
def test_a_weak_password_is_refused_whoever_it_is(cast, email):
    with pytest.raises(DomainError) as refused:
        accept_invitation(invitation=invite(cast, email=email), name="Rosa", password="kort", by=None)
    assert refused.value.field == "password"


def test_a_project_leader_is_asked_by_the_coordinator_alone(cast):
    with pytest.raises(DomainError) as refused:
        invite(cast, role=Role.PROJECT_LEADER)
    assert refused.value.field == "role"
    row = invite(cast, role=Role.PROJECT_LEADER, by=cast.coordinator)
    assert accept_invitation(invitation=row, name="Rosa", by=None).role == Role.PROJECT_LEADER


def away(cast, first, last, cover=None, who=None):
    return note_time_away(
        membership=member_of(cast, who or cast.ambassador),
        since=TODAY + first * DAY,
        until=TODAY + last * DAY,
        covered_by=cover,
        by=cast.leader,
    )


@pytest.mark.parametrize(
    ("first", "last", "field"), [(3, 2, "until"), (-5, -1, "until"), (10, 12, "since"), (14, 20, "since")]
)
def test_days_away_are_in_order_to_come_and_told_once(cast, first, last, field):
    away(cast, 12, 14)
    with pytest.raises(DomainError) as refused:
        away(cast, first, last)
    assert refused.value.field == field


def test_who_takes_over_is_another_of_the_team_who_is_there(cast):
    colleague, mine = member_of(cast, cast.colleague), member_of(cast, cast.ambassador)
    stranger = Membership.objects.get(project=cast.foreign, user=cast.foreign_ambassador)
    away(cast, 5, 6, who=cast.colleague)
    for cover, told in ((mine, "iemand anders"), (stranger, "uit het team"), (colleague, "zelf ook weg")):
        with pytest.raises(DomainError, match=told) as refused:
            away(cast, 1, 9, cover)
        assert refused.value.field == "covered_by"
    row = away(cast, 1, 4, colleague)
    take_back_time_away(away=row, by=cast.leader)
    assert away(cast, 1, 4, colleague).covered_by == colleague


def train(cast, part, days, people, **facts):
    followed = [member_of(cast, one) for one in people]
    return save_training(project=cast.project, part=part, on=TODAY + days * DAY, followed=followed, by=None, **facts)


def test_who_followed_both_halves_is_trained_on_the_last_of_the_two_days(cast):
    train(cast, 2, -2, [cast.ambassador])
    assert member_of(cast, cast.ambassador).trained_on is None
    first = train(cast, 1, -9, [cast.colleague])
    train(cast, 1, -9, [cast.ambassador, cast.colleague], training=first, topics="Werven")
    assert member_of(cast, cast.ambassador).trained_on == TODAY - 2 * DAY
    assert member_of(cast, cast.colleague).trained_on is None
    assert set(first.followed.all()) == {member_of(cast, cast.ambassador), member_of(cast, cast.colleague)}
    assert first.history.first().followed.count() == 2


def test_a_day_noted_by_hand_is_left_alone(cast):
    change_team_member(membership=member_of(cast, cast.ambassador), trained_on=TODAY - 90 * DAY, by=None)
    train(cast, 1, -9, [cast.ambassador])
    train(cast, 2, -2, [cast.ambassador])
    assert member_of(cast, cast.ambassador).trained_on == TODAY - 90 * DAY


def test_a_training_to_come_has_nobody_yet_and_stands_once(cast):
    with pytest.raises(DomainError) as refused:
        train(cast, 1, 3, [cast.ambassador])
    assert refused.value.field == "followed"
    train(cast, 1, 3, [])
    with pytest.raises(DomainError, match="staat er al"):
        train(cast, 1, 3, [])
    train(cast, 2, 3, [])
