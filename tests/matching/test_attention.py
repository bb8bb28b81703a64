"""What the morning's list says about couples and calls."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine

from matching.actions import (
    end_couple,
    handle_check_in,
    make_due_check_ins,
    pause_couple,
    record_call,
    separate_couple,
)
from matching.attention import away_with_calls, calls_due, calls_overdue, couples_ending, help_wanted
from matching.models import CheckIn
from participants.actions import report_concern
from projects.actions import note_time_away
from projects.models import Membership
from tests.conftest import Cast
from tests.matching.conftest import Form, everybody_goes_on

TODAY = date(2027, 3, 12)
DUE = TODAY + timedelta(days=14)


@pytest.fixture
def check_in(cast: Cast, couple: Any) -> CheckIn:
    """The call to Samira."""
    make_due_check_ins(by=None, on=DUE)
    return CheckIn.objects.get(member__participant=cast.samira)


def test_who_asks_for_help_is_named_until_it_is_taken_up(cast: Cast, check_in: CheckIn) -> None:
    record_call(check_in=check_in, outcome="help", note="geheim", by=cast.ambassador)
    (item,) = help_wanted([cast.project, cast.foreign], DUE)
    assert (item.project, item.urgent) == (cast.project, True)
    assert "Samira" in item.title
    assert "hulp" in item.title
    assert "Ambassador" in item.reason
    assert "geheim" not in item.title + item.reason
    assert item.url.endswith(f"/{check_in.pk}/")
    assert list(help_wanted([cast.foreign], DUE)) == []
    handle_check_in(check_in=check_in, note="samen gebeld", by=cast.coordinator)
    assert list(help_wanted([cast.project], DUE)) == []


def test_who_does_not_answer_is_named_after_the_third_time(cast: Cast, check_in: CheckIn) -> None:
    titles: list[list[str]] = []
    for _attempt in range(3):
        record_call(check_in=check_in, outcome="no_answer", note="", by=cast.ambassador)
        titles.append([item.title for item in help_wanted([cast.project], DUE)])
    assert titles[:2] == [[], []]
    (title,) = titles[2]
    assert "Samira" in title
    assert "hulp" not in title


def test_who_stops_is_named_until_the_couple_has_ended(cast: Cast, couple: Any, check_in: CheckIn) -> None:
    record_call(check_in=check_in, outcome="stopped", note="", by=cast.ambassador)
    (item,) = help_wanted([cast.project], DUE)
    assert item.title == "Samira wil stoppen"
    end_couple(couple=couple, reason="stopped", by=cast.leader)
    assert list(help_wanted([cast.project], DUE)) == []


@pytest.mark.parametrize(("days", "late", "due"), [(7, [], ["2"]), (8, ["8", "8"], [])])
def test_a_call_of_more_than_a_week_ago_is_told_by_name(
    cast: Cast, check_in: CheckIn, days: int, late: list[str], due: list[str]
) -> None:
    today = DUE + timedelta(days=days)
    items = list(calls_overdue([cast.project, cast.foreign], today))
    assert [item.mark for item in items] == late
    assert all(item.urgent for item in items)
    assert [item.mark for item in calls_due([cast.project], today)] == due
    if items:
        assert {item.title for item in items} == {"Ans is nog niet gebeld", "Samira is nog niet gebeld"}
        assert f"/belronde/{check_in.pk}/" in {item.url[-len(f"/belronde/{check_in.pk}/") :] for item in items}


def test_a_call_without_an_ambassador_says_so(cast: Cast, check_in: CheckIn) -> None:
    CheckIn.objects.update(ambassador=None)
    record_call(check_in=check_in, outcome="help", note="", by=cast.leader)
    (item,) = help_wanted([cast.project], DUE)
    assert "nog niemand" in item.reason


def test_calls_that_are_due_are_counted_per_project(cast: Cast, check_in: CheckIn) -> None:
    assert list(calls_due([cast.project, cast.foreign], DUE - timedelta(days=1))) == []
    (item,) = calls_due([cast.project, cast.foreign], DUE)
    assert (item.project, item.mark, item.urgent) == (cast.project, "2", False)
    record_call(check_in=check_in, outcome="well", note="", by=cast.ambassador)
    (item,) = calls_due([cast.project], DUE)
    assert (item.mark, "1" in item.title) == ("1", True)


@pytest.mark.parametrize(("days", "shown"), [(77, False), (78, True), (92, True), (120, True)])
def test_couples_whose_time_is_up_show_from_two_weeks_before(cast: Cast, couple: Any, days: int, shown: bool) -> None:
    items = list(couples_ending([cast.project, cast.foreign], TODAY + timedelta(days=days)))
    assert [item.mark for item in items] == (["1"] if shown else [])


def test_extended_or_ended_couples_do_not_end_soon(cast: Cast, form: Form, couple: Any) -> None:
    other = form("corrie", "lale")
    last = TODAY + timedelta(days=92)
    (item,) = couples_ending([cast.project], last)
    assert (item.mark, item.project) == ("2", cast.project)
    everybody_goes_on(couple, cast.leader)
    end_couple(couple=other, reason="no_time", by=cast.leader)
    assert list(couples_ending([cast.project], last)) == []


def test_who_lost_a_couple_is_called_before_all_others(
    cast: Cast, form: Form, check_in: CheckIn, clock: time_machine.Traveller
) -> None:
    couple = form("corrie", "lale")
    clock.move_to(datetime(2027, 3, 26, 14, tzinfo=UTC))
    concern = report_concern(project=cast.project, words="Ruzie.", where="couple", by=cast.ambassador)
    separate_couple(couple=couple, concern=concern, by=cast.coordinator)
    (item,) = calls_due([cast.project], DUE)
    assert (item.mark, item.urgent) == ("4", True)
    assert "Corrie, Lale" in item.reason
    rows = CheckIn.objects.due_on(DUE).by_need(DUE).with_people()
    assert [row.member.participant.person.goes_by for row in rows] == ["Corrie", "Lale", "Ans", "Samira"]


def test_nobody_is_late_in_a_pause(cast: Cast, couple: Any, check_in: CheckIn) -> None:
    today = DUE + timedelta(days=20)
    pause_couple(couple=couple, since=DUE, until=today, reason="weg", by=cast.leader)
    assert list(calls_overdue([cast.project], today)) == []
    assert len(list(calls_overdue([cast.project], today + timedelta(days=1)))) == 2


def test_who_goes_away_with_calls_to_make_is_told_and_the_deed_hands_them_over(
    cast: Cast, check_in: CheckIn, as_user: Any
) -> None:
    mine, colleague = (
        Membership.objects.get(project=cast.project, user=one) for one in (cast.ambassador, cast.colleague)
    )
    away = note_time_away(
        membership=mine, since=DUE - timedelta(days=2), until=DUE + timedelta(days=5), covered_by=colleague, by=None
    )
    assert list(away_with_calls([cast.project], DUE - timedelta(days=6))) == []
    (item,) = away_with_calls([cast.project, cast.foreign], DUE - timedelta(days=5))
    assert item.title == "Ambassador is weg tot en met wo 31 maart 2027 en heeft nog 2 gesprekken te voeren"
    assert item.reason.endswith("wie neemt het over: Colleague")
    page = as_user(cast.leader).get(item.url)
    form = page.context["form"]
    assert (form["of"].value(), form["to"].value()) == (str(cast.ambassador.pk), str(cast.colleague.pk))
    as_user(cast.leader).post(item.url, {"of": cast.ambassador.pk, "to": cast.colleague.pk, "people_too": "on"})
    assert list(away_with_calls([cast.project], DUE)) == []
    assert list(away_with_calls([cast.project], away.until + timedelta(days=1))) == []


def test_calls_that_come_after_one_is_back_wait_for_them(cast: Cast, check_in: CheckIn) -> None:
    mine = Membership.objects.get(project=cast.project, user=cast.ambassador)
    note_time_away(membership=mine, since=TODAY, until=TODAY + timedelta(days=3), by=None)
    assert list(away_with_calls([cast.project], TODAY)) == []
