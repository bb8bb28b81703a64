"""The library of places on screen, and choosing from it for the booklet."""

from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from excursions.actions import make_booklet
from excursions.models import Booklet, Place
from tests.conftest import Cast
from tests.pictures import jpeg


@pytest.fixture
def places(cast: Cast) -> dict[str, Place]:
    own, other = cast.project.district, cast.foreign.district
    made = [
        Place(name="Thee thuis", section="home", for_children=True),
        Place(name="Bieb", section="neighbourhood", district=own, address="Osdorpplein 16", step_free=True),
        Place(name="Ver weg", section="neighbourhood", district=other),
        Place(name="Molen", section="culture", price=6, discount="Gratis thee", discount_until=date(2027, 3, 12)),
        Place(name="Oud museum", section="culture", discount="Korting", discount_until=date(2027, 3, 11)),
    ]
    Place.objects.bulk_create(made)
    return {place.name: place for place in Place.objects.all()}


def address(cast: Cast, rest: str = "") -> str:
    return f"/projecten/{cast.project.slug}/programma/plekken/{rest}"


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", ["Thee thuis", "Bieb", "Molen", "Oud museum"]),
        ("q=osdorp", ["Bieb"]),
        ("section=culture", ["Molen", "Oud museum"]),
        ("where=own", ["Bieb"]),
        ("where=city", ["Thee thuis", "Molen", "Oud museum"]),
        ("discount=now", ["Molen"]),
        ("discount=ended", ["Oud museum"]),
        ("discount=none", ["Thee thuis", "Bieb"]),
        ("good_for=step_free", ["Bieb"]),
        ("good_for=for_children", ["Thee thuis"]),
        ("booklet=yes", ["Bieb"]),
        ("booklet=no", ["Thee thuis", "Molen", "Oud museum"]),
        ("sort=-naam", ["Thee thuis", "Oud museum", "Molen", "Bieb"]),
    ],
)
def test_a_list_is_narrowed_down_and_exported_as_shown(
    cast: Cast, as_user: Any, places: dict[str, Place], query: str, shown: list[str]
) -> None:
    make_booklet(project=cast.project, places=[places["Bieb"]], foreword="", by=cast.leader)
    client = as_user(cast.ambassador)
    page = client.get(address(cast, f"?{query}"))
    assert [row.name for row in page.context["page_obj"]] == shown
    sheet = openpyxl.load_workbook(BytesIO(client.get(address(cast, f"plekken.xlsx?{query}")).content)).active
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == shown


def test_an_ended_agreement_is_marked_and_left_out_of_the_next_edition(
    cast: Cast, as_user: Any, places: dict[str, Place]
) -> None:
    client = as_user(cast.leader)
    assert client.get(address(cast)).content.decode().count("afspraak voorbij</span>") == 1
    page = f"/projecten/{cast.project.slug}/programma/strippenboekje/"
    assert "Oud museum" not in client.get(page).content.decode()
    refused = client.post(page, {"places": [places["Oud museum"].pk]})
    assert refused.status_code == 422
    client.post(page, {"places": [places["Molen"].pk, places["Thee thuis"].pk], "foreword": "Dag"})
    booklet = Booklet.objects.get()
    assert list(booklet.entries.values_list("place__name", flat=True)) == ["Thee thuis", "Molen"]


def test_choosing_again_changes_the_draft_and_a_printed_one_gets_a_successor(
    cast: Cast, as_user: Any, places: dict[str, Place]
) -> None:
    client, page = as_user(cast.leader), f"/projecten/{cast.project.slug}/programma/strippenboekje/"
    client.post(page, {"places": [places["Molen"].pk]})
    client.post(page, {"places": [places["Molen"].pk, places["Bieb"].pk]})
    booklet = Booklet.objects.get()
    assert booklet.entries.count() == 2
    client.post(f"{page}{booklet.pk}/gedrukt/")
    client.post(page, {"places": [places["Molen"].pk]})
    assert list(Booklet.objects.order_by("edition").values_list("edition", "printed_on")) == [
        (1, date(2027, 3, 12)),
        (2, None),
    ]


