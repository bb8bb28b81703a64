"""Who may be invited to which meeting, once; answers, letters and reminders."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from mixen.errors import DomainError
from participants import actions
from participants.inviting import Way, Ways, expected, to_invite
from participants.models import Invitation, Message, Participant, PersonalLink, Status
from projects.actions import change_meeting, plan_meeting
from projects.models import Meeting
from tests.conftest import Cast, registered
from tests.participants.invited import invite_all, reachable_by_all_ways


def names(meeting: Meeting) -> list[str]:
    return sorted(one.person.call_name for one in to_invite(meeting))


def planned(cast: Cast, kind: Meeting.Kind) -> Meeting:
    begin = timezone.now() + timedelta(days=20)
    return plan_meeting(
        project=cast.project, kind=kind, starts_at=begin, ends_at=begin + timedelta(hours=2), place="Zaal", by=None
    )


class TestWhom:
    """The right people, by kind of meeting."""

    def test_information_is_for_who_is_interested_and_was_at_none(self, cast: Cast) -> None:
        meeting = planned(cast, Meeting.Kind.INFORMATION)
        noor, stan = (registered(cast.project, name, "new", None, {}, {}) for name in ("Noor", "Stan"))
        registered(cast.foreign, "Elders", "new", None, {}, {})
        earlier = cast.project.meetings.filter(kind="information").earliest("starts_at")
        actions.note_attendance(meeting=earlier, participant=stan, present=True, by=None)
        assert names(meeting) == ["Noor"]
        actions.withdraw(participant=noor, reason="x", by=None)
        assert names(meeting) == []

    def test_mix_is_for_who_signed_up_or_waits_and_has_no_buddy(self, cast: Cast) -> None:
        meeting = planned(cast, Meeting.Kind.MIX)
        earlier = cast.project.meetings.filter(kind="mix").earliest("starts_at")
        actions.note_attendance(meeting=earlier, participant=cast.willem, present=False, by=None)
        actions.become_coupled(participant=cast.ans, by=None)
        Participant.objects.filter(pk=cast.lale.pk).update(status=Status.WAITING, waiting_since=timezone.now())
        Participant.objects.filter(pk=cast.joop.pk).update(not_matched_since=timezone.localdate())
        registered(cast.project, "Noor", "new", None, {}, {})
        assert names(meeting) == ["Corrie", "Lale", "Oksana", "Samira", "Tesfay", "Willem"]

    @pytest.mark.parametrize("kind", [Meeting.Kind.INTERIM, Meeting.Kind.CLOSING])
    def test_the_others_are_for_all_who_take_part(self, cast: Cast, kind: Meeting.Kind) -> None:
        meeting = planned(cast, kind)
        actions.become_coupled(participant=cast.ans, by=None)
        actions.withdraw(participant=cast.joop, reason="x", by=None)
        actions.become_coupled(participant=cast.lale, by=None)
        actions.withdraw_consent(participant=cast.lale, kind="taking_part", by=None)
        registered(cast.project, "Noor", "new", None, {}, {})
        assert names(meeting) == ["Ans", "Corrie", "Oksana", "Samira", "Tesfay", "Willem"]

    def test_who_is_not_meant_is_passed_over(self, cast: Cast, closing: Meeting) -> None:
        noor = registered(cast.project, "Noor", "new", None, {}, {})
        rows = actions.invite(meeting=closing, people=[cast.ans, noor], by=None)
        assert [row.participant for row in rows] == [cast.ans]
        with pytest.raises(DomainError, match="niemand om uit te nodigen"):
            actions.invite(meeting=closing, people=[cast.ans, noor], by=None)


class TestInviting:
    """Each once, by the way that reaches them."""

    def test_by_mail_else_sms_else_letter(self, cast: Cast, closing: Meeting, settings: Any) -> None:
        settings.SMS_BACKEND = "file"
        reachable_by_all_ways(cast)
        rows = invite_all(closing, cast.coordinator)
        assert (rows["ans"].way, rows["willem"].way, rows["joop"].way) == (Way.EMAIL, Way.SMS, Way.PAPER)
        assert Ways.of(row.way for row in rows.values()) == Ways(email=2, sms=5, paper=1)
        assert Invitation.history.filter(history_user=cast.coordinator).count() == 8

    def test_without_sms_a_phone_is_no_way(self, cast: Cast, closing: Meeting, settings: Any) -> None:
        settings.SMS_BACKEND = "none"
        assert invite_all(closing, None)["willem"].way == Way.PAPER

    def test_the_second_time_only_who_was_not_invited(self, cast: Cast, closing: Meeting) -> None:
        actions.invite(meeting=closing, people=[cast.ans, cast.joop], by=None)
        again = actions.invite(meeting=closing, people=[cast.ans, cast.joop, cast.lale], by=None)
        assert [row.participant for row in again] == [cast.lale]
        assert closing.invitations.count() == 3

    def test_who_has_no_page_gets_one_and_a_link_taken_back_stays_so(self, cast: Cast) -> None:
        meeting = planned(cast, Meeting.Kind.INFORMATION)
        noor = registered(cast.project, "Noor", "new", None, {}, {})
        assert not PersonalLink.objects.filter(participant=noor).exists()
        actions.invite(meeting=meeting, people=[noor], by=None)
        assert noor.personal_link.token
        actions.revoke_link(participant=cast.ans, by=None)
        closing = cast.project.meetings.closing()
        change_meeting(meeting=closing, place="Zaal", by=None)
        actions.invite(meeting=closing, people=[cast.ans], by=None)
        assert PersonalLink.objects.get(participant=cast.ans).revoked_at

    def test_not_without_a_place_nor_afterwards(self, cast: Cast, closing: Meeting, clock: Any) -> None:
        change_meeting(meeting=closing, place="", by=None)
        with pytest.raises(DomainError, match="eerst de plaats"):
            actions.invite(meeting=closing, people=[cast.ans], by=None)
        change_meeting(meeting=closing, place="Zaal", by=None)
        clock.move_to(closing.starts_at)
        with pytest.raises(DomainError, match="al geweest"):
            actions.invite(meeting=closing, people=[cast.ans], by=None)


class TestAnswers:
    """Yes with children, no, and another answer later."""

    def test_the_last_answer_counts_and_children_only_with_yes(self, cast: Cast, closing: Meeting) -> None:
        row = invite_all(closing, None)["ans"]
        actions.answer_invitation(invitation=row, coming=True, children=2, by=None)
        found = expected(closing.invitations.with_people())
        assert (found.invited, found.coming, found.children, found.persons, found.silent) == (8, 1, 2, 3, 7)
        now = actions.answer_invitation(invitation=row, coming=False, children=2, by=cast.ambassador)
        assert (now.answer, now.children, now.answered_by) == ("not_coming", 0, cast.ambassador)
        assert expected(closing.invitations.with_people()).not_coming == 1

    @pytest.mark.parametrize("children", [-1, 13])
    def test_a_number_of_children_people_have(self, closing: Meeting, children: int) -> None:
        row = invite_all(closing, None)["ans"]
        with pytest.raises(DomainError, match="van 0 tot en met 12"):
            actions.answer_invitation(invitation=row, coming=True, children=children, by=None)

    def test_not_when_it_has_begun(self, closing: Meeting, clock: Any) -> None:
        row = invite_all(closing, None)["ans"]
        clock.move_to(closing.starts_at)
        with pytest.raises(DomainError, match="al geweest"):
            actions.answer_invitation(invitation=row, coming=True, by=None)

    def test_an_interpreter_is_for_those_who_come(self, cast: Cast, closing: Meeting) -> None:
        reachable_by_all_ways(cast)
        rows = invite_all(closing, None)
        actions.answer_invitation(invitation=rows["samira"], coming=True, by=None)
        actions.answer_invitation(invitation=rows["joop"], coming=False, by=None)
        assert expected(closing.invitations.with_people()).languages == [("Arabisch", 1)]

    def test_a_move_opens_the_question_and_undoing_it_brings_the_answer_back(self, closing: Meeting) -> None:
        row = invite_all(closing, None)["ans"]
        actions.answer_invitation(invitation=row, coming=True, by=None)
        before = closing.starts_at, closing.ends_at
        day = timedelta(days=1)
        change_meeting(meeting=closing, starts_at=before[0] + day, ends_at=before[1] + day, by=None)
        assert not closing.invitations.get(pk=row.pk).standing_answer
        assert closing.invitations.open().count() == 8
        change_meeting(meeting=closing, starts_at=before[0], ends_at=before[1], by=None)
        assert closing.invitations.get(pk=row.pk).is_coming
        assert closing.invitations.open().count() == 7


class TestLettersAndReminders:
    """A letter is sent when somebody says so; a reminder goes once, to who gave no answer."""

    def test_only_letters_that_were_named_are_posted_once(self, cast: Cast, closing: Meeting) -> None:
        reachable_by_all_ways(cast)
        rows = invite_all(closing, None)
        numbers = [rows["joop"].pk, rows["ans"].pk]
        assert actions.note_posted(meeting=closing, invitations=numbers, by=None) == 1
        assert closing.invitations.get(pk=rows["joop"].pk).told_of == closing.starts_at
        assert closing.invitations.get(pk=rows["ans"].pk).sent_at is None
        with pytest.raises(DomainError, match="al als verstuurd"):
            actions.note_posted(meeting=closing, invitations=numbers, by=None)

    def test_who_was_invited_by_message_and_is_silent(self, cast: Cast, closing: Meeting, settings: Any) -> None:
        settings.SMS_BACKEND = "file"
        reachable_by_all_ways(cast)
        rows = invite_all(closing, None)
        with pytest.raises(DomainError, match="niemand om te herinneren"):
            actions.remind_invited(meeting=closing, by=None)  # nothing went out yet
        closing.invitations.update(sent_at=timezone.now(), told_of=closing.starts_at)
        actions.answer_invitation(invitation=rows["ans"], coming=True, by=None)
        assert actions.remind_invited(meeting=closing, by=None) == 6
        reminded = Message.objects.values_list("participant__person__call_name", flat=True)
        assert sorted(reminded) == ["Corrie", "Lale", "Oksana", "Samira", "Tesfay", "Willem"]
        with pytest.raises(DomainError, match="niemand om te herinneren"):
            actions.remind_invited(meeting=closing, by=None)


class TestBuffet:
    """Dishes and hosts: of this project, brought by one."""

    def test_a_dish_is_brought_by_a_participant_or_by_a_name(self, cast: Cast, closing: Meeting) -> None:
        soup = actions.add_dish(meeting=closing, what="Soep", participant=cast.ans, by=None)
        bread = actions.add_dish(meeting=closing, what="Brood", brought_by="De bakker", by=None)
        assert (soup.who, bread.who) == ("Ans Proefpersoon", "De bakker")
        for wrong in ({}, {"participant": cast.ans, "brought_by": "De bakker"}):
            with pytest.raises(DomainError, match="Kies een deelnemer"):
                actions.add_dish(meeting=closing, what="Soep", by=None, **wrong)

    def test_a_host_takes_part_here_and_is_named_once(self, cast: Cast, closing: Meeting) -> None:
        actions.name_host(meeting=closing, participant=cast.lale, task="Deur", by=None)
        with pytest.raises(DomainError, match="al gastheer of gastvrouw"):
            actions.name_host(meeting=closing, participant=cast.lale, by=None)
        other = registered(cast.foreign, "Elders", "new", None, {}, {})
        actions.withdraw(participant=cast.joop, reason="x", by=None)
        for wrong in (other, cast.joop):
            wrong.refresh_from_db()
            with pytest.raises(DomainError, match="die meedoet in dit project"):
                actions.name_host(meeting=closing, participant=wrong, by=None)
