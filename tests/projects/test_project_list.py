"""The list of projects: a page at a time, searched, narrowed and put in order."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from mixen.accounts.models import User
from projects.models import District, Project

LIST = "/projecten/"


@pytest.fixture
def many(cast: Any) -> None:
    """Thirty projects in Noord that are over, beside the two of the cast."""
    today = timezone.localdate()
    noord = District.objects.get(slug="noord")
    Project.objects.bulk_create(
        Project(
            name=f"Oud {2000 + number}",
            slug=f"oud-{2000 + number}",
            district=noord,
            starts_on=today - timedelta(days=400 + number),
            ends_on=today - timedelta(days=200 + number),
        )
        for number in range(30)
    )


def names(as_user: Any, user: Any, query: str = "") -> list[str]:
    return [project.name for project, _phase in as_user(user).get(LIST + query).context["rows"]]


def test_a_page_at_a_time_the_newest_first(cast: Any, many: None, as_user: Any) -> None:
    first, second = names(as_user, cast.coordinator), names(as_user, cast.coordinator, "?bladzijde=2")
    assert first[:2] == ["Nieuw-West 2027", "Noord 2027"]
    assert (len(first), len(second)) == (25, 7)
    assert set(first) & set(second) == set()
    assert names(as_user, cast.coordinator, "?bladzijde=onzin") == first
    assert names(as_user, cast.coordinator, "?bladzijde=99") == second


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?q=west", ["Nieuw-West 2027"]),
        ("?when=now", ["Nieuw-West 2027", "Noord 2027"]),
        ("?when=now&district=noord", ["Noord 2027"]),
        ("?when=past&q=2029", ["Oud 2029"]),
        ("?when=now&sort=name", ["Nieuw-West 2027", "Noord 2027"]),
        ("?q=Oud+20&sort=start&when=past&district=nieuw-west", []),
    ],
)
def test_it_is_narrowed_and_put_in_order(cast: Any, many: None, as_user: Any, query: str, found: list[str]) -> None:
    assert names(as_user, cast.coordinator, query) == found


def test_the_oldest_first(cast: Any, many: None, as_user: Any) -> None:
    assert names(as_user, cast.coordinator, "?sort=start")[0] == "Oud 2029"


def test_nothing_found_says_so_with_the_way_back(cast: Any, as_user: Any) -> None:
    page = as_user(cast.coordinator).get(LIST, {"q": "nergens"}).content.decode()
    assert "Geen project past hierbij." in page
    assert "Toon alle projecten" in page


def test_without_any_project_there_is_nothing_to_filter(cast: Any, as_user: Any) -> None:
    for user, filters in ((cast.leader, True), (User.objects.create_user("nieuw@example.org", name="Nieuw"), False)):
        assert ("Zoeken en filteren" in as_user(user).get(LIST).content.decode()) is filters


def test_filters_show_nobody_elses_projects(cast: Any, many: None, as_user: Any) -> None:
    assert names(as_user, cast.leader, "?district=noord") == []
