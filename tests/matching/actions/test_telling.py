"""The proposal made so, and what each couple takes home; and how it goes at the next mix meeting."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine

from matching.actions import (
    confirm_couples,
    end_couple,
    form_couple,
    hand_couple_to,
    join_couple,
    keep_apart,
    lock_pair,
    mark_gone,
    note_booklet,
    note_told,
    offer_place,
    propose_couples,
    undo_draft,
)
from matching.afternoon import formed_at, proposal_of
from matching.models import Board, Couple, CoupleMember
from mixen.errors import DomainError
from participants.actions import assign_ambassador, withdraw
from participants.models import Participant, Status
from projects.models import Membership
from tests.conftest import Cast, registered
from tests.matching.conftest import Form
from tests.matching.hall import both_yes, come, filled, fresh, guests, later_mix, named, opened, say, without

TODAY = date(2027, 3, 12)
NEXT = TODAY + timedelta(days=60)


@pytest.fixture
def board(cast: Cast) -> Board:
    """Everybody is in the hall; Willem and Oksana chose each other, Lale is put with Corrie by hand."""
    board = filled(cast)
    both_yes(board, cast.willem, cast.oksana)
    propose_couples(board=board, by=cast.ambassador)
    lock_pair(board=board, new=cast.lale, old=cast.corrie, by=cast.ambassador)
    return fresh(board)


def couple_of(one: Participant) -> Couple:
    return Couple.objects.active().get(members__participant=one, members__left_on__isnull=True)


def status(one: Participant) -> str:
    return Participant.objects.get(pk=one.pk).status


class TestConfirm:
    def test_the_couples_of_the_proposal_are_made(self, cast: Cast, board: Board) -> None:
        draft = board.drafts.standing()[0]
        found = confirm_couples(board=board, seen=draft.number, by=cast.colleague)
        assert found.refused == []
        made = {
            one.people[0].person.goes_by: sorted(new.person.goes_by for new in one.people[1:]) for one in found.made
        }
        assert made == named(cast, draft)
        for one in found.made:
            assert (one.meeting, one.formed_on) == (board.meeting, TODAY)
            assert one.history.earliest("history_date").history_user == cast.colleague
        assert {status(one) for one in cast.people.values()} == {Status.COUPLED}

    def test_how_and_why_each_came_about_is_kept(self, cast: Cast, board: Board) -> None:
        confirm_couples(board=board, by=cast.ambassador)
        origins = {name: couple_of(cast.people[name]).origin for name in ("willem", "corrie", "ans")}
        assert origins == {"willem": "chosen", "corrie": "by_hand", "ans": "proposed"}
        said = {one["old"]: one["explanation"] for one in board.drafts.standing()[0].answer["couples"]}
        assert couple_of(cast.willem).why == said[str(cast.willem.pk)]
        assert "kozen elkaar" in couple_of(cast.willem).why

    def test_what_another_tablet_changed_is_looked_at_first(self, cast: Cast, board: Board) -> None:
        seen = board.drafts.standing()[0].number
        lock_pair(board=board, new=cast.samira, old=cast.ans, by=cast.colleague)
        with pytest.raises(DomainError, match="intussen veranderd"):
            confirm_couples(board=board, seen=seen, by=cast.ambassador)
        assert not Couple.objects.exists()
        undo_draft(board=board, by=None)
        assert confirm_couples(board=board, seen=seen, by=cast.ambassador).made

    def test_one_that_cannot_be_made_says_who_was_first_and_the_others_are_made(
        self, cast: Cast, board: Board, clock: time_machine.Traveller
    ) -> None:
        Participant.objects.filter(pk=cast.joop.pk).update(max_new=1)
        propose_couples(board=board, by=None)
        form_couple(project=cast.project, old=cast.joop, new=[cast.oksana], by=cast.colleague)
        clock.shift(timedelta(minutes=3))
        found = confirm_couples(board=board, by=cast.ambassador)
        assert "Joop en Oksana" not in [one.title for one in found.made]
        assert any("Oksana" in why and "Colleague" in why and "14.00 uur" in why for why in found.refused)
        assert len(found.made) + len(found.refused) == len(board.drafts.standing()[0].answer["couples"])
        assert len(found.made) >= 2
        assert status(cast.willem) == Status.SIGNED_UP

    def test_only_some_of_them(self, cast: Cast, board: Board) -> None:
        found = confirm_couples(board=board, chosen={str(cast.willem.pk)}, by=None)
        assert [one.title for one in found.made] == ["Willem en Oksana"]
        assert status(cast.ans) == Status.SIGNED_UP
        assert confirm_couples(board=board, chosen={str(cast.corrie.pk)}, by=None).made

    def test_confirmed_twice_nothing_is_made_twice(self, cast: Cast, board: Board) -> None:
        first = confirm_couples(board=board, by=cast.ambassador).made
        again = confirm_couples(board=board, by=cast.colleague)
        assert (again.made, len(again.refused)) == ([], len(first))
        assert Couple.objects.count() == len(first)

    def test_not_before_there_is_a_proposal(self, cast: Cast) -> None:
        with pytest.raises(DomainError, match="Maak eerst een voorstel"):
            confirm_couples(board=filled(cast), by=None)

    def test_who_went_home_since_is_in_no_couple_today(self, cast: Cast, board: Board) -> None:
        mark_gone(board=board, participant=cast.oksana, by=None)
        found = confirm_couples(board=board, by=cast.ambassador)
        assert status(cast.oksana) == Status.SIGNED_UP
        assert any("Oksana" in why for why in found.refused)
        assert status(cast.lale) == Status.COUPLED

    def test_who_said_no_since_is_not_coupled_and_nobody_is_told(self, cast: Cast, board: Board) -> None:
        """Nobody is coupled with someone they said no to, however late they said it."""
        say(board, cast.oksana, (cast.willem, "no"))
        found = confirm_couples(board=board, by=cast.ambassador)
        assert status(cast.oksana) == status(cast.willem) == Status.SIGNED_UP
        assert found.refused
        assert not any("nee" in why.lower().split() for why in found.refused)

    def test_who_is_kept_apart_since_is_not_coupled(self, cast: Cast, board: Board) -> None:
        keep_apart(first=cast.oksana, second=cast.willem, by=None)
        assert len(confirm_couples(board=board, by=None).refused) == 1
        assert status(cast.oksana) == Status.SIGNED_UP


class TestAmbassadors:
    def test_who_knows_them_looks_after_them(self, cast: Cast, board: Board) -> None:
        assign_ambassador(participant=cast.willem, ambassador=cast.colleague, by=cast.leader)
        confirm_couples(board=board, by=cast.ambassador)
        assert couple_of(cast.willem).ambassador == cast.colleague
        assert couple_of(cast.ans).ambassador == cast.ambassador

    def test_shared_evenly_among_who_is_in_the_team(self, cast: Cast) -> None:
        guests(cast, 2, 2)
        Participant.objects.update(ambassador=None)
        board = filled(cast)
        propose_couples(board=board, by=None)
        made = confirm_couples(board=board, by=cast.leader).made
        mine = [sum(one.ambassador == who for one in made) for who in (cast.ambassador, cast.colleague)]
        assert (sum(mine), max(mine) - min(mine) <= 1) == (len(made), True)
        assert Participant.objects.get(pk=cast.ans.pk).ambassador is not None

    def test_couples_that_go_on_count(self, cast: Cast, board: Board) -> None:
        for name in ("lale", "corrie"):
            assign_ambassador(participant=cast.people[name], ambassador=None, by=cast.leader)
        form_couple(project=cast.project, old=cast.corrie, new=[cast.lale], ambassador=cast.ambassador, by=cast.leader)
        Participant.objects.update(ambassador=None)
        confirm_couples(board=board, chosen={str(cast.willem.pk)}, by=None)
        assert couple_of(cast.willem).ambassador == cast.colleague

    def test_who_left_the_team_is_not_given_more(self, cast: Cast, board: Board) -> None:
        Membership.objects.filter(user=cast.ambassador).delete()
        confirm_couples(board=board, by=None)
        assert {one.ambassador for one in Couple.objects.all()} == {cast.colleague}


class TestTakenHome:
    def test_told_and_booklet_are_ticked_and_taken_back(self, cast: Cast, couple: Any) -> None:
        for said in (True, False):
            note_told(couple=couple, told=said, by=cast.ambassador)
            note_booklet(couple=couple, given=said, by=cast.ambassador)
            kept = Couple.objects.get(pk=couple.pk)
            assert (kept.told, kept.booklet_given) == (said, said)

    def test_handed_over_the_people_go_along(self, cast: Cast, couple: Any) -> None:
        hand_couple_to(couple=couple, ambassador=cast.colleague, by=cast.leader)
        assert couple_of(cast.ans).ambassador == cast.colleague
        caring = set(
            Participant.objects.filter(pk__in=[cast.ans.pk, cast.samira.pk]).values_list("ambassador", flat=True)
        )
        assert caring == {cast.colleague.pk}
        with pytest.raises(DomainError) as refusal:
            hand_couple_to(couple=couple, ambassador=cast.foreign_ambassador, by=cast.leader)
        assert refusal.value.field == "ambassador"
        assert couple_of(cast.ans).ambassador == cast.colleague

    def test_an_address_is_offered_only_when_one_is_known(self, cast: Cast, couple: Any) -> None:
        member = CoupleMember.objects.get(participant=cast.samira)
        with pytest.raises(DomainError) as refusal:
            offer_place(member=member, shares_address=True, pickup="", by=cast.ambassador)
        assert refusal.value.field == "shares_address"
        member.participant.person.street = "Osdorpplein 1"
        member.participant.person.save()
        offer_place(member=member, shares_address=True, pickup="bij de taalles", by=cast.ambassador)
        kept = CoupleMember.objects.get(pk=member.pk)
        assert (kept.shares_address, kept.pickup) == (True, "bij de taalles")
        assert CoupleMember.objects.get(participant=cast.ans).shares_address is False
        offer_place(member=kept, shares_address=False, pickup="", by=cast.ambassador)
        assert CoupleMember.objects.get(pk=member.pk).shares_address is False


class TestNextMeeting:
    """Two months later there is another mix meeting."""

    def after(self, cast: Cast, clock: time_machine.Traveller, *names: str) -> Board:
        meeting = later_mix(cast, NEXT)
        clock.shift(timedelta(days=60))
        return come(opened(cast, meeting), *(cast.people[name] for name in names))

    def test_for_who_waits_and_who_is_new(self, cast: Cast, form: Form, clock: time_machine.Traveller) -> None:
        form("ans", "samira")
        withdraw(participant=cast.tesfay, reason="ziek", by=cast.ambassador)
        cast.people["nadia"] = registered(cast.project, "Nadia", "new", cast.ambassador, {"gender": "woman"}, {})
        board = self.after(cast, clock)
        assert {row.name for row in board.presences.all()} == {"Corrie", "Joop", "Willem", "Lale", "Nadia", "Oksana"}
        assert board.meeting.pk != cast.project.meetings.filter(kind="mix").earliest("starts_at").pk

    def test_who_were_a_couple_are_not_again_unless_both_say_yes(
        self, cast: Cast, form: Form, clock: time_machine.Traveller
    ) -> None:
        end_couple(couple=form("ans", "lale"), reason="no_click", by=cast.leader)
        board = self.after(cast, clock, "ans", "lale")
        assert without(cast, propose_couples(board=board, by=None)).keys() == {"Ans", "Lale"}
        with pytest.raises(DomainError, match="kan niet vastgezet worden"):
            lock_pair(board=board, new=cast.lale, old=cast.ans, by=None)
        say(board, cast.lale, (cast.ans, "yes"))
        assert named(cast, propose_couples(board=board, by=None)) == {}
        say(board, cast.ans, (cast.lale, "yes"))
        assert named(cast, propose_couples(board=board, by=None)) == {"Ans": ["Lale"]}
        (made,) = confirm_couples(board=board, by=None).made
        assert (made.title, made.meeting, made.formed_on) == ("Ans en Lale", board.meeting, NEXT)

    def test_one_made_by_mistake_does_not_count(self, cast: Cast, form: Form, clock: time_machine.Traveller) -> None:
        end_couple(couple=form("ans", "lale"), reason="mistake", by=cast.leader)
        board = self.after(cast, clock, "ans", "lale")
        assert named(cast, propose_couples(board=board, by=None)) == {"Ans": ["Lale"]}

    def test_a_couple_with_room_is_offered_to_who_is_left(
        self, cast: Cast, form: Form, clock: time_machine.Traveller
    ) -> None:
        """Joop takes two and has one; Willem takes one and is full; Corrie, here, is not for Tesfay."""
        joop = form("joop", "oksana")
        form("willem", "lale")
        board = self.after(cast, clock, "corrie", "tesfay")
        propose_couples(board=board, by=None)
        found = proposal_of(board)
        assert found is not None
        offered = {row.participant.person.goes_by: row.joinable for row in found.without}
        assert offered == {"Tesfay": [joop], "Corrie": []}

    def test_each_meeting_has_its_own_couples(self, cast: Cast, board: Board, clock: time_machine.Traveller) -> None:
        confirm_couples(board=board, chosen={str(cast.willem.pk)}, by=None)
        later = self.after(cast, clock, "ans", "samira")
        propose_couples(board=later, by=None)
        confirm_couples(board=later, by=None)
        assert [one.title for one in formed_at(board.meeting)] == ["Willem en Oksana"]
        assert [one.title for one in formed_at(later.meeting)] == ["Ans en Samira"]


class TestByHand:
    """A couple made by hand keeps to what holds for the proposal."""

    def test_who_were_a_couple_are_made_one_again_only_when_both_want_it(self, cast: Cast, form: Form) -> None:
        end_couple(couple=form("joop", "lale", "tesfay"), reason="no_click", by=cast.leader)
        assert form("ans", "lale").is_active
        with pytest.raises(DomainError, match="Joop en Tesfay waren al eens een koppel") as refusal:
            form("joop", "oksana", "tesfay")
        assert refusal.value.field == "again"
        assert status(cast.oksana) == Status.SIGNED_UP
        assert form("joop", "tesfay", again=True).is_active

    def test_both_having_said_yes_at_the_meeting_is_wanting_it(self, cast: Cast, form: Form) -> None:
        end_couple(couple=form("ans", "lale"), reason="no_time", by=cast.leader)
        board = filled(cast)
        say(board, cast.ans, (cast.lale, "yes"))
        with pytest.raises(DomainError, match="waren al eens een koppel"):
            form("ans", "lale", meeting=board.meeting)
        say(board, cast.lale, (cast.ans, "yes"))
        with pytest.raises(DomainError, match="waren al eens een koppel"):
            form("ans", "lale")
        assert form("ans", "lale", meeting=board.meeting).is_active

    def test_a_couple_by_mistake_was_none(self, cast: Cast, form: Form) -> None:
        end_couple(couple=form("ans", "lale"), reason="mistake", by=cast.leader)
        assert form("ans", "lale").is_active

    def test_who_was_with_the_old_one_does_not_join_again_just_like_that(self, cast: Cast, form: Form) -> None:
        end_couple(couple=form("joop", "lale"), reason="no_click", by=cast.leader)
        couple = form("joop", "tesfay")
        with pytest.raises(DomainError, match="waren al eens een koppel"):
            join_couple(couple=couple, participant=cast.lale, by=cast.leader)
        assert status(cast.lale) == Status.SIGNED_UP

    def test_who_is_kept_apart_is_not_in_one_couple(self, cast: Cast, form: Form) -> None:
        keep_apart(first=cast.ans, second=cast.lale, by=None)
        keep_apart(first=cast.tesfay, second=cast.oksana, by=None)
        for people, names in [
            (("ans", "lale"), {"Ans", "Lale"}),
            (("joop", "oksana", "tesfay"), {"Tesfay", "Oksana"}),
        ]:
            with pytest.raises(DomainError, match="niet samen") as refusal:
                form(*people, again=True)
            assert all(name in refusal.value.message for name in names)
        couple = form("joop", "tesfay")
        with pytest.raises(DomainError, match="niet samen"):
            join_couple(couple=couple, participant=cast.oksana, by=cast.leader)
        assert couple.members.count() == 2

    def test_meeting_and_ambassador_are_of_the_project(self, cast: Cast, form: Form) -> None:
        foreign = cast.foreign.meetings.get(kind="mix")
        for field, also in [
            ("meeting", {"meeting": foreign}),
            ("ambassador", {"ambassador": cast.foreign_ambassador}),
        ]:
            with pytest.raises(DomainError) as refusal:
                form("ans", "lale", **also)
            assert refusal.value.field == field
        assert not Couple.objects.exists()
