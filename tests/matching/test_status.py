"""Status and couples are held against each other after random deeds in a random order."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from matching.actions import (
    end_couple,
    extend_couple,
    form_couple,
    join_couple,
    pause_couple,
    resume_couple,
    say_going_on,
    separate_couple,
)
from matching.models import Couple, CoupleMember, EndReason, NotTogether
from mixen.errors import DomainError
from participants.actions import (
    complete_by_decision,
    issue_certificates,
    keep_from_matching,
    match_again,
    register,
    report_concern,
    return_to_project,
    sign_up,
    withdraw,
)
from participants.models import Participant, Person, Status
from tests.conftest import NOW, Cast

TODAY = NOW.date()
CLOSING = date(2027, 6, 12)
SOMEBODY = st.integers(0, 60)
HABITS = [("woman", False), ("woman", True), ("man", False), ("unsaid", False)]


class Deeds(RuleBasedStateMachine):
    """People of the cast and who registers meanwhile; every deed is allowed or refused, nothing else."""

    cast: Cast

    def __init__(self) -> None:
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.done = 0
        self.concern = report_concern(project=self.cast.project, words="Er is iets.", where="other", by=None)

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)

    def attempt(self, deed: Any, **arguments: Any) -> None:
        try:
            deed(by=self.cast.coordinator, **arguments)
        except DomainError:
            return
        self.done += 1

    def participant(self, number: int, **conditions: Any) -> Participant | None:
        """Somebody as the row is now; None when nobody is like that."""
        rows = list(Participant.objects.filter(project=self.cast.project, **conditions).order_by("pk"))
        return rows[number % len(rows)] if rows else None

    def couple(self, number: int) -> Couple | None:
        rows = list(Couple.objects.order_by("pk"))
        return rows[number % len(rows)] if rows else None

    @rule(side=st.sampled_from(["old", "new"]), habit=st.sampled_from(HABITS), most=st.integers(1, 3))
    def register(self, side: str, habit: tuple[str, bool], most: int) -> None:
        person = {"name": "Nog Iemand", "gender": habit[0], "women_only": habit[1]}
        part = {"max_new": most if side == "old" else 1}
        self.attempt(register, project=self.cast.project, side=side, person=person, part=part)

    @rule(number=SOMEBODY)
    def sign_up(self, number: int) -> None:
        if one := self.participant(number, status__in=[Status.INTERESTED, Status.STOPPED]):
            self.attempt(sign_up, participant=one, signed_as="Zelf")

    @rule(old=SOMEBODY, new=st.lists(SOMEBODY, min_size=1, max_size=3))
    def form_of_free_people(self, old: int, new: list[int]) -> None:
        free = {"status": Status.SIGNED_UP}
        host = self.participant(old, side="old", **free)
        guests = [self.participant(number, side="new", **free) for number in new]
        if host and all(guests):
            unique = list(dict.fromkeys(guests))
            self.attempt(form_couple, project=self.cast.project, old=host, new=unique)

    @rule(old=SOMEBODY, new=st.lists(SOMEBODY, max_size=2))
    def form_of_anybody(self, old: int, new: list[int]) -> None:
        people = [self.participant(number) for number in new]
        self.attempt(form_couple, project=self.cast.project, old=self.participant(old), new=people)

    @rule(number=SOMEBODY, who=SOMEBODY)
    def join(self, number: int, who: int) -> None:
        if couple := self.couple(number):
            self.attempt(join_couple, couple=couple, participant=self.participant(who))

    @rule(number=SOMEBODY)
    def extend(self, number: int) -> None:
        if couple := self.couple(number):
            self.attempt(extend_couple, couple=couple)

    @rule(number=SOMEBODY, wants=st.lists(st.sampled_from([True, True, False]), min_size=4, max_size=4))
    def say_and_extend(self, number: int, wants: list[bool]) -> None:
        if couple := self.couple(number):
            for member, wish in zip(couple.members.order_by("pk"), wants, strict=False):
                self.attempt(say_going_on, member=member, wants=wish)
            self.attempt(extend_couple, couple=couple)

    @rule(number=SOMEBODY, begin=st.integers(-3, 40), length=st.none() | st.integers(-1, 20), moves=st.booleans())
    def pause(self, number: int, begin: int, length: int | None, moves: bool) -> None:
        if couple := self.couple(number):
            since = TODAY + timedelta(days=begin)
            until = None if length is None else since + timedelta(days=length)
            self.attempt(pause_couple, couple=couple, since=since, until=until, reason="weg", moves_end=moves)

    @rule(number=SOMEBODY, after=st.integers(-3, 60), moves=st.booleans())
    def resume(self, number: int, after: int, moves: bool) -> None:
        if couple := self.couple(number):
            self.attempt(resume_couple, couple=couple, on=TODAY + timedelta(days=after), moves_end=moves)

    @rule(number=SOMEBODY, kept=st.lists(st.integers(0, 3), max_size=2))
    def separate(self, number: int, kept: list[int]) -> None:
        if couple := self.couple(number):
            keep = [one for place, one in enumerate(couple.people) if place in kept]
            self.attempt(separate_couple, couple=couple, concern=self.concern, keep_from_matching=keep)

    @rule(number=SOMEBODY, lift=st.booleans())
    def keep_or_lift(self, number: int, lift: bool) -> None:
        about = {"concern": self.concern, "participant": self.participant(number)}
        if lift:
            self.attempt(match_again, why="het is goed", **about)
        else:
            self.attempt(keep_from_matching, **about)

    @rule(
        number=SOMEBODY,
        reason=st.sampled_from(EndReason),
        leaves=st.lists(st.integers(0, 3), max_size=2),
        late=st.booleans(),
    )
    def end(self, number: int, reason: EndReason, leaves: list[int], late: bool) -> None:
        if couple := self.couple(number):
            stopping = [one for place, one in enumerate(couple.people) if place in leaves]
            self.attempt(end_couple, couple=couple, reason=reason, stopping=stopping, on=CLOSING if late else None)

    @rule(number=SOMEBODY)
    def withdraw(self, number: int) -> None:
        self.attempt(withdraw, participant=self.participant(number), reason="ziek")

    @rule(number=SOMEBODY)
    def come_back(self, number: int) -> None:
        self.attempt(return_to_project, participant=self.participant(number))

    @rule()
    def issue_certificates(self) -> None:
        self.attempt(issue_certificates, project=self.cast.project, on=CLOSING)

    @rule(number=SOMEBODY)
    def complete(self, number: int) -> None:
        self.attempt(complete_by_decision, participant=self.participant(number), reason="deed al mee in 2026")

    @invariant()
    def status_and_couples_agree(self) -> None:
        active = list(CoupleMember.objects.filter(left_on__isnull=True).values_list("participant", "couple__ended_on"))
        inside = {participant for participant, _ended in active}
        assert len(inside) == len(active)
        assert all(ended is None for _participant, ended in active)
        for participant in Participant.objects.all():
            if participant.status == Status.COUPLED:
                assert participant.pk in inside
            if participant.pk in inside:
                assert participant.status in {Status.COUPLED, Status.COMPLETED}

    @invariant()
    def couples_keep_their_shape(self) -> None:
        for couple in Couple.objects.with_members():
            old, *new = couple.people
            assert old.is_old
            assert not any(one.is_old for one in new)
            assert 1 <= len(new) <= old.max_new
            persons = [one.person for one in couple.people]
            if any(person.women_only for person in persons):
                assert {person.gender for person in persons} == {Person.Gender.WOMAN}
            if couple.is_active:
                assert {member.left_on for member in couple.current_members} == {None}

    @invariant()
    def who_was_taken_apart_is_not_together(self) -> None:
        apart = set(NotTogether.objects.values_list("first", "second"))
        for couple in Couple.objects.with_members():
            people = sorted(one.pk for one in couple.people)
            pairs = {(one, other) for one in people for other in people if one < other}
            if couple.end_reason == EndReason.SEPARATED:
                assert pairs <= apart
            elif couple.is_active:
                assert not pairs & apart

    @invariant()
    def the_end_follows_from_months_wishes_and_pauses(self) -> None:
        for couple in Couple.objects.active().with_members().with_pauses():
            usual = couple.longest_end - relativedelta(months=3)
            assert couple.planned_end in {usual, couple.longest_end} or abs((couple.planned_end - usual).days) <= 3
            spans = sorted((one.since, one.until or date.max) for one in couple.pauses.all())
            assert all(before[1] < after[0] for before, after in pairwise(spans))
            if couple.planned_end == couple.longest_end:
                assert all(wants for member, wants in couple.wishes.items() if member.joined_on == couple.formed_on)

    @invariant()
    def certificates_are_for_who_completed(self) -> None:
        completed = Participant.objects.filter(certificate__isnull=False)
        assert set(completed.values_list("status", flat=True)) <= {Status.COMPLETED}


def test_status_and_couples_agree_after_any_deeds(cast: Cast) -> None:
    run_state_machine_as_test(
        type("DeedsOfTheCast", (Deeds,), {"cast": cast}),
        settings=settings(
            max_examples=30,
            stateful_step_count=20,
            deadline=None,
            database=None,
            derandomize=True,
            phases=[Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        ),
    )
