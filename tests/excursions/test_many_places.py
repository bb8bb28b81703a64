"""A thousand places: list, search, choosing for the booklet and its editor ask as often as with ten."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from excursions.actions import make_booklet
from excursions.models import BookletEntry, Place, Section, StripUse, Visit
from matching.models import Couple
from projects.models import ContactPerson, Organisation
from tests.conftest import NOW, Cast

FEW, MANY = 10, 1000
PAGES = {
    "list": "programma/plekken/",
    "search": "programma/plekken/?q=plek&section=culture&discount=now&sort=-hier",
    "sheet": "programma/plekken/plekken.xlsx",
    "choosing": "programma/strippenboekje/",
    "editor": "programma/strippenboekje/{booklet}/",
    "programme": "programma/",
    "meeting": "koppels/{couple}/ontmoeting/",
    "strips": "koppels/{couple}/strippen/",
    "visits": "programma/bezoeken/",
    "ask": "programma/bezoeken/vragen/",
}


def add_places(number: int) -> list[Place]:
    """So many more places, each with an organisation and somebody to call."""
    known = Place.objects.count()
    makers = Organisation.objects.bulk_create(Organisation(name=f"Huis {known + n}") for n in range(number))
    people = ContactPerson.objects.bulk_create(ContactPerson(organisation=one, name="Iemand") for one in makers)
    return Place.objects.bulk_create(
        Place(
            name=f"Plek {known + n}",
            section=Section.values[n % 3],
            discount="gratis" if n % 2 else "",
            organisation=maker,
            contact=person,
            by_appointment=True,
        )
        for n, (maker, person) in enumerate(zip(makers, people, strict=True))
    )


def put_in_booklet(cast: Cast, places: list[Place], couple: Couple) -> None:
    """Each place a strip, used by ``couple``, and a visit to it."""
    booklet = cast.project.booklets.newest() or make_booklet(
        project=cast.project, places=[Place.objects.create(name="Eerste", section="home")], foreword="", by=cast.leader
    )
    last = booklet.entries.count()
    entries = BookletEntry.objects.bulk_create(
        BookletEntry(booklet=booklet, place=place, number=last + n) for n, place in enumerate(places, 1)
    )
    StripUse.objects.bulk_create(StripUse(entry=entry, couple=couple, used_on=NOW.date()) for entry in entries)
    visits = Visit.objects.bulk_create(Visit(project=cast.project, place=place) for place in places)
    Visit.couples.through.objects.bulk_create(Visit.couples.through(visit=one, couple=couple) for one in visits)


@pytest.fixture
def thousand(cast: Cast, couples: list[Couple], as_user: Any) -> Any:
    """How often each page asks, with few places and with a thousand."""
    client, found = as_user(cast.coordinator), {}
    put_in_booklet(cast, add_places(FEW), couples[0])
    numbers = {"booklet": cast.project.booklets.get().pk, "couple": couples[0].pk}

    def asked() -> dict[str, int]:
        counted = {}
        for name, address in PAGES.items():
            path = cast.project.get_absolute_url() + address.format(**numbers)
            client.get(path)
            with CaptureQueriesContext(connection) as captured:
                answer = client.get(path)
                assert answer.status_code == 200, path
                b"".join(answer) if answer.streaming else answer.content  # type: ignore[arg-type]
            counted[name] = len(captured)
        return counted

    found["few"] = asked()
    put_in_booklet(cast, add_places(MANY - FEW), couples[0])
    found["many"] = asked()
    return found


def test_as_many_questions_for_a_thousand_places_as_for_ten(thousand: Any) -> None:
    assert thousand["many"] == thousand["few"]
    assert max(thousand["many"].values()) < 40
    assert Place.objects.count() > MANY


def test_the_own_page_asks_as_often_however_long_the_booklet(cast: Cast, couples: list[Couple], client: Any) -> None:
    from django.core.cache import cache

    own = f"/mijn/{cast.ans.personal_link.token}/"
    counted = []
    for number in (5, 60):
        put_in_booklet(cast, add_places(number), couples[0])
        cache.clear()
        with CaptureQueriesContext(connection) as captured:
            assert "Plek 4" in client.get(own).content.decode()
        counted.append(len(captured))
    assert counted[0] == counted[1]
