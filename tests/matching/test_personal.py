"""What a couple finds on the own page of each: the buddy, the next appointment, what they did, and going on."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from matching.actions import (
    end_couple,
    extend_couple,
    log_outing,
    note_first_appointment,
    offer_place,
    say_going_on,
)
from matching.actions.outings import note_met_as_always
from matching.models import Couple, GoingOn, Outing
from participants.actions import ask_to_stop
from participants.link_life import lasts_until
from participants.models import Concern, Participant, PersonalLink, StopWish
from projects.watching import attention_for
from tests.conftest import NOW, Cast

TODAY = NOW.date()
FORM = {"day": "12-3-2027", "hours": "1,5", "what": "koffie"}


@pytest.fixture(autouse=True)
def empty_cache() -> Any:
    cache.clear()
    yield
    cache.clear()


def address_of(somebody: Participant) -> str:
    return f"/mijn/{PersonalLink.objects.get(participant=somebody).token}/"


@pytest.fixture
def own(cast: Cast, couple: Any) -> str:
    """Ans's own page; she is with Samira."""
    return address_of(cast.ans)


def read(address: str, status: int = 200) -> str:
    answer = Client().get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def extended(couple: Any) -> None:
    """Everybody wants three months more, and gets them."""
    for member in couple.members.all():
        say_going_on(member=member, wants=True, by=None)
    extend_couple(couple=couple, by=None)


class TestTheBuddy:
    def test_phone_and_mail_are_shared_and_an_address_only_by_who_offers_it(
        self, cast: Cast, couple: Any, own: str
    ) -> None:
        person = cast.samira.person
        person.email, person.street, person.postcode = "samira@example.org", "Geheimweg 3", "1069 AB"
        person.save()
        html = read(own)
        assert "tel:+31612345678" in html
        assert "mailto:samira@example.org" in html
        assert "Geheimweg" not in html
        assert "wa.me" not in html
        Participant.objects.filter(pk=cast.samira.pk).update(whatsapp_ok=True)
        member = couple.members.get(participant=cast.samira)
        offer_place(member=member, shares_address=True, pickup="bij school", by=None)
        html = read(own)
        assert "https://wa.me/31612345678" in html
        assert "Geheimweg 3, 1069 AB" in html
        assert "bij school" in html

    def test_who_is_in_no_couple_finds_no_such_pages(self, cast: Cast, own: str) -> None:
        lale = address_of(cast.lale)
        assert "Je hebt nog geen mixmaatje." in read(lale)
        for rest in ("ontmoeting/", "afspraak/", "afspraak.ics"):
            read(lale + rest, 404)
        for rest in ("gezien/", "doorgaan/"):
            assert Client().post(lale + rest, {"wants": "1"}).status_code == 404

    def test_a_concern_may_be_about_the_buddy(self, cast: Cast, own: str) -> None:
        assert "Samira" in read(f"{own}zorg/")
        Client().post(f"{own}zorg/", {"words": "Het gaat niet.", "about": str(cast.samira.pk)})
        assert list(Concern.objects.get().about.all()) == [cast.samira]
        assert "Het gaat niet." not in read(address_of(cast.samira))


