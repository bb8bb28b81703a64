"""Strips of the booklet: used with a meeting, by hand, on somebody's own page; once, and taken back."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from excursions.actions import change_booklet, make_booklet, mark_booklet_printed, take_back_strip, use_strip
from excursions.models import Booklet, Place, StripUse
from matching.actions import end_couple, log_outing, remove_outing
from matching.models import Couple, Outing
from mixen.errors import DomainError
from participants.models import PersonalLink
from tests.conftest import NOW, Cast

TODAY = NOW.date()


@pytest.fixture(autouse=True)
def empty_cache() -> Any:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def booklet(cast: Cast) -> Booklet:
    """Bad, Molen and Museum, printed."""
    places = [Place.objects.create(name=name, section=part) for name, part in PLACES]
    made = make_booklet(project=cast.project, places=places, foreword="", by=cast.leader)
    return mark_booklet_printed(booklet=made, by=cast.leader)


PLACES = [("Bad", "home"), ("Molen", "neighbourhood"), ("Museum", "culture")]


@pytest.fixture
def pair(couples: list[Couple]) -> Couple:
    """Ans and Samira."""
    return couples[0]


def place_key(name: str) -> str:
    return str(Place.objects.get(name=name).pk)


def used(couple: Couple) -> dict[str, date]:
    return {use.entry.place.name: use.used_on for use in couple.strip_uses.all()}


def own_page(cast: Cast, who: str = "ans") -> str:
    return f"/mijn/{PersonalLink.objects.get(participant=cast.people[who]).token}/"


def read(address: str) -> str:
    answer = Client().get(address)
    assert answer.status_code == 200
    return answer.content.decode()


class TestWithAMeeting:
    """Wherever a meeting is noted with a place of the booklet, its strip is used."""

    def test_on_the_own_page(self, cast: Cast, booklet: Booklet, pair: Couple) -> None:
        own = own_page(cast)
        facts = {"day": "12-3-2027", "hours": "1,5", "what": "gemalen", "place": place_key("Molen")}
        assert Client().post(f"{own}ontmoeting/", facts).status_code == 302
        use = pair.strip_uses.get()
        assert (use.entry.place.name, use.used_on, use.told_by) == ("Molen", TODAY, cast.ans)
        assert use.outing.what == "Molen: gemalen"
        assert use.history.get().history_change_reason == "matching.log_outing"
        Client().post(f"{own}ontmoeting/{use.outing_id}/weg/")
        assert used(pair) == {}

    def test_on_the_page_of_the_couple(self, cast: Cast, booklet: Booklet, pair: Couple, as_user: Any) -> None:
        client, page = as_user(cast.ambassador), pair.get_absolute_url()
        assert "2. Molen" in client.get(f"{page}ontmoeting/").content.decode()
        facts = {"day": "12-3-2027", "hours": "2", "place": place_key("Molen"), "what": ""}
        assert client.post(f"{page}ontmoeting/", facts).status_code == 302
        assert used(pair) == {"Molen": TODAY}
        assert (Outing.objects.get().what, pair.strip_uses.get().noted_by) == ("Molen", cast.ambassador)
        too_long = client.post(f"{page}ontmoeting/", {**facts, "what": "x" * 198})
        assert too_long.status_code == 422
        assert "Schrijf het korter" in too_long.content.decode()

    def test_on_the_card_of_a_month(self, cast: Cast, booklet: Booklet, pair: Couple, as_user: Any) -> None:
        client, page = as_user(cast.ambassador), pair.get_absolute_url()
        number = pair.pk
        sent = {
            f"{number}-1-day": "12-3-2027",
            f"{number}-1-hours": "2",
            f"{number}-1-place": place_key("Bad"),
            f"{number}-2-day": "12-3-2027",
            f"{number}-2-hours": "1",
            f"{number}-2-what": "thee",
            f"{number}-2-another": "on",
        }
        assert client.post(f"{page}kaart/", {**sent, f"{number}-3-place": place_key("Museum")}).status_code == 422
        assert used(pair) == {}  # a line with a strip alone says when and how long
        assert client.post(f"{page}kaart/", sent).status_code == 302
        assert used(pair) == {"Bad": TODAY}
        assert sorted(Outing.objects.values_list("what", flat=True)) == ["Bad", "thee"]

    def test_a_place_that_is_not_in_the_booklet_is_refused(self, cast: Cast, booklet: Booklet, pair: Couple) -> None:
        other = Place.objects.create(name="Elders", section="home")
        facts = {"day": "12-3-2027", "hours": "1", "place": str(other.pk)}
        assert Client().post(f"{own_page(cast)}ontmoeting/", facts).status_code == 422
        assert not Outing.objects.exists()

    def test_been_twice_is_one_strip_and_it_stays_with_the_other_meeting(
        self, cast: Cast, booklet: Booklet, pair: Couple, clock: Any
    ) -> None:
        clock.shift(timedelta(days=9))
        first, second = (
            log_outing(
                couple=pair,
                day=TODAY + timedelta(days=days),
                hours=Decimal(1),
                what=what,
                place=place_key("Bad"),
                by=cast.ambassador,
            )
            for days, what in ((1, "Bad"), (8, "Bad: weer"))
        )
        log_outing(couple=pair, day=TODAY, hours=Decimal(1), what="Badhoevedorp", by=cast.ambassador)
        assert used(pair) == {"Bad": TODAY + timedelta(days=1)}
        remove_outing(outing=first, by=cast.ambassador)
        assert used(pair) == {"Bad": TODAY + timedelta(days=8)}
        remove_outing(outing=second, by=cast.ambassador)
        assert used(pair) == {}


class TestByHand:
    """On the couple's page 'Strippen', by who looks after it."""

    def address(self, couple: Couple) -> str:
        return f"{couple.get_absolute_url()}strippen/"

    def test_noted_and_taken_back(self, cast: Cast, booklet: Booklet, pair: Couple, as_user: Any) -> None:
        client, page = as_user(cast.ambassador), self.address(pair)
        assert page in client.get(pair.get_absolute_url()).content.decode()
        entry = booklet.entries.get(place__name="Museum")
        for _time in range(2):
            assert client.post(page, {"strip": entry.pk, "on": "12-3-2027"}).url == page
        use = pair.strip_uses.get()
        assert (use.noted_by, use.outing) == (cast.ambassador, None)
        html = client.get(page).content.decode()
        assert "1 strip gebruikt." in html
        assert "(1 van 1 gebruikt)" in html
        colleague = as_user(cast.colleague)
        assert colleague.post(f"{page}{use.pk}/weg/").status_code == 403
        assert client.post(f"{page}{use.pk}/weg/").url == page
        assert used(pair) == {}

    @pytest.mark.parametrize(
        ("day", "told"),
        [("13-3-2027", "moet nog komen"), ("11-3-2027", "voor de dag waarop het koppel begon"), ("gisteren", "datum")],
    )
    def test_a_wrong_day_is_told_at_the_field(
        self, cast: Cast, booklet: Booklet, pair: Couple, as_user: Any, day: str, told: str
    ) -> None:
        entry = booklet.entries.first()
        answer = as_user(cast.ambassador).post(self.address(pair), {"strip": entry.pk, "on": day})
        assert answer.status_code == 422
        html = answer.content.decode()
        assert told in html
        assert f'value="{day}"' in html
        assert used(pair) == {}

    def test_one_of_a_meeting_goes_with_the_meeting(self, cast: Cast, booklet: Booklet, pair: Couple) -> None:
        log_outing(couple=pair, day=TODAY, hours=Decimal(1), place=place_key("Bad"), by=cast.ambassador)
        with pytest.raises(DomainError, match="hoort bij een ontmoeting"):
            take_back_strip(use=pair.strip_uses.get(), by=cast.ambassador)

    def test_not_of_another_project_and_not_after_the_end(
        self, cast: Cast, booklet: Booklet, pair: Couple, clock: Any
    ) -> None:
        place = Place.objects.get(name="Bad")
        foreign = make_booklet(project=cast.foreign, places=[place], foreword="", by=cast.coordinator).entries.get()
        with pytest.raises(DomainError, match="ander project"):
            use_strip(entry=foreign, couple=pair, on=TODAY, by=cast.leader)
        end_couple(couple=pair, reason="no_click", by=cast.leader)
        clock.shift(timedelta(days=3))
        with pytest.raises(DomainError, match="waarop het koppel stopte"):
            use_strip(entry=booklet.entries.first(), couple=pair, on=TODAY + timedelta(days=2), by=cast.leader)

    def test_without_a_booklet_the_page_says_so(self, cast: Cast, pair: Couple, as_user: Any) -> None:
        html = as_user(cast.leader).get(self.address(pair)).content.decode()
        assert "nog geen strippenboekje" in html


