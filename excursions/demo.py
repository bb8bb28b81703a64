"""The demo's places, booklets and excursions."""

from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path

from django.utils import timezone

import excursions.demo_visits  # noqa: F401  (adds steps of its own)
from excursions import actions
from excursions.models import Excursion, Place, Section
from matching.models import Couple
from projects.demo import Story, moment, read, steps
from projects.models import District, Organisation

FOLDER = Path(__file__).parent
# Name, day, and how many took part. The first date and the six numbers are facts; the other dates are invented.
OSDORP = [
    ("Rondvaart", date(2010, 7, 13), 12, "rondvaart"),
    ("Amsterdams Historisch Museum", date(2010, 9, 24), 18, "amsterdams-historisch-museum"),
    ("Hortus Botanicus", date(2010, 10, 8), 12, "hortus"),
    ("Rondleiding OBA (Centrale Bibliotheek)", date(2010, 10, 22), 18, "oba-centrale"),
    ("Molen van Sloten", date(2010, 11, 12), 18, "molen-van-sloten"),
    ("Mozes en Aäronkerk: rondleiding en orgel", date(2010, 11, 26), 20, "mozes-en-aaron"),
]
OSDORP_FIRST_COUPLES = 6
WITHOUT_GUIDE = 6
"""In so many days is the excursion of the running project that nobody guides yet."""
FOREWORD = (
    "In dit boekje staan plekken die leuk zijn om samen te bezoeken. Kies er elke week één. Scheur de strip los of "
    "laat hem stempelen. Veel plezier samen!"
)


def places() -> dict[str, Place]:
    """The library of places, made once."""
    found = {}
    for facts in read("demo_places.json", FOLDER):
        giver = facts["discount_by"] or facts["organisation"]
        organisation = None
        if giver:
            organisation, _new = Organisation.objects.get_or_create(name=giver)
        found[facts["key"]], _new = Place.objects.get_or_create(
            name=facts["name"],
            section=facts["section"],
            defaults={
                "what": facts["what"],
                "district": District.objects.filter(slug=facts["district"]).first(),
                "address": ", ".join(filter(None, [facts["address"], facts["postcode"]])),
                "organisation": organisation,
                "price": Decimal(facts["price"]),
                "stadspas_price": Decimal(facts["stadspas_price"]),
                "discount": facts["discount"],
                "step_free": facts["step_free"],
                "for_children": facts["children"],
            },
        )
    return found


@steps.register(25)
def booklet(story: Story) -> None:
    """The places of the city and of the project's own district, section by section."""
    library = places()
    if not story.has_happened:
        return
    skip = {"amsterdams-historisch-museum"} if story.key == "running" else set()
    order = list(Section)
    chosen = [
        place
        for key, place in library.items()
        if key not in skip and (place.district is None or place.district == story.project.district)
    ]
    chosen.sort(key=lambda place: order.index(Section(place.section)))
    made = actions.make_booklet(project=story.project, places=chosen, foreword=FOREWORD, by=story.coordinator)
    actions.mark_booklet_printed(booklet=made, on=story.days[1][1] - timedelta(days=2), by=story.coordinator)


def _go(excursion: Excursion, couples: list[Couple], story: Story, attended: bool) -> None:
    for couple in couples:
        signups = actions.sign_up(excursion=excursion, people=couple.people, couple=couple, by=couple.ambassador)
        for signup in signups:
            if attended and signup.state == signup.State.GOING:
                actions.note_attendance(signup=signup, attended=True, by=story.coordinator)


@steps.register(55)
def osdorp_excursions(story: Story) -> None:
    """Six excursions, whole couples at a time: 12, 18, 12, 18, 18 and 20 people."""
    if story.key != "osdorp":
        return
    library = places()
    couples = list(story.project.couples.with_members())
    for number, (name, day, people, key) in enumerate(OSDORP):
        excursion = actions.plan_excursion(
            project=story.project,
            name=name,
            starts_at=moment(day, time(13, 30)),
            meeting_point="Centrale Bibliotheek, ingang" if number == 0 else "Halte Osdorpplein",
            capacity=24,
            place=library[key],
            guides=[story.team[number % len(story.team)]],
            by=story.coordinator,
        )
        _go(excursion, _couples_for(couples, people, day, number), story, attended=True)


def _couples_for(couples: list[Couple], people: int, day: date, number: int) -> list[Couple]:
    """Couples of that day that together are ``people``; another one stays home each time."""
    there = [couple for couple in couples if couple.formed_on <= day]
    of_two = [couple for couple in there if len(couple.people) == 2]
    of_three = [couple for couple in there if len(couple.people) == 3]
    turn = number % len(of_two)
    of_two = of_two[turn:] + of_two[:turn]
    if people == 2 * OSDORP_FIRST_COUPLES:
        return of_two[:OSDORP_FIRST_COUPLES]
    return of_three + of_two[: (people - 3 * len(of_three)) // 2]


@steps.register(55)
def running_excursions(story: Story) -> None:
    """Two that were, two to come of which one is full."""
    if story.key != "running":
        return
    library = places()
    couples = list(Couple.objects.active().filter(project=story.project).with_members())
    today = timezone.localdate()
    plan = [
        ("Rondvaart door de grachten", -30, 26, "rondvaart", 12),
        ("Rondleiding in de Hortus", -12, 20, "hortus", 8),
        ("Molen van Sloten", 9, 12, "molen-van-sloten", 8),
        ("Rondleiding OBA", WITHOUT_GUIDE, 20, "oba-centrale", 4),
    ]
    for number, (name, days, capacity, key, couples_going) in enumerate(plan):
        excursion = actions.plan_excursion(
            project=story.project,
            name=name,
            starts_at=moment(today + timedelta(days=days), time(13, 30)),
            meeting_point="Station Muiderpoort, hoofdingang",
            capacity=capacity,
            place=library[key],
            guides=[story.team[number % len(story.team)]] if days != WITHOUT_GUIDE else [],
            by=story.coordinator,
        )
        going = [couple for place, couple in enumerate(couples) if place not in {2, 5}][:couples_going]
        _go(excursion, going, story, attended=days < 0)
