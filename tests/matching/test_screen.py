"""What the big screen in the hall is told, at every moment of the afternoon."""

import json
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from matching.actions import (
    end_round,
    mark_gone,
    mark_here,
    pause_round,
    plan_the_rounds,
    resume_round,
    set_up_board,
    start_next_round,
    take_back_round,
)
from matching.models import Board, Presence
from matching.screen import screen_state
from projects.models import Meeting
from tests.conftest import Cast, registered, signed_up

ROUNDS = 3


@pytest.fixture
def board(cast: Cast) -> Board:
    """Everybody of the cast is in the hall; three rounds of five minutes are planned."""
    meeting = cast.project.meetings.get(kind=Meeting.Kind.MIX)
    made = set_up_board(meeting=meeting, tables=4, rounds=ROUNDS, minutes=5, by=cast.ambassador)
    for participant in cast.people.values():
        mark_here(board=made, participant=participant, by=cast.ambassador)
    return plan_the_rounds(board=made, by=cast.ambassador)


def shown(board: Board) -> dict[str, Any]:
    """The state as the page gets it."""
    state: dict[str, Any] = json.loads(json.dumps(screen_state(Board.objects.get(pk=board.pk), timezone.now())))
    return state


def called(places: dict[str, Any]) -> list[str]:
    """Every name at the tables and beside them."""
    rows = [*(one for table in places["tables"] for one in table["names"]), *places["sitting_out"]]
    return sorted(one["name"] for one in rows)


def test_before_anything_is_planned_everybody_is_welcome(cast: Cast) -> None:
    meeting = cast.project.meetings.get(kind=Meeting.Kind.MIX)
    state = shown(set_up_board(meeting=meeting, tables=4, rounds=8, minutes=5, by=None))
    assert (state["phase"], state["round"], state["rounds"], state["next"]) == ("before", 0, 8, None)
    assert state["tables"] == state["sitting_out"] == []
    assert state["line"] == "Welkom! We beginnen zo."


def test_before_the_first_round_its_places_are_shown(cast: Cast, board: Board) -> None:
    state = shown(board)
    assert (state["phase"], state["shows_next"], state["line"]) == ("before", True, "Zoek je tafel")
    assert (state["rounds"], state["seconds_left"], state["time"]) == (ROUNDS, 300, "5:00")
    assert state["next"]["round"] == 1
    assert called(state["next"]) == sorted(one.person.goes_by for one in cast.people.values())


def test_a_round_from_beginning_to_end(board: Board, clock: time_machine.Traveller) -> None:
    """The line follows the clock; the next places come thirty seconds before the end."""
    start_next_round(board=board, by=None)
    told = []
    for seconds in (0, 29, 1, 239, 1, 29, 1, 600):
        clock.shift(timedelta(seconds=seconds))
        state = shown(board)
        told.append((state["seconds_left"], state["moment"], state["shows_next"]))
    assert told == [
        (300, "seek", False),
        (271, "seek", False),
        (270, "talk", False),
        (31, "talk", False),
        (30, "soon", True),
        (1, "soon", True),
        (0, "up", True),
        (0, "up", True),
    ]
    assert state["line"] == "Wissel: zoek je nieuwe tafel"
    assert (state["phase"], state["round"], state["next"]["round"]) == ("round", 1, 2)
    assert state["tables"] != state["next"]["tables"]


def test_the_last_round_has_no_next_places(board: Board, clock: time_machine.Traveller) -> None:
    for _number in range(ROUNDS):
        start_next_round(board=board, by=None)
    clock.shift(timedelta(seconds=280))
    state = shown(board)
    assert (state["next"], state["shows_next"], state["line"]) == (None, False, "Nog even: de laatste ronde")
    clock.shift(timedelta(seconds=20))
    assert shown(board)["line"] == "De tijd is om. Dit was de laatste ronde."
    end_round(board=board, by=None)
    state = shown(board)
    assert (state["phase"], state["round"], state["rounds"], state["tables"]) == ("over", ROUNDS, ROUNDS, [])


def test_a_clock_that_stands_still(board: Board, clock: time_machine.Traveller) -> None:
    start_next_round(board=board, by=None)
    clock.shift(timedelta(seconds=100))
    pause_round(board=board, by=None)
    clock.shift(timedelta(seconds=100))
    state = shown(board)
    assert (state["paused"], state["line"], state["seconds_left"]) == (True, "De klok staat stil", 200)
    resume_round(board=board, by=None)
    clock.shift(timedelta(seconds=180))
    pause_round(board=board, by=None)
    state = shown(board)
    assert (state["moment"], state["seconds_left"], state["shows_next"]) == ("paused", 20, True)


def test_between_rounds_and_a_round_that_is_taken_back(board: Board) -> None:
    start_next_round(board=board, by=None)
    end_round(board=board, by=None)
    state = shown(board)
    assert (state["phase"], state["round"], state["tables"]) == ("between", 1, [])
    assert (state["next"]["round"], state["shows_next"], state["line"]) == (2, True, "Pauze: straks zit je hier")
    start_next_round(board=board, by=None)
    take_back_round(board=board, by=None)
    assert (shown(board)["phase"], shown(board)["next"]["round"]) == ("between", 2)