def test_buttons_and_dragging_order_the_strips(cast: Cast, as_user: Any, places: dict[str, Place]) -> None:
    chosen = [places["Molen"], Place.objects.create(name="Zang", section="culture")]
    booklet = make_booklet(project=cast.project, places=chosen, foreword="", by=cast.leader)
    client, page = as_user(cast.leader), f"/projecten/{cast.project.slug}/programma/strippenboekje/"
    first, last = booklet.entries.order_by("number")
    client.post(f"{page}strip/{last.pk}/omhoog/")
    assert list(booklet.entries.order_by("number").values_list("pk", flat=True)) == [last.pk, first.pk]
    client.post(f"{page}{booklet.pk}/volgorde/", {"strip": [first.pk, last.pk]})
    assert list(booklet.entries.order_by("number").values_list("pk", flat=True)) == [first.pk, last.pk]
    answer = client.post(f"{page}{booklet.pk}/volgorde/", {"strip": ["x", "-1", first.pk]}, follow=True)
    assert "Iemand paste het boekje net aan" in answer.content.decode()


FIELDS = {"name": "Hofje", "section": "neighbourhood", "price": "0", "stadspas_price": "0"}


def test_a_project_leader_adds_places_of_the_own_district_and_leaves_those_of_the_city(
    cast: Cast, as_user: Any, places: dict[str, Place]
) -> None:
    client = as_user(cast.leader)
    assert client.post(address(cast, "nieuw/"), FIELDS).status_code == 302
    assert Place.objects.get(name="Hofje").district == cast.project.district
    assert client.get(address(cast, f"{places['Molen'].pk}/")).status_code == 403
    assert client.get(address(cast, f"{places['Ver weg'].pk}/")).status_code == 404
    assert as_user(cast.coordinator).get(address(cast, f"{places['Molen'].pk}/")).status_code == 200


def test_a_picture_needs_words_and_rights_and_is_shown_to_the_team(cast: Cast, as_user: Any) -> None:
    client = as_user(cast.leader)
    sent = {**FIELDS, "picture": BytesIO(jpeg())}
    refused = client.post(address(cast, "nieuw/"), sent)
    assert refused.status_code == 422
    assert {"picture_alt", "picture_rights"} <= set(refused.context["form"].errors)
    told = {**FIELDS, "picture": BytesIO(jpeg()), "picture_alt": "Een deur", "picture_rights": "Mozeshuis"}
    assert client.post(address(cast, "nieuw/"), told).status_code == 302
    place = Place.objects.get(name="Hofje")
    shown = as_user(cast.ambassador).get(address(cast, f"{place.pk}/foto.jpg"))
    assert shown.headers["Content-Type"] == "image/jpeg"
    place.picture.storage.delete(place.picture.name)
    assert client.get(address(cast, f"{place.pk}/foto.jpg")).status_code == 404


@pytest.mark.parametrize(
    ("wrong", "field", "message"),
    [
        ({"name": ""}, "name", "Vul dit in."),
        ({"section": "tuin"}, "section", "Kies iets uit de lijst."),
        ({"price": "-1"}, "price", "0"),
        ({"price": "gratis"}, "price", "Vul een bedrag in als 12,50."),
        ({"discount_until": "31-02-2027", "discount": "x"}, "discount_until", "Deze datum bestaat niet."),
        ({"discount_until": "01-04-2027"}, "discount", "Schrijf op wat de korting is"),
        ({"what": "x" * 401}, "what", "Dit is te lang."),
        ({"address": "a\u202eb"}, "address", "Hier staat een teken in dat niet mag."),
        ({"organisation": "9" * 30}, "organisation", "Kies iets uit de lijst."),
    ],
)
def test_bad_input_is_told_at_the_field_and_what_was_typed_stays(
    cast: Cast, as_user: Any, wrong: dict[str, str], field: str, message: str
) -> None:
    answer = as_user(cast.coordinator).post(address(cast, "nieuw/"), {**FIELDS, **wrong})
    assert answer.status_code == 422
    assert message in " ".join(answer.context["form"].errors[field])
    assert not Place.objects.exists()