class TestOwnPage:
    def test_one_tap_and_taken_back(self, cast: Cast, booklet: Booklet, pair: Couple) -> None:
        own, entry = own_page(cast), booklet.entries.get(place__name="Bad")
        assert "We zijn geweest" in read(own)
        for _time in range(2):
            assert Client().post(f"{own}strip/{entry.pk}/geweest/").url == f"{own}?klaar=strip"
        use = pair.strip_uses.get()
        assert (use.used_on, use.told_by, use.outing) == (TODAY, cast.ans, None)
        assert "De strip is gebruikt." in read(f"{own}?klaar=strip")
        other = own_page(cast, "samira")
        assert "12" in read(other)
        Client().post(f"{other}strip/{entry.pk}/weg/")
        assert used(pair) == {"Bad": TODAY}  # only who told it takes it back
        assert "Klopt niet, weghalen" in read(own)
        for _time in range(2):
            assert Client().post(f"{own}strip/{entry.pk}/weg/").url == f"{own}?klaar=strip-weg"
        assert used(pair) == {}

    def test_not_out_of_anothers_booklet_nor_without_a_couple(
        self, cast: Cast, booklet: Booklet, pair: Couple
    ) -> None:
        entry = booklet.entries.first()
        assert Client().post(f"{own_page(cast, 'willem')}strip/{entry.pk}/geweest/").status_code == 404
        place = Place.objects.get(name="Bad")
        foreign = make_booklet(project=cast.foreign, places=[place], foreword="", by=cast.coordinator).entries.get()
        assert Client().post(f"{own_page(cast)}strip/{foreign.pk}/geweest/").status_code == 404
        assert "strippenboekje" not in read(own_page(cast, "willem"))


