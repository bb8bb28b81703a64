"""The list itself: keys, too many of a kind, who sees a line, what is said in numbers, and putting off on the page."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from projects.models import Snooze
from projects.permissions import Permission
from projects.watching import AttentionItem, look_at, watchers
from tests.conftest import NOW, Cast

TODAY = NOW.date()


def add_partners(cast: Cast, number: int) -> None:
    from projects.actions import add_partner
    from projects.models import Organisation

    for one in range(number):
        add_partner(
            project=cast.project,
            organisation=Organisation.objects.create(name=f"Partner {one}"),
            contribution="Geeft een zaal",
            agreed_on=TODAY - timedelta(days=20),
            by=None,
        )


def unconfirmed(cast: Cast) -> list[AttentionItem]:
    return [item for item in look_at([cast.project], TODAY).items if item.kind == "agreements_not_confirmed"]


@pytest.mark.parametrize(("number", "lines"), [(1, 1), (5, 5), (6, 6), (9, 6)])
def test_at_most_five_of_a_kind_and_then_their_number(cast: Cast, number: int, lines: int) -> None:
    add_partners(cast, number)
    items = unconfirmed(cast)
    assert len(items) == lines
    if number > 5:
        assert items[-1].title == f"Nog {number - 5} zoals hierboven"
        assert f"{number} partners" in items[-1].reason
        assert items[-1].url.endswith("/partners/")
        assert items[-1].key == "agreements_not_confirmed:rest"


def test_putting_one_off_lets_the_next_come_up(cast: Cast, as_user: Any) -> None:
    add_partners(cast, 7)
    first = unconfirmed(cast)[0]
    page = f"{cast.project.get_absolute_url()}aandacht/{first.key}/uitstellen/"
    as_user(cast.leader).post(page, {"wait": "1", "reason": "belt morgen"})
    items = unconfirmed(cast)
    assert (len(items), items[-1].mark) == (6, "1")
    assert first.key not in {item.key for item in items}


@pytest.fixture
def planted() -> Iterator[list[AttentionItem]]:
    """A watcher that says what the test puts in the list."""
    said: list[AttentionItem] = []

    def planted_watcher(projects: Any, today: Any) -> list[AttentionItem]:
        return said

    list(watchers)
    watchers.add(99, planted_watcher)
    yield said
    watchers._found = [found for found in watchers._found if found[1] is not planted_watcher]


def item(cast: Cast, **also: Any) -> AttentionItem:
    facts = {"project": cast.project, "title": "Samira wacht", "reason": "", "url": "/", "deed": "Kijk"}
    return AttentionItem(**{**facts, **also})


def test_a_line_without_a_key_is_known_by_where_it_leads(cast: Cast, planted: list[AttentionItem]) -> None:
    planted += [item(cast, url=f"{cast.project.get_absolute_url()}deelnemers/{number}/") for number in (4, 5)]
    found = [one.key for one in look_at([cast.project], TODAY).items if one.title == "Samira wacht"]
    assert found == ["planted_watcher:deelnemers-4", "planted_watcher:deelnemers-5"]


def test_a_line_that_needs_a_permission_is_for_who_has_it(cast: Cast, planted: list[AttentionItem]) -> None:
    planted.append(item(cast, key="concern:1", permission=Permission.HANDLE_CONCERNS))
    shown = {
        name: "concern:1" in {one.key for one in look_at([cast.project], TODAY, user).items}
        for name, user in (("coordinator", cast.coordinator), ("leader", cast.leader), ("nobody", None))
    }
    assert shown == {"coordinator": True, "leader": False, "nobody": False}


def test_a_concern_waits_three_days_at_most_on_the_page_too(
    cast: Cast, as_user: Any, planted: list[AttentionItem]
) -> None:
    planted.append(item(cast, key="concern:1", permission=Permission.HANDLE_CONCERNS))
    page = f"{cast.project.get_absolute_url()}aandacht/concern:1/uitstellen/"
    assert as_user(cast.leader).get(page).status_code == 404
    response = as_user(cast.coordinator).post(page, {"wait": "7", "reason": "later"})
    assert response.status_code == 422
    assert response.context["form"].errors["until"] == ["Dit kan ten hoogste 3 dagen wachten. Kies een eerdere dag."]
    assert as_user(cast.coordinator).post(page, {"wait": "3", "reason": "later"}).status_code == 302


def test_in_numbers_nobody_is_named(cast: Cast, planted: list[AttentionItem]) -> None:
    add_partners(cast, 7)
    planted += [item(cast, key=f"planted:{number}") for number in (1, 2)]
    said = look_at([cast.project], TODAY).tallies[cast.project.pk]
    assert "7 partners hebben de afspraak nog niet bevestigd" in said
    assert "2 andere punten" in said
    assert "Samira" not in " ".join(said)


class TestPuttingOff:
    def page(self, cast: Cast, key: str = "late_steps") -> str:
        return f"{cast.project.get_absolute_url()}aandacht/{key}/uitstellen/"

    @pytest.mark.parametrize(
        ("sent", "field"),
        [
            ({"wait": "1", "reason": ""}, "reason"),
            ({"reason": "vakantie"}, "wait"),
            ({"wait": "day", "reason": "vakantie"}, "until"),
            ({"wait": "day", "until": "2027-03-11", "reason": "vakantie"}, "until"),
            ({"wait": "day", "until": "2027-04-12", "reason": "vakantie"}, "until"),
            ({"wait": "400", "reason": "vakantie"}, "wait"),
        ],
    )
    def test_what_is_wrong_is_said_at_its_field(self, cast: Cast, as_user: Any, sent: Any, field: str) -> None:
        response = as_user(cast.leader).post(self.page(cast), sent)
        assert response.status_code == 422
        assert list(response.context["form"].errors) == [field]

    def test_it_moves_to_what_waits_with_reason_and_who_and_back_again(self, cast: Cast, as_user: Any) -> None:
        client = as_user(cast.leader)
        sent = {"wait": "day", "until": "2027-04-11", "reason": "Wacht op de notaris"}
        assert client.post(f"{self.page(cast)}?van=vandaag", sent).url == "/"
        for address in ("/", cast.project.get_absolute_url()):
            text = client.get(address).content.decode()
            assert "Wacht tot en met zo 11 april 2027. Leader: Wacht op de notaris" in text
        snoozed = Snooze.objects.get()
        back = client.post(f"{cast.project.get_absolute_url()}aandacht/{snoozed.pk}/weer/")
        assert back.url == cast.project.get_absolute_url()
        assert "Wacht op de notaris" not in client.get("/").content.decode()

    @pytest.mark.parametrize("key", ["late_stepss", "couples_not_seen:1", "x" * 300])
    def test_a_line_that_is_not_there_is_not_found(self, cast: Cast, as_user: Any, key: str) -> None:
        assert as_user(cast.leader).get(self.page(cast, key)).status_code == 404