def test_every_change_has_a_new_version(board: Board) -> None:
    before = shown(board)["version"]
    start_next_round(board=board, by=None)
    assert shown(board)["version"] == before + 1


def test_who_goes_home_is_not_shown_at_the_next_table(cast: Cast, board: Board) -> None:
    start_next_round(board=board, by=None)
    mark_gone(board=board, participant=cast.ans, by=None)
    state = shown(board)
    assert "Ans" in called(state)
    assert "Ans" not in called(state["next"])


def test_who_has_no_seat_sits_out_and_a_latecomer_waits_for_the_next_round(cast: Cast, board: Board) -> None:
    start_next_round(board=board, by=None)
    late = signed_up(cast.project, "Hiwot", "new", cast.ambassador, {"gender": "woman"}, {})
    looking = registered(cast.project, "Kijkster", "new", cast.ambassador, {"gender": "woman"}, {})
    for participant in (late, looking):
        mark_here(board=board, participant=participant, by=None)
    state = shown(board)
    assert "Hiwot" not in called(state)
    assert state["next"]["sitting_out"] == [{"name": "Hiwot", "side": "new"}]
    assert "Kijkster" not in called(state["next"])


def test_names_that_two_people_share(cast: Cast, board: Board) -> None:
    """By the letter of the last name, by the number on the card where that is the same as well."""
    facts = [("Samira Karimi", "Samira"), ("samira Haddad", "samira"), ("Ans Bakker", "Ans"), ("Ans de Boer", "Ans")]
    for name, call_name in facts:
        person = {"name": name, "call_name": call_name, "gender": "woman"}
        extra = signed_up(cast.project, call_name, "new", cast.ambassador, person, {})
        mark_here(board=board, participant=extra, by=None)
    names = called(shown(plan_the_rounds(board=board, by=None))["next"])
    assert [name for name in names if name.casefold().startswith("samira")] == ["Samira K.", "Samira P.", "samira H."]
    same = Presence.objects.filter(participant__person__name__in=["Ans Bakker", "Ans de Boer"])
    numbered = [f"Ans {one.number}" for one in same]
    assert sorted(name for name in names if name.startswith("Ans")) == sorted(["Ans P.", *numbered])


def test_a_name_without_more_of_it_gets_the_number(cast: Cast, board: Board) -> None:
    for _number in range(2):
        person = {"name": "ተስፋይ", "call_name": "", "gender": "man"}
        extra = signed_up(cast.project, "ተስፋይ", "new", cast.ambassador, person, {})
        mark_here(board=board, participant=extra, by=None)
    names = called(shown(plan_the_rounds(board=board, by=None))["next"])
    numbers = Presence.objects.filter(participant__person__name="ተስፋይ").values_list("number", flat=True)
    assert sorted(name for name in names if name.startswith("ተ")) == sorted(f"ተስፋይ {number}" for number in numbers)


def test_nothing_is_told_but_names_sides_and_tables(cast: Cast, board: Board) -> None:
    """No women-only, no gender, no ids, no last names."""
    start_next_round(board=board, by=None)
    state = shown(board)
    for places in (state, state["next"]):
        for table in places["tables"]:
            assert set(table) == {"table", "names"}
            assert [one["side"] for one in table["names"]] == sorted(
                (one["side"] for one in table["names"]), reverse=True
            )
            assert all(set(one) == {"name", "side"} for one in table["names"])
    assert "Proefpersoon" not in json.dumps(state)


def test_three_queries_whatever_the_number_of_tables(
    cast: Cast, board: Board, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    start_next_round(board=board, by=None)
    board.refresh_from_db()
    with django_assert_num_queries(3):
        screen_state(board, timezone.now())


def test_the_page_and_what_it_asks_every_second(cast: Cast, board: Board, as_user: Callable[[Any], Client]) -> None:
    """Rendered by the server the places are there without script; nothing is inline that could run."""
    start_next_round(board=board, by=None)
    place = [cast.project.slug, board.meeting_id]
    client = as_user(cast.ambassador)
    page = client.get(reverse("matching:screen", args=place))
    text = page.content.decode()
    assert page.status_code == 200
    for part in ("<bdi>Ans</bdi>", "Zoek je tafel", 'http-equiv="refresh"', 'stroke-dasharray="none"'):
        assert part in text
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*(src=|application/json))", text)
    address = reverse("matching:screen_state", args=place)
    assert f'data-state-url="{address}"' in text
    assert client.get(address).json() == shown(board)


@pytest.mark.parametrize("name", ["matching:screen", "matching:screen_state"])
@pytest.mark.parametrize(("who", "status"), [("official", 403), ("foreign_ambassador", 404), (None, 302)])
def test_only_the_team_sees_the_screen(
    cast: Cast, board: Board, as_user: Callable[[Any], Client], name: str, who: str | None, status: int
) -> None:
    client = as_user(getattr(cast, who) if who else None)
    answer = client.get(reverse(name, args=[cast.project.slug, board.meeting_id]))
    assert answer.status_code == status