class TestMeetings:
    def test_one_tap_notes_one_meeting_however_often_and_by_whom(self, cast: Cast, couple: Any, own: str) -> None:
        first = Client().post(f"{own}gezien/")
        assert first.url == f"{own}?klaar=gezien"
        assert Client().post(f"{own}gezien/").url == f"{own}?klaar=al-genoteerd"
        assert Client().post(f"{address_of(cast.samira)}gezien/").url.endswith("?klaar=al-genoteerd")
        row = Outing.objects.get()
        assert (row.day, row.hours, row.told_by, row.logged_by) == (TODAY, Decimal(2), cast.ans, None)
        assert "Jullie ontmoeting van vandaag staat erin." in read(own)

    def test_as_always_is_as_long_as_they_mostly_take(self, cast: Cast, couple: Any, clock: Any) -> None:
        for hours in ("1", "1.5", "4"):
            log_outing(couple=couple, day=TODAY, hours=Decimal(hours), by=None)
        clock.shift(timedelta(days=7))
        assert note_met_as_always(couple=couple, told_by=cast.ans, by=None)
        assert couple.outings.first().hours == Decimal("1.50")

    @pytest.mark.parametrize(
        ("hours", "usual"), [([], "2"), (["1.25", "1.5"], "1.5"), (["0.05"], "0.25"), (["24"], "24")]
    )
    def test_the_usual_length_is_the_median(self, couple: Any, hours: list[str], usual: str) -> None:
        for one in hours:
            Outing.objects.create(couple=couple, day=TODAY, hours=Decimal(one))
        assert couple.outings.usual_hours() == Decimal(usual)

    def test_one_told_in_words_and_from_the_booklet(self, cast: Cast, own: str) -> None:
        from excursions.actions import make_booklet
        from excursions.models import Place

        place = Place.objects.create(name="Sloterpark", section="neighbourhood")
        make_booklet(project=cast.project, places=[place], foreword="", by=None)
        html = read(f"{own}ontmoeting/")
        assert "Sloterpark" in html
        assert "Op stap in eigen buurt" in html
        answer = Client().post(f"{own}ontmoeting/", {**FORM, "place": str(place.pk)})
        assert answer.url == f"{own}?klaar=ontmoeting"
        assert Outing.objects.get().what == "Sloterpark: koffie"
        assert "Sloterpark: koffie" in read(address_of(cast.samira))

    def test_a_double_of_the_other_is_asked_about_and_the_same_form_twice_is_one(self, cast: Cast, own: str) -> None:
        for _time in range(2):
            assert Client().post(f"{own}ontmoeting/", FORM).status_code == 302
        assert Outing.objects.count() == 1
        other = address_of(cast.samira)
        answer = Client().post(f"{other}ontmoeting/", {**FORM, "what": "wandelen"})
        assert answer.status_code == 422
        html = answer.content.decode()
        assert "Op deze dag staat er al een ontmoeting: 1,5 uur, koffie" in html
        assert 'name="another"' in html
        assert 'value="wandelen"' in html
        answer = Client().post(f"{other}ontmoeting/", {**FORM, "what": "wandelen", "another": "on"})
        assert answer.status_code == 302
        assert Outing.objects.count() == 2

    @pytest.mark.parametrize(
        ("changes", "told"),
        [
            ({"day": "13-3-2027"}, "moet nog komen"),
            ({"day": "11-3-2027"}, "voor de dag waarop het koppel begon"),
            ({"hours": "25"}, "tussen 0,25 en 24"),
            ({"hours": "lang"}, "als 2 of 2,5"),
            ({"what": "x" * 201}, "te lang"),
        ],
    )
    def test_what_cannot_be_is_told_and_kept_nowhere(self, own: str, changes: Any, told: str) -> None:
        answer = Client().post(f"{own}ontmoeting/", {**FORM, **changes})
        assert answer.status_code == 422
        assert told in answer.content.decode()
        assert not Outing.objects.exists()

    def test_only_who_told_it_takes_it_back(self, cast: Cast, couple: Any, own: str) -> None:
        mine = log_outing(couple=couple, day=TODAY, hours=Decimal(1), told_by=cast.ans, by=None)
        team = log_outing(couple=couple, day=TODAY, hours=Decimal(1), by=cast.ambassador)
        other = address_of(cast.samira)
        assert Client().post(f"{other}ontmoeting/{mine.pk}/weg/").status_code == 404
        assert Client().post(f"{own}ontmoeting/{team.pk}/weg/").status_code == 404
        for _time in range(2):
            assert Client().post(f"{own}ontmoeting/{mine.pk}/weg/").url == f"{own}?klaar=weggehaald"
        assert list(Outing.objects.all()) == [team]

    def test_the_page_asks_as_often_for_many_meetings_as_for_few(self, cast: Cast, couple: Any, own: str) -> None:
        def asked() -> int:
            with CaptureQueriesContext(connection) as captured:
                read(own)
            return len(captured)

        Outing.objects.bulk_create(Outing(couple=couple, day=TODAY, hours=1, told_by=cast.ans) for _n in range(5))
        read(own)
        few = asked()
        Outing.objects.bulk_create(Outing(couple=couple, day=TODAY, hours=1, told_by=cast.samira) for _n in range(30))
        assert asked() == few < 60


