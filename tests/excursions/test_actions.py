"""Signing up, waiting, moving up, coming along; and the editions of the booklet."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from excursions.actions import (
    cancel_signup,
    make_booklet,
    mark_booklet_printed,
    note_attendance,
    sign_up,
)
from excursions.models import Booklet, Excursion, Place, Signup
from mixen.errors import DomainError
from participants.actions import withdraw
from tests.conftest import Cast, registered, signed_up
from tests.excursions.conftest import Plan, Turn

State = Signup.State


def alone(cast: Cast, excursion: Excursion, *names: str) -> None:
    for name in names:
        sign_up(excursion=excursion, people=[cast.people[name]], by=cast.ambassador)


def together(cast: Cast, excursion: Excursion, couple: Any) -> list[Signup]:
    return sign_up(excursion=excursion, people=couple.people, couple=couple, by=cast.ambassador)


def cancel(cast: Cast, excursion: Excursion, name: str) -> list[str]:
    """Who moves up when ``name`` does not go."""
    signup = excursion.signups.exclude(state=State.CANCELLED).get(participant=cast.people[name])
    moved = cancel_signup(signup=signup, by=cast.ambassador)
    return [one.participant.person.goes_by for one in moved]


def who(excursion: Excursion, state: str) -> list[str]:
    rows = excursion.signups.filter(state=state).select_related("participant__person").order_by("pk")
    return [row.participant.person.goes_by for row in rows]


class TestSignUp:
    def test_alone_and_as_a_couple_while_there_is_room(self, cast: Cast, plan: Plan, couples: list[Any]) -> None:
        excursion = plan(4)
        together(cast, excursion, couples[1])
        alone(cast, excursion, "willem")
        assert who(excursion, State.GOING) == ["Joop", "Tesfay", "Lale", "Willem"]
        counted = Excursion.objects.with_counts().get()
        assert (counted.going, counted.waiting, counted.attended) == (4, 0, 0)

    def test_a_couple_that_does_not_fit_waits_together(self, cast: Cast, plan: Plan, couples: list[Any]) -> None:
        excursion = plan(3)
        alone(cast, excursion, "willem")
        together(cast, excursion, couples[1])
        assert who(excursion, State.WAITING) == ["Joop", "Tesfay", "Lale"]

    def test_who_comes_after_a_waiting_couple_waits_too(self, cast: Cast, plan: Plan, couples: list[Any]) -> None:
        excursion = plan(3)
        together(cast, excursion, couples[0])
        together(cast, excursion, couples[2])
        alone(cast, excursion, "willem")
        assert who(excursion, State.GOING) == ["Ans", "Samira"]
        assert who(excursion, State.WAITING) == ["Corrie", "Oksana", "Willem"]

    def test_nobody_is_on_the_list_twice(self, cast: Cast, plan: Plan, couples: list[Any]) -> None:
        excursion = plan(2)
        alone(cast, excursion, "samira")
        with pytest.raises(DomainError, match="Samira staat al op de lijst"):
            together(cast, excursion, couples[0])
        assert excursion.signups.count() == 1
        with pytest.raises(IntegrityError), transaction.atomic():
            Signup.objects.create(excursion=excursion, participant=cast.samira, state=State.WAITING)

    def test_the_same_person_twice_in_one_go_is_refused(self, cast: Cast, plan: Plan) -> None:
        excursion = plan(4)
        with pytest.raises(DomainError), transaction.atomic():
            sign_up(excursion=excursion, people=[cast.ans, cast.ans], by=cast.ambassador)
        assert not excursion.signups.exists()

    def test_who_does_not_take_part_is_refused(self, cast: Cast, plan: Plan, subtests: Any) -> None:
        excursion = plan(4)
        fatima = signed_up(cast.foreign, "Fatima", "new", cast.foreign_ambassador, {"gender": "woman"}, {})
        nadia = registered(cast.project, "Nadia", "new", cast.ambassador, {"gender": "woman"}, {})
        withdraw(participant=cast.oksana, reason="ziek", by=cast.ambassador)
        for name, one in (("Fatima", fatima), ("Nadia", nadia), ("Oksana", cast.oksana)):
            with subtests.test(name=name):
                with pytest.raises(DomainError, match=f"{name} doet niet mee"):
                    sign_up(excursion=excursion, people=[cast.ans, one], by=cast.ambassador)
                assert not excursion.signups.exists()

    def test_more_people_than_the_excursion_will_ever_hold_do_not_block_the_line(
        self, cast: Cast, plan: Plan, couples: list[Any]
    ) -> None:
        """Three people for two places: refused, or passed over; in any case the others can go."""
        excursion = plan(2)
        try:
            together(cast, excursion, couples[1])
        except DomainError:
            assert not excursion.signups.exists()
        alone(cast, excursion, "willem")
        assert who(excursion, State.GOING) == ["Willem"]


class TestCancel:
    def test_the_first_in_line_moves_up(self, cast: Cast, plan: Plan) -> None:
        excursion = plan(2)
        alone(cast, excursion, "ans", "willem", "corrie", "joop")
        assert cancel(cast, excursion, "ans") == ["Corrie"]
        assert cancel(cast, excursion, "corrie") == ["Joop"]
        assert who(excursion, State.GOING) == ["Willem", "Joop"]

    def test_a_couple_moves_up_together_and_keeps_its_place_until_it_fits(
        self, cast: Cast, plan: Plan, couples: list[Any]
    ) -> None:
        excursion = plan(3)
        together(cast, excursion, couples[0])
        alone(cast, excursion, "lale")
        together(cast, excursion, couples[2])
        alone(cast, excursion, "willem")
        assert cancel(cast, excursion, "lale") == []
        assert who(excursion, State.WAITING) == ["Corrie", "Oksana", "Willem"]
        assert cancel(cast, excursion, "ans") == ["Corrie", "Oksana"]
        assert who(excursion, State.WAITING) == ["Willem"]

    def test_several_move_up_when_a_waiting_couple_leaves(self, cast: Cast, plan: Plan, couples: list[Any]) -> None:
        """The couple in front did not fit; once one of them stays home, the other does, and so does the next."""
        excursion = plan(4)
        together(cast, excursion, couples[0])
        together(cast, excursion, couples[1])
        alone(cast, excursion, "willem")
        assert cancel(cast, excursion, "joop") == ["Tesfay", "Lale"]
        assert who(excursion, State.WAITING) == ["Willem"]

    def test_one_of_a_couple_can_stay_home(self, cast: Cast, plan: Plan, couples: list[Any]) -> None:
        excursion = plan(2)
        together(cast, excursion, couples[0])
        alone(cast, excursion, "willem")
        assert cancel(cast, excursion, "ans") == ["Willem"]
        assert who(excursion, State.GOING) == ["Samira", "Willem"]

    def test_cancelled_twice_moves_nobody_twice(self, cast: Cast, plan: Plan) -> None:
        excursion = plan(2)
        alone(cast, excursion, "ans", "willem", "corrie", "joop")
        page = excursion.signups.get(participant=cast.ans)
        assert len(cancel_signup(signup=page, by=cast.ambassador)) == 1
        assert cancel_signup(signup=page, by=cast.colleague) == []
        assert who(excursion, State.GOING) == ["Willem", "Corrie"]

    def test_who_cancelled_can_sign_up_again_at_the_end_of_the_line(self, cast: Cast, plan: Plan) -> None:
        excursion = plan(2)
        alone(cast, excursion, "ans", "willem", "corrie", "joop")
        cancel(cast, excursion, "ans")
        alone(cast, excursion, "ans")
        assert who(excursion, State.WAITING) == ["Joop", "Ans"]
        assert who(excursion, State.CANCELLED) == ["Ans"]


class TestAttendance:
    def test_who_had_a_place_came_or_not(self, cast: Cast, plan: Plan, afterwards: Turn) -> None:
        excursion = plan(2)
        alone(cast, excursion, "ans", "willem")
        afterwards()
        for signup, attended in zip(excursion.signups.order_by("pk"), (True, False), strict=True):
            note_attendance(signup=signup, attended=attended, by=cast.ambassador)
        assert Excursion.objects.with_counts().get().attended == 1

    @pytest.mark.parametrize("attended", [True, False])
    def test_who_waits_or_cancelled_did_not_come(
        self, cast: Cast, plan: Plan, afterwards: Turn, attended: bool
    ) -> None:
        excursion = plan(2)
        alone(cast, excursion, "ans", "willem", "corrie")
        cancel(cast, excursion, "ans")
        cancel(cast, excursion, "willem")
        alone(cast, excursion, "ans", "willem")
        afterwards()
        for state in (State.WAITING, State.CANCELLED):
            signup = excursion.signups.filter(state=state).first()
            assert signup is not None
            with pytest.raises(DomainError):
                note_attendance(signup=signup, attended=attended, by=cast.ambassador)
        with pytest.raises(IntegrityError), transaction.atomic():
            excursion.signups.filter(state=State.WAITING).update(attended=True)

    def test_who_cancels_after_all_did_not_come(self, cast: Cast, plan: Plan, afterwards: Turn) -> None:
        excursion = plan(2)
        alone(cast, excursion, "ans")
        signup = excursion.signups.get()
        afterwards()
        note_attendance(signup=signup, attended=True, by=cast.ambassador)
        cancel(cast, excursion, "ans")
        assert Excursion.objects.with_counts().get().attended == 0

    def test_a_page_opened_before_a_cancellation_gives_no_place_back(
        self, cast: Cast, plan: Plan, afterwards: Turn
    ) -> None:
        excursion = plan(2)
        alone(cast, excursion, "ans", "willem", "corrie")
        page = excursion.signups.get(participant=cast.ans)
        cancel(cast, excursion, "ans")
        afterwards()
        with pytest.raises(DomainError):
            note_attendance(signup=page, attended=True, by=cast.colleague)
        assert who(excursion, State.GOING) == ["Willem", "Corrie"]

    def test_nobody_came_to_an_excursion_that_has_yet_to_be(self, cast: Cast, plan: Plan) -> None:
        excursion = plan(2)
        alone(cast, excursion, "ans")
        with pytest.raises(DomainError, match="moet nog komen"):
            note_attendance(signup=excursion.signups.get(), attended=True, by=cast.ambassador)
        assert Excursion.objects.with_counts().get().attended == 0


class TestPlan:
    def test_the_same_one_twice_is_refused(self, plan: Plan) -> None:
        plan(12)
        with pytest.raises(DomainError, match="staat er al"):
            plan(20)

    @pytest.mark.parametrize("capacity", [0, 1, 201])
    def test_between_two_and_two_hundred_places(self, plan: Plan, capacity: int) -> None:
        with pytest.raises((DomainError, ValidationError)):
            plan(capacity)
        assert not Excursion.objects.exists()

    def test_a_project_of_another_district_may_have_the_same(self, cast: Cast, plan: Plan) -> None:
        assert plan(12).pk != plan(12, project=cast.foreign).pk


class TestBooklet:
    @pytest.fixture
    def places(self, db: None) -> list[Place]:
        return [Place.objects.create(name=f"Plek {letter}", section="home") for letter in "CAB"]

    def test_strips_are_numbered_in_the_order_chosen(self, cast: Cast, places: list[Place]) -> None:
        booklet = make_booklet(project=cast.project, places=places, foreword="Dag!", by=cast.leader)
        assert list(booklet.entries.values_list("number", "place__name")) == [
            (1, "Plek C"),
            (2, "Plek A"),
            (3, "Plek B"),
        ]

    def test_each_change_is_a_new_edition_and_the_old_one_stays(self, cast: Cast, places: list[Place]) -> None:
        first = make_booklet(project=cast.project, places=places, foreword="", by=cast.leader)
        mark_booklet_printed(booklet=first, on=date(2027, 3, 10), by=cast.leader)
        second = make_booklet(project=cast.project, places=places[:1], foreword="", by=cast.leader)
        elsewhere = make_booklet(project=cast.foreign, places=places, foreword="", by=cast.coordinator)
        assert (first.edition, second.edition, elsewhere.edition) == (1, 2, 1)
        kept = Booklet.objects.get(pk=first.pk)
        assert (kept.printed_on, kept.entries.count(), second.printed_on) == (date(2027, 3, 10), 3, None)

    def test_printed_today_unless_told_otherwise(self, cast: Cast, places: list[Place]) -> None:
        booklet = make_booklet(project=cast.project, places=places, foreword="", by=cast.leader)
        assert mark_booklet_printed(booklet=booklet, by=cast.leader).printed_on == date(2027, 3, 12)

    def test_a_booklet_without_places_is_refused(self, cast: Cast) -> None:
        with pytest.raises(DomainError) as refusal:
            make_booklet(project=cast.project, places=[], foreword="", by=cast.leader)
        assert refusal.value.field == "places"
        assert not Booklet.objects.exists()

    def test_a_place_stands_in_it_once(self, cast: Cast, places: list[Place]) -> None:
        with pytest.raises((DomainError, IntegrityError)), transaction.atomic():
            make_booklet(project=cast.project, places=[places[0], places[0]], foreword="", by=cast.leader)
        assert not Booklet.objects.exists()


MOVE = st.tuples(st.sampled_from(["couple", "couple", "alone", "cancel", "cancel"]), st.integers(0, 7))


def step(cast: Cast, couples: list[Any], excursion: Excursion, deed: str, number: int) -> None:
    """One couple or one person signs up, or one person cancels."""
    couple, person = couples[number % len(couples)], list(cast.people.values())[number]
    if deed == "couple":
        together(cast, excursion, couple)
    elif deed == "alone":
        sign_up(excursion=excursion, people=[person], by=cast.ambassador)
    elif signup := excursion.signups.filter(participant=person).exclude(state=State.CANCELLED).first():
        cancel_signup(signup=signup, by=cast.ambassador)


def check_places(excursion: Excursion, couples: list[Any], waited: list[int]) -> list[int]:
    """Not too many, nobody split, who waited before is still in front, and nobody waits for nothing."""
    rows = list(excursion.signups.exclude(state=State.CANCELLED).order_by("pk"))
    going = [row for row in rows if row.state == State.GOING]
    line = [row for row in rows if row.state == State.WAITING]
    assert len(going) <= excursion.capacity
    for couple in couples:
        assert len({row.state for row in rows if row.couple_id == couple.pk}) <= 1
    numbers = [row.pk for row in line]
    stayed = [one for one in waited if one in numbers]
    assert numbers[: len(stayed)] == stayed
    if line:
        front = [row for row in line if row.couple_id == line[0].couple_id] if line[0].couple_id else line[:1]
        assert len(front) > excursion.capacity - len(going), "who is in front could have gone"
    return numbers


def test_never_too_many_never_split_always_in_order(cast: Cast, plan: Plan, couples: list[Any]) -> None:
    """Random sign-ups and cancellations of couples and single people, for excursions of different sizes."""

    @settings(max_examples=40, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.integers(3, 6), st.lists(MOVE, min_size=4, max_size=14))
    def play(capacity: int, moves: list[tuple[str, int]]) -> None:
        with transaction.atomic():
            excursion = plan(capacity)
            line: list[int] = []
            for deed, number in moves:
                try:
                    step(cast, couples, excursion, deed, number)
                except DomainError:
                    continue
                line = check_places(excursion, couples, line)
            transaction.set_rollback(True)

    play()
