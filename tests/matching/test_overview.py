"""The picture of whether couples see each other."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
import time_machine

from matching.actions import end_couple, log_outing
from matching.overview import couples_together, weekly_outings
from tests.conftest import Cast
from tests.matching.conftest import Form

MONDAY = date(2027, 3, 8)


def test_weeks_run_from_monday_to_sunday(cast: Cast, form: Form, clock: time_machine.Traveller) -> None:
    """Over the change of the clock, with an empty week between."""
    couple = form("ans", "samira")
    clock.shift(timedelta(days=24))
    days = [date(2027, 3, 14), date(2027, 3, 15), date(2027, 3, 21), date(2027, 3, 29), date(2027, 4, 5)]
    for day in days:
        log_outing(couple=couple, day=day, hours=Decimal(1), by=cast.ambassador)
    weeks = [MONDAY + timedelta(weeks=number) for number in range(5)]
    assert weekly_outings(cast.project, date(2027, 4, 5)) == list(zip(weeks, [1, 2, 0, 1, 1], strict=True))


def test_without_couples_there_is_nothing_to_draw(cast: Cast) -> None:
    assert weekly_outings(cast.project, MONDAY) == []
    panel = couples_together(cast.project, cast.leader)
    assert panel is not None
    assert (panel.context["meetings"], panel.context["columns"]) == (0, [])


def test_after_the_project_the_picture_stops_growing(cast: Cast, form: Form) -> None:
    form("ans", "samira")
    weeks = weekly_outings(cast.project, date(2028, 3, 1))
    assert weeks[-1][0] <= cast.project.ends_on < weeks[-1][0] + timedelta(days=7)


def test_couples_by_how_they_stand(cast: Cast, form: Form) -> None:
    log_outing(couple=form("ans", "samira"), day=date(2027, 3, 12), hours=Decimal(1), by=cast.ambassador)
    end_couple(couple=form("corrie", "lale"), reason="completed", on=date(2027, 6, 12), by=cast.leader)
    end_couple(couple=form("willem", "tesfay"), reason="no_click", by=cast.leader)
    panel = couples_together(cast.project, cast.ambassador)
    assert panel is not None
    found = [panel.context[key] for key in ("active", "completed", "broken", "meetings")]
    assert found == [1, 1, 1, 1]
    assert len(panel.context["columns"]) == len(panel.context["weeks"]) == 1


@pytest.mark.parametrize("who", ["official", "foreign_ambassador"])
def test_who_may_not_see_participants_gets_no_picture(cast: Cast, form: Form, who: str) -> None:
    form("ans", "samira")
    assert couples_together(cast.project, getattr(cast, who)) is None
