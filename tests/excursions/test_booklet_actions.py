"""Editions, their places and the order of the strips."""

from datetime import date
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from excursions.actions import (
    add_place,
    change_booklet,
    change_place,
    make_booklet,
    mark_booklet_printed,
    move_strip,
    put_in_order,
)
from excursions.models import Booklet, Place
from mixen.errors import DomainError
from mixen.uploads import clean_photo
from tests.conftest import Cast
from tests.pictures import jpeg

SECTIONS = {"A": "home", "B": "home", "C": "home", "D": "neighbourhood", "E": "culture", "F": "culture"}


@pytest.fixture
def places(cast: Cast) -> dict[str, Place]:
    return {name: Place.objects.create(name=name, section=section) for name, section in SECTIONS.items()}


@pytest.fixture
def booklet(cast: Cast, places: dict[str, Place]) -> Booklet:
    return make_booklet(project=cast.project, places=list(places.values()), foreword="", by=cast.leader)


def order(booklet: Booklet) -> str:
    return "".join(booklet.entries.order_by("number").values_list("place__name", flat=True))


def test_sections_stay_together_whatever_the_order_of_choosing(cast: Cast, places: dict[str, Place]) -> None:
    made = make_booklet(project=cast.project, places=[places[one] for one in "ECADB"], foreword="", by=cast.leader)
    assert order(made) == "CABDE"
    assert list(made.entries.order_by("number").values_list("number", flat=True)) == [1, 2, 3, 4, 5]


def test_a_second_draft_is_refused_until_the_first_is_printed(cast: Cast, booklet: Booklet) -> None:
    chosen = list(Place.objects.all())
    with pytest.raises(DomainError, match="nog niet gedrukt"):
        make_booklet(project=cast.project, places=chosen, foreword="", by=cast.leader)
    mark_booklet_printed(booklet=booklet, by=cast.leader)
    assert make_booklet(project=cast.project, places=chosen, foreword="", by=cast.leader).edition == 2


def test_choosing_again_keeps_the_order_and_the_rows_of_what_stays(
    cast: Cast, booklet: Booklet, places: dict[str, Place]
) -> None:
    move_strip(entry=booklet.entries.get(place__name="C"), up=True, by=cast.leader)
    kept = booklet.entries.get(place__name="C").pk
    chosen = [places[one] for one in "ACEF"]
    change_booklet(booklet=booklet, places=chosen, foreword="Dag", with_codes=True, by=cast.leader)
    booklet.refresh_from_db()
    assert (order(booklet), booklet.foreword, booklet.with_codes) == ("ACEF", "Dag", True)
    assert booklet.entries.get(place__name="C").pk == kept
    assert list(booklet.entries.order_by("number").values_list("number", flat=True)) == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("name", "up", "after"),
    [
        ("B", True, "BACDEF"),
        ("B", False, "ACBDEF"),
        ("A", True, "ABCDEF"),
        ("C", False, "ABCDEF"),
        ("D", True, "ABCDEF"),
    ],
)
def test_a_strip_moves_within_its_section_only(cast: Cast, booklet: Booklet, name: str, up: bool, after: str) -> None:
    move_strip(entry=booklet.entries.get(place__name=name), up=up, by=cast.leader)
    assert order(booklet) == after


def test_a_dragged_order_is_kept_section_by_section(cast: Cast, booklet: Booklet) -> None:
    rows = {entry.place.name: entry.pk for entry in booklet.entries.select_related("place")}
    put_in_order(booklet=booklet, entries=[rows[one] for one in "FCABED"], by=cast.leader)
    assert order(booklet) == "CABDFE"


def test_an_order_of_other_strips_than_there_are_is_refused(cast: Cast, booklet: Booklet) -> None:
    rows = list(booklet.entries.values_list("pk", flat=True))
    for wrong in (rows[1:], [*rows, rows[0]], [*rows[1:], 999_999], []):
        with pytest.raises(DomainError, match="Iemand paste het boekje net aan"):
            put_in_order(booklet=booklet, entries=wrong, by=cast.leader)
    assert order(booklet) == "ABCDEF"


def test_a_printed_edition_is_never_changed(cast: Cast, booklet: Booklet, places: dict[str, Place]) -> None:
    mark_booklet_printed(booklet=booklet, on=date(2027, 3, 10), by=cast.leader)
    entry = booklet.entries.get(place__name="B")
    deeds = [
        lambda: move_strip(entry=entry, up=True, by=cast.leader),
        lambda: put_in_order(booklet=booklet, entries=[entry.pk], by=cast.leader),
        lambda: change_booklet(booklet=booklet, places=[places["A"]], foreword="", with_codes=False, by=cast.leader),
        lambda: mark_booklet_printed(booklet=booklet, by=cast.leader),
    ]
    for deed in deeds:
        with pytest.raises(DomainError, match="al gedrukt"):
            deed()
    booklet.refresh_from_db()
    assert (order(booklet), booklet.printed_on) == ("ABCDEF", date(2027, 3, 10))


@given(st.lists(st.tuples(st.sampled_from("ABCDEF"), st.booleans()), max_size=12))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_moved_numbers_run_from_one_and_sections_stay_together(
    cast: Cast, booklet: Booklet, moves: list[tuple[str, bool]]
) -> None:
    for name, up in moves:
        move_strip(entry=booklet.entries.get(place__name=name), up=up, by=cast.leader)
    assert list(booklet.entries.order_by("number").values_list("number", flat=True)) == [1, 2, 3, 4, 5, 6]
    assert "".join(SECTIONS[name][0] for name in order(booklet)) == "hhhncc"


def test_a_place_keeps_one_picture_and_its_file_goes_with_it(
    cast: Cast, django_capture_on_commit_callbacks: object
) -> None:
    first, second = clean_photo(BytesIO(jpeg())), clean_photo(BytesIO(jpeg(40, 60)))
    told = {"picture_alt": "Een deur", "picture_rights": "Mozeshuis"}
    place = add_place(name="Bieb", section="home", picture=first, by=cast.coordinator, **told)
    storage, old = place.picture.storage, place.picture.name
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        place = change_place(place=place, picture=second, by=cast.coordinator)
    assert not storage.exists(old)
    assert storage.exists(place.picture.name)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        gone = change_place(place=place, without_picture=True, by=cast.coordinator)
    assert (bool(gone.picture), gone.picture_alt, gone.picture_rights) == (False, "", "")


def test_a_place_of_that_name_in_that_section_is_refused(cast: Cast, places: dict[str, Place]) -> None:
    with pytest.raises(DomainError, match="staat al in dit deel"):
        add_place(name="A", section="home", by=cast.coordinator)
    with pytest.raises(DomainError, match="staat al in dit deel"):
        change_place(place=places["B"], name="A", by=cast.coordinator)
    assert add_place(name="A", section="culture", by=cast.coordinator).pk
