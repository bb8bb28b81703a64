"""The figures about strips add up to the rows behind them."""

from datetime import timedelta
from typing import Any

import pytest

from excursions import report_strips as report
from excursions.actions import make_booklet, use_strip
from excursions.models import Booklet, Place
from matching.models import Couple
from projects.report import figures
from tests.conftest import NOW, Cast

TODAY = NOW.date()


@pytest.fixture
def used(cast: Cast, couples: list[Couple], clock: Any) -> Booklet:
    """Bad by all three couples, Tuin by one before and by one after its discount ended, Zaal without discount once."""
    facts: list[dict[str, Any]] = [
        {"name": "Bad", "section": "home", "discount": "gratis"},
        {"name": "Tuin", "section": "culture", "discount": "10 %", "discount_until": TODAY},
        {"name": "Zaal", "section": "culture"},
        {"name": "Plein", "section": "neighbourhood"},
    ]
    places = [Place.objects.create(**one) for one in facts]
    booklet = make_booklet(project=cast.project, places=places, foreword="", by=cast.leader)
    bad, _plein, tuin, zaal = booklet.entries.all()
    clock.shift(timedelta(days=1))
    for entry, couple, day in [
        *((bad, couple, TODAY) for couple in couples),
        (tuin, couples[0], TODAY),
        (tuin, couples[1], TODAY + timedelta(days=1)),
        (zaal, couples[2], TODAY),
    ]:
        use_strip(entry=entry, couple=couple, on=day, by=cast.leader)
    return booklet


def test_the_figures(cast: Cast, used: Booklet) -> None:
    assert report.strips_used(cast.project) == 6
    assert report.discounts_earned(cast.project) == 4
    sections, places = report.strips_per_section(cast.project), report.most_used_places(cast.project)
    assert sections is not None
    assert [row[1] for row in sections["rows"]] == [3, 0, 3]
    assert places is not None
    assert places["rows"] == [["Bad", 3], ["Tuin", 2], ["Zaal", 1]]


def test_the_rows_behind_them(cast: Cast, used: Booklet) -> None:
    spec = {one.key: one for one in figures if one.key.startswith("excursions.")}
    for key, count in (("strips_used", 6), ("strips_per_section", 6), ("discounts_earned", 4)):
        behind = spec[f"excursions.{key}"].behind
        assert behind is not None
        assert len(behind(cast.project)) == count
    assert "Bad · Ans en Samira · 12 maart 2027" in {row.text for row in report._used_rows(cast.project)}


def test_without_strips_nothing_is_said(cast: Cast) -> None:
    for figure in (report.strips_used, report.strips_per_section, report.most_used_places, report.discounts_earned):
        assert figure(cast.project) is None