class TestEditions:
    def test_a_draft_does_not_take_the_printed_one_away_and_what_was_used_stays_used(
        self, cast: Cast, booklet: Booklet, pair: Couple, as_user: Any
    ) -> None:
        bad, molen = Place.objects.get(name="Bad"), Place.objects.get(name="Molen")
        use_strip(entry=booklet.entries.get(place=bad), couple=pair, on=TODAY, by=cast.leader)
        use_strip(entry=booklet.entries.get(place=molen), couple=pair, on=TODAY, by=cast.leader)
        draft = make_booklet(project=cast.project, places=[molen], foreword="", by=cast.leader)
        assert cast.project.booklets.in_use() == booklet
        assert "Museum" in read(own_page(cast))
        mark_booklet_printed(booklet=draft, by=cast.leader)
        again = use_strip(entry=draft.entries.get(), couple=pair, on=TODAY, by=cast.leader)
        assert again.entry.booklet == booklet
        html = as_user(cast.leader).get(f"{pair.get_absolute_url()}strippen/").content.decode()
        assert "(1 van 1 gebruikt)" in html
        assert "Uit een eerdere druk" in html

    def test_a_used_strip_is_not_left_out_of_its_edition(self, cast: Cast, pair: Couple) -> None:
        places = [Place.objects.create(name=name, section=part) for name, part in PLACES]
        draft = make_booklet(project=cast.project, places=places, foreword="", by=cast.leader)
        use_strip(entry=draft.entries.first(), couple=pair, on=TODAY, by=cast.leader)
        with pytest.raises(DomainError, match="is al gebruikt"):
            change_booklet(booklet=draft, places=places[1:], foreword="", with_codes=False, by=cast.leader)
        change_booklet(booklet=draft, places=places[:1], foreword="", with_codes=False, by=cast.leader)
        assert StripUse.objects.count() == 1


def test_the_library_tells_how_often_each_place_is_used(
    cast: Cast, booklet: Booklet, couples: list[Couple], as_user: Any
) -> None:
    molen = booklet.entries.get(place__name="Molen")
    for couple in couples[:2]:
        use_strip(entry=molen, couple=couple, on=TODAY, by=cast.leader)
    use_strip(entry=booklet.entries.get(place__name="Bad"), couple=couples[0], on=TODAY, by=cast.leader)
    address = f"{cast.project.get_absolute_url()}programma/plekken/"
    rows = as_user(cast.leader).get(f"{address}?sort=-hier").context["page_obj"]
    assert [(row.name, row.used_here, row.used_in_all) for row in rows] == [
        ("Molen", 2, 2),
        ("Bad", 1, 1),
        ("Museum", 0, 0),
    ]
    elsewhere = f"{cast.foreign.get_absolute_url()}programma/plekken/?sort=-alle"
    rows = as_user(cast.coordinator).get(elsewhere).context["page_obj"]
    assert [(row.name, row.used_here, row.used_in_all) for row in rows] == [
        ("Molen", 0, 2),
        ("Bad", 0, 1),
        ("Museum", 0, 0),
    ]
    cast.project.is_practice = True
    cast.project.save()
    rows = as_user(cast.coordinator).get(elsewhere).context["page_obj"]
    assert {row.used_in_all for row in rows} == {0}
