"""Osdorp 2010, its two mix meetings played again on the board: 29 June and 1 September, as the report tells them.

The figures are those of the report (facts file osdorp-2010.json, meetings and finished); the people are the demo's,
who are invented.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from matching.actions import (
    choose,
    confirm_couples,
    end_round,
    finish_choosing,
    mark_away,
    mark_here,
    plan_the_rounds,
    propose_couples,
    set_up_board,
    start_next_round,
)
from matching.afternoon import proposal_of, rounds_of
from matching.choosing import met_by
from matching.models import Board, Couple, CoupleMember
from participants.actions import change_person, register, sign_up
from participants.demo import FOLDER
from participants.models import Participant, Status
from projects.actions import add_team_member, plan_meeting, start_project
from projects.demo import read
from projects.models import District, Meeting, Project, Role

JUNE, SEPTEMBER = date(2010, 6, 29), date(2010, 9, 1)
OLD_REGISTERED = NEW_REGISTERED = 10
OLD_IN_JUNE, NEW_IN_JUNE, COUPLES_IN_JUNE = 10, 6, 6
OLD_WAITING, NEW_IN_SEPTEMBER, COUPLES_IN_SEPTEMBER, OF_THREE = 4, 6, 4, 2
OLD_IN_ALL, NEW_IN_ALL, COUPLES_IN_ALL = 10, 12, 10


def moment(day: date, hour: int = 14) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))


class Osdorp:
    """The project, its people in the order of the file, and its two boards."""

    def __init__(self, leader: Any) -> None:
        self.leader = leader
        self.project: Project = start_project(
            name="Osdorp 2010",
            district=District.objects.get(slug="nieuw-west"),
            starts_on=date(2010, 4, 1),
            ends_on=date(2011, 1, 31),
            meetings={
                kind: (moment(day), moment(day, 16))
                for kind, day in [
                    (Meeting.Kind.INFORMATION, date(2010, 6, 15)),
                    (Meeting.Kind.MIX, JUNE),
                    (Meeting.Kind.CLOSING, date(2010, 12, 14)),
                ]
            },
            by=leader,
        )
        add_team_member(project=self.project, user=leader, role=Role.AMBASSADOR, by=leader)
        self.facts = read("demo_people.json", FOLDER)["osdorp"]
        self.old = [self.person("old", number) for number in range(OLD_REGISTERED)]
        # Ten had signed up for June; six came. Who came in September registered in the summer.
        self.new = [self.person("new", number) for number in (*range(NEW_IN_JUNE), *range(12, 16))]

    def person(self, side: str, number: int) -> Participant:
        facts = self.facts[side][number]
        one = register(
            project=self.project,
            side=side,
            person={name: facts[name] for name in ("name", "call_name", "gender", "women_only", "postcode")},
            part={"dayparts": facts["dayparts"], "max_new": 1},
            by=self.leader,
        )
        return sign_up(participant=one, signed_as=facts["name"], by=self.leader)

    def afternoon(self, day: date, here: list[Participant]) -> Board:
        """Everybody in the hall, and all rounds played to the end."""
        meeting = self.project.meetings.get(starts_at=moment(day))
        board = set_up_board(meeting=meeting, tables=10, rounds=8, minutes=5, by=self.leader)
        for one in here:
            mark_here(board=board, participant=one, by=self.leader)
        plan_the_rounds(board=board, by=self.leader)
        while board.all_rounds.planned().exists():
            start_next_round(board=board, by=self.leader)
        end_round(board=board, by=self.leader)
        return Board.objects.with_meeting().get(pk=board.pk)


@pytest.fixture
def leader(db: None) -> Any:
    from mixen.accounts.models import User

    return User.objects.create_user("osdorp@example.org", "een-lang-wachtwoord", name="Ambassadeur")


@pytest.fixture
def calendar() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(moment(JUNE), tick=False) as traveller:
        yield traveller


@pytest.fixture
def osdorp(calendar: time_machine.Traveller, leader: Any) -> Osdorp:
    return Osdorp(leader)


@pytest.fixture
def june(osdorp: Osdorp) -> Board:
    """29 June: everybody old is there, and the first six of the new; those chose one of the old, and were chosen."""
    board = osdorp.afternoon(JUNE, [*osdorp.old, *osdorp.new[:NEW_IN_JUNE]])
    for one in osdorp.new[NEW_IN_JUNE:]:
        mark_away(board=board, participant=one, by=osdorp.leader)
    for old, new in zip(osdorp.old, osdorp.new[:NEW_IN_JUNE], strict=False):
        assert new.pk in met_by(board, old)
        choose(board=board, chooser=old, chosen=new, answer="yes", by=osdorp.leader)
        choose(board=board, chooser=new, chosen=old, answer="yes", by=osdorp.leader)
    for presence in board.presences.here().select_related("participant"):
        finish_choosing(board=board, chooser=presence.participant, by=osdorp.leader)
    propose_couples(board=board, by=osdorp.leader)
    return board


@pytest.fixture
def september(osdorp: Osdorp, june: Board, calendar: time_machine.Traveller) -> Board:
    """1 September: the four old who waited, two of whom take two, and six newcomers."""
    confirm_couples(board=june, by=osdorp.leader)
    waiting = [one for one in osdorp.old if Participant.objects.get(pk=one.pk).status == Status.SIGNED_UP]
    calendar.move_to(moment(SEPTEMBER))
    plan_meeting(
        project=osdorp.project,
        kind=Meeting.Kind.MIX,
        starts_at=moment(SEPTEMBER),
        ends_at=moment(SEPTEMBER, 16),
        by=osdorp.leader,
    )
    for one in waiting[:OF_THREE]:
        change_person(participant=Participant.objects.get(pk=one.pk), person={}, part={"max_new": 2}, by=None)
    newcomers = [osdorp.person("new", number) for number in range(6, 12)]
    assert (len(waiting), len(newcomers)) == (OLD_WAITING, NEW_IN_SEPTEMBER)
    board = osdorp.afternoon(SEPTEMBER, [*waiting, *newcomers])
    propose_couples(board=board, by=osdorp.leader)
    return board


def test_in_june_everybody_met_and_nobody_met_twice(june: Board) -> None:
    met = [
        (old.participant_id, new.participant_id)
        for played in rounds_of(june)
        for table in played.tables
        for old in table.old
        for new in table.new
    ]
    assert len(met) == len(set(met)) == june.plan["distinct_meetings"]
    assert {old for old, _new in met} == set(
        june.presences.here().filter(participant__side="old").values_list("participant", flat=True)
    )
    assert june.presences.here().count() == OLD_IN_JUNE + NEW_IN_JUNE


def test_in_june_six_couples_and_the_four_who_wait_hear_why(june: Board, leader: Any) -> None:
    found = proposal_of(june)
    assert found is not None
    assert [len(one.new) for one in found.couples] == [1] * COUPLES_IN_JUNE
    assert {one.entry["why"] for one in found.couples} == {"chosen"}
    assert len(found.without) == OLD_WAITING
    for row in found.without:
        assert row.participant.side == "old"
        assert str(NEW_IN_JUNE) in row.entry["reason"]
        assert str(OLD_IN_JUNE) in row.entry["reason"]
        assert row.entry["would_help"] == "nog één 'nieuwe' Amsterdammer"
    made = confirm_couples(board=june, by=leader)
    assert (len(made.made), made.refused) == (COUPLES_IN_JUNE, [])
    assert {one.formed_on for one in made.made} == {JUNE}


def test_in_september_those_who_waited_are_placed_with_all_newcomers(
    osdorp: Osdorp, september: Board, leader: Any
) -> None:
    found = proposal_of(september)
    assert found is not None
    assert found.without == []
    assert sorted(len(one.new) for one in found.couples) == [1, 1, *[2] * OF_THREE]
    made = confirm_couples(board=september, by=leader)
    assert (len(made.made), made.refused) == (COUPLES_IN_SEPTEMBER, [])
    assert {one.formed_on for one in made.made} == {SEPTEMBER}
    active = Couple.objects.active().filter(project=osdorp.project)
    assert active.count() == COUPLES_IN_ALL
    assert sum(one.new_count == 2 for one in active.with_new_count()) == OF_THREE
    sides = CoupleMember.objects.filter(couple__in=active, left_on__isnull=True).values_list(
        "participant__side", flat=True
    )
    assert (list(sides).count("old"), list(sides).count("new")) == (OLD_IN_ALL, NEW_IN_ALL)


def test_who_did_not_come_in_june_is_not_forgotten_in_september(osdorp: Osdorp, september: Board) -> None:
    """The four who signed up and stayed away have a number again, and are not in the proposal."""
    away = {one.pk for one in osdorp.new[NEW_IN_JUNE:]}
    assert away <= set(september.presences.values_list("participant", flat=True))
    found = proposal_of(september)
    assert found is not None
    assert not away & {new.pk for one in found.couples for new in one.new}


def test_couples_of_june_go_on_undisturbed(osdorp: Osdorp, june: Board, september: Board, leader: Any) -> None:
    before = {one.pk: one.title for one in Couple.objects.filter(meeting=june.meeting)}
    confirm_couples(board=september, by=leader)
    assert {one.pk: one.title for one in Couple.objects.active().filter(meeting=june.meeting)} == before
    inside = {one.pk for couple in Couple.objects.filter(meeting=june.meeting) for one in couple.people}
    assert not inside & set(september.presences.values_list("participant", flat=True))


def test_women_who_go_with_women_only_sat_and_are_with_women_only(june: Board, september: Board, leader: Any) -> None:
    confirm_couples(board=september, by=leader)
    groups = [
        [row.participant for row in (*table.old, *table.new)]
        for board in (june, september)
        for played in rounds_of(board)
        for table in played.tables
    ]
    groups += [couple.people for couple in Couple.objects.active().with_members()]
    strict = [group for group in groups if any(one.person.women_only for one in group)]
    assert len(strict) > 10
    assert all(one.person.gender == "woman" for group in strict for one in group)


def test_june_is_over_in_september(june: Board, calendar: time_machine.Traveller, leader: Any) -> None:
    """A couple noted afterwards exists since the meeting it came from."""
    calendar.shift(timedelta(days=2))
    assert {one.formed_on for one in confirm_couples(board=june, by=leader).made} == {JUNE}
