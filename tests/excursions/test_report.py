"""The figures about excursions and discounts add up to the rows they count."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from excursions import report
from excursions.actions import cancel_signup, make_booklet, mark_booklet_printed, note_attendance, sign_up
from excursions.models import Place, Signup
from projects.models import Organisation
from tests.conftest import Cast, signed_up
from tests.excursions.conftest import Plan, Turn

FIRST = datetime.fromisoformat("2027-04-02T13:30:00+02:00")


@pytest.fixture
def trips(cast: Cast, plan: Plan, couples: list[Any], afterwards: Turn) -> Cast:
    """Seven, two and nobody: one of eight stayed home, one cancelled, and the third trip has not been."""
    everybody = list(cast.people.values())
    came: list[Signup] = []
    stayed_home: list[Signup] = []
    groups = [("Rondvaart", everybody), ("Hortus", everybody[:3]), ("Molen", everybody[:4])]
    for number, (name, people) in enumerate(groups):
        excursion = plan(12, name=name, starts_at=FIRST + timedelta(weeks=number))
        signups = sign_up(excursion=excursion, people=people, by=cast.ambassador)
        if name != "Molen":
            came += signups[1:]
            stayed_home.append(signups[0])
    plan(12, project=cast.foreign)
    afterwards()
    for signup in [*came, *stayed_home]:
        note_attendance(signup=signup, attended=signup in came, by=cast.ambassador)
    return cast


def test_everybody_who_came_counts_each_time(trips: Cast) -> None:
    assert report.excursion_attendances(trips.project) == 9
    table = report.excursions(trips.project)
    assert table is not None
    assert [(row[0], row[-1]) for row in table["rows"]] == [("Rondvaart", 7), ("Hortus", 2), ("Molen", 0)]
    assert sum(row[-1] for row in table["rows"]) == report.excursion_attendances(trips.project)


def test_an_excursion_counts_when_somebody_came(trips: Cast) -> None:
    assert report.excursions_number(trips.project) == 2


def test_who_cancelled_after_all_does_not_count(trips: Cast) -> None:
    hortus = trips.project.excursions.get(name="Hortus")
    for signup in hortus.signups.filter(attended=True):
        cancel_signup(signup=signup, by=trips.ambassador)
    assert report.excursion_attendances(trips.project) == 7
    assert report.excursions_number(trips.project) == 1


def test_the_osdorp_report_counted_ninety_eight(cast: Cast, plan: Plan, afterwards: Turn) -> None:
    """12, 18, 12, 18, 18 and 20 people: the sum that the report of 2010 states."""
    people = [signed_up(cast.project, f"Gast{number}", "new", None, {"gender": "woman"}, {}) for number in range(20)]
    for number, count in enumerate((12, 18, 12, 18, 18, 20)):
        excursion = plan(24, name=f"Excursie {number}", starts_at=FIRST + timedelta(weeks=number))
        sign_up(excursion=excursion, people=people[:count], by=cast.ambassador)
    afterwards()
    for signup in Signup.objects.all():
        note_attendance(signup=signup, attended=True, by=cast.ambassador)
    assert report.excursions_number(cast.project) == 6
    assert report.excursion_attendances(cast.project) == 98


def test_a_project_without_excursions(cast: Cast) -> None:
    assert report.excursions(cast.project) is None
    assert (report.excursions_number(cast.project), report.excursion_attendances(cast.project)) == (0, 0)
    assert report.discounts(cast.project) is None


def test_who_gave_discounts_in_the_newest_booklet_once_and_in_order(cast: Cast) -> None:
    names = ["Museum", "Bad", "Vergeten"]
    museum, bad, forgotten = [Organisation.objects.create(name=name) for name in names]
    facts = [("Zaal", museum, "10 %"), ("Tuin", museum, "gratis"), ("Zwembad", bad, "gratis"), ("Kiosk", bad, "")]
    places = [
        Place.objects.create(name=name, section="culture", organisation=giver, discount=discount)
        for name, giver, discount in [*facts, ("Oud", forgotten, "gratis"), ("Plein", None, "gratis")]
    ]
    first = make_booklet(project=cast.project, places=places, foreword="", by=cast.leader)
    mark_booklet_printed(booklet=first, by=cast.leader)
    make_booklet(project=cast.project, places=places[:4], foreword="", by=cast.leader)
    assert report.discounts(cast.project) == ["Bad", "Museum"]