class TestAppointments:
    GOOD = {"day": "20-3-2027", "at": "14.30", "place": "Molen, bij de deur"}

    def test_either_sets_it_and_both_see_it(self, cast: Cast, couple: Any, own: str) -> None:
        assert Client().post(f"{own}afspraak/", self.GOOD).url == f"{own}?klaar=afspraak"
        assert "Molen, bij de deur" in read(address_of(cast.samira))
        couple.refresh_from_db()
        assert couple.next_appointment_at.isoformat() == "2027-03-20T13:30:00+00:00"
        assert couple.first_appointment_at is None

    def test_the_first_appointment_that_is_still_to_come_is_the_one_that_changes(self, couple: Any, own: str) -> None:
        later = NOW + timedelta(days=3)
        note_first_appointment(couple=couple, at=later, place="Bieb", confirmed=True, by=None)
        assert "Bieb" in read(own)
        Client().post(f"{own}afspraak/", self.GOOD)
        couple.refresh_from_db()
        assert couple.first_appointment_place == "Molen, bij de deur"
        assert not couple.first_appointment_confirmed
        assert couple.next_appointment_at is None

    def test_changed_by_the_other_meanwhile_both_are_shown(self, cast: Cast, couple: Any, own: str) -> None:
        import re

        html = read(f"{own}afspraak/")
        seen = re.search(r'name="seen" value="(\w+)"', html)
        assert seen
        Client().post(f"{address_of(cast.samira)}afspraak/", {**self.GOOD, "place": "Bieb"})
        answer = Client().post(f"{own}afspraak/", {**self.GOOD, "seen": seen[1]})
        assert answer.status_code == 422
        assert "Nu staat er: Bieb" in answer.content.decode()

    @pytest.mark.parametrize(
        ("changes", "told"),
        [
            ({"day": "11-3-2027"}, "al geweest"),
            ({"at": "25.00"}, "Deze tijd bestaat niet"),
            ({"place": ""}, "Vul dit"),
        ],
    )
    def test_what_cannot_be_is_told(self, couple: Any, own: str, changes: Any, told: str) -> None:
        answer = Client().post(f"{own}afspraak/", {**self.GOOD, **changes})
        assert answer.status_code == 422
        assert told in answer.content.decode()

    def test_it_goes_into_a_calendar(self, cast: Cast, own: str) -> None:
        read(f"{own}afspraak.ics", 404)
        place = "Café; 'Het Veld', " + "heel ver weg " * 8
        Client().post(f"{own}afspraak/", {**self.GOOD, "place": place})
        answer = Client().get(f"{own}afspraak.ics")
        assert answer.headers["Content-Type"].startswith("text/calendar")
        lines = answer.content.split(b"\r\n")
        assert b"DTSTART:20270320T133000Z" in lines
        assert all(len(line) <= 75 for line in lines)
        whole = answer.content.replace(b"\r\n ", b"").decode()
        assert "LOCATION:Café\\; 'Het Veld'\\, heel ver weg" in whole
        assert "afspraak met Samira" in whole

    def test_the_ambassador_notes_it_too(self, cast: Cast, couple: Any, as_user: Any) -> None:
        client = as_user(cast.ambassador)
        assert client.post(f"{couple.get_absolute_url()}volgende-afspraak/", self.GOOD).status_code == 302
        assert "Molen, bij de deur" in client.get(couple.get_absolute_url()).content.decode()


class TestGoingOnAndStopping:
    def test_going_on_is_asked_in_the_last_month(self, cast: Cast, couple: Any, own: str, clock: Any) -> None:
        assert "Nog drie maanden samen?" not in read(own)
        clock.move_to("2027-05-20T12:00:00+02:00")
        assert "Nog drie maanden samen?" in read(own)
        for wants in ("1", "0"):
            assert Client().post(f"{own}doorgaan/", {"wants": wants}).url == f"{own}?klaar=doorgaan"
        row = GoingOn.objects.get()
        assert (row.member.participant, row.wants, row.noted_by) == (cast.ans, False, None)
        assert "Jij wilt niet door." in read(own)
        assert Client().post(f"{own}doorgaan/", {"wants": "x"}).status_code == 404
        extended(couple)
        assert "Nog drie maanden samen?" not in read(own)

    def test_who_is_in_a_couple_is_called_first(self, cast: Cast, couple: Any, own: str) -> None:
        assert "Daarom belt de coördinator je eerst" in read(f"{own}stoppen/")
        for _time in range(2):
            answer = Client().post(f"{own}stoppen/", {"word": "druk"})
            assert answer.url == f"{own}?klaar=stoppen"
        assert StopWish.objects.get().word == "druk"
        assert "De coördinator belt je." in read(own)
        titles = [item.title for item in attention_for([cast.project], TODAY)]
        assert "Ans wil stoppen" in titles
        end_couple(couple=couple, reason="stopped", stopping=[cast.ans], by=cast.coordinator)
        titles = [item.title for item in attention_for([cast.project], TODAY)]
        assert "Ans wil stoppen" not in titles

    def test_it_is_solved_too_when_it_was_talked_over(self, cast: Cast, couple: Any, as_user: Any) -> None:
        ask_to_stop(participant=cast.ans, by=cast.ambassador)
        page = cast.ans.get_absolute_url()
        assert as_user(cast.ambassador).post(f"{page}wil-stoppen/opgepakt/").status_code == 403
        assert as_user(cast.leader).post(f"{page}wil-stoppen/opgepakt/").status_code == 302
        assert "Ans wil stoppen" not in [item.title for item in attention_for([cast.project], TODAY)]
        assert as_user(cast.leader).post(f"{page}wil-stoppen/opgepakt/").status_code == 404


class TestTheLifeOfTheLink:
    def test_it_lasts_a_month_after_an_extended_couple(self, cast: Cast, couple: Any) -> None:
        assert lasts_until(cast.ans) == cast.project.ends_on + timedelta(days=30)
        extended(couple)
        assert lasts_until(cast.ans) == date(2027, 9, 12) + timedelta(days=30)

    def test_a_couple_that_nobody_ended_keeps_it_alive(self, cast: Cast, couple: Any, clock: Any) -> None:
        clock.move_to("2027-12-01T12:00:00+01:00")
        assert lasts_until(cast.ans) == date(2027, 12, 31)
        end_couple(couple=couple, reason="completed", on=date(2027, 9, 20), by=None)
        assert lasts_until(Participant.objects.get(pk=cast.ans.pk)) == date(2027, 10, 20)
        assert not Couple.objects.active().exists()
