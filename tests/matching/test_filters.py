"""The list of couples narrowed down and sorted."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine

from matching.actions import end_couple, log_outing
from matching.filters import CoupleFilter
from tests.conftest import Cast
from tests.matching.conftest import Form, everybody_goes_on


@pytest.fixture
def couples(cast: Cast, form: Form) -> dict[str, Any]:
    """One that goes on for half a year, one of which the time is nearly up, one that stopped."""
    long, short = form("ans", "samira"), form("joop", "tesfay", "lale", on=date(2027, 1, 1), ambassador=cast.colleague)
    stopped = form("corrie", "oksana", ambassador=None)
    everybody_goes_on(long, cast.leader)
    end_couple(couple=stopped, reason="no_click", by=cast.leader)
    log_outing(couple=short, day=date(2027, 3, 1), hours=Decimal(2), by=cast.ambassador)
    return {"long": long, "short": short, "stopped": stopped}


def test_what_is_asked_for_is_found_once(
    cast: Cast, couples: dict[str, Any], clock: time_machine.Traveller, subtests: Any
) -> None:
    clock.shift(timedelta(days=8))
    asked: list[tuple[dict[str, str], list[str]]] = [
        ({}, ["short", "long", "stopped"]),
        ({"state": "active"}, ["short", "long"]),
        ({"state": "ending"}, ["short"]),
        ({"state": "ended"}, ["stopped"]),
        ({"q": "proefpersoon"}, ["short", "long", "stopped"]),
        ({"q": "lale"}, ["short"]),
        ({"q": "100%"}, []),
        ({"ambassador": str(cast.colleague.pk)}, ["short"]),
        ({"ambassador": "null"}, ["stopped"]),
        ({"sort": "-ontmoetingen", "state": "active"}, ["short", "long"]),
        ({"sort": "ontmoetingen", "state": "active"}, ["long", "short"]),
    ]
    names = {couple.pk: name for name, couple in couples.items()}
    for question, expected in asked:
        with subtests.test(question=question):
            rows = cast.project.couples.with_members().with_outings()
            assert [names[row.pk] for row in CoupleFilter(cast.project, question, rows).qs] == expected


def test_somebody_leads_to_the_couple_they_are_in_now(cast: Cast, couples: dict[str, Any], as_user: Any) -> None:
    client = as_user(cast.ambassador)
    page = client.get(cast.ans.get_absolute_url()).content.decode()
    address = f"{cast.ans.get_absolute_url()}koppel/"
    assert f'href="{address}"' in page
    assert client.get(address).url == couples["long"].get_absolute_url()
    gone = f"{cast.corrie.get_absolute_url()}koppel/"
    assert gone not in client.get(cast.corrie.get_absolute_url()).content.decode()
    assert client.get(gone).status_code == 404
