"""Planning and changing on screen, the warning for overlap, the list to sign, and ticking who came."""

from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader

from excursions.actions import cancel_excursion, cancel_signup, note_attendance, note_rest_absent, sign_up
from excursions.attention import excursions_without_a_guide
from excursions.models import Excursion, Signup
from excursions.overlap import near
from excursions.report import excursion_no_shows
from mixen.accounts.models import AuditEvent
from mixen.errors import DomainError
from tests.conftest import NOW, Cast
from tests.excursions.conftest import Plan, Turn

FACTS = {"name": "Hortus", "day": "2-4-2027", "at": "16:00", "meeting_point": "Plein", "capacity": "12"}
BEGIN = datetime.fromisoformat("2027-04-02T13:30:00+02:00")


def programme(cast: Cast) -> str:
    return f"/projecten/{cast.project.slug}/programma/"


def sent(client: Client, address: str, **facts: Any) -> Any:
    return client.post(address, {**FACTS, **facts})


def mark_in(html: str, name: str = "warned") -> str:
    found = html.split(f'name="{name}" value="')[1:]
    return found[0].partition('"')[0] if found else ""


class TestOverlap:
    @pytest.mark.parametrize(("minutes", "found"), [(0, 1), (179, 1), (180, 0), (-179, 1), (-180, 0)])
    def test_three_hours_around_another_excursion(self, cast: Cast, plan: Plan, minutes: int, found: int) -> None:
        plan(2)
        assert len(near(cast.project, BEGIN + timedelta(minutes=minutes))) == found

    def test_around_a_meeting_as_long_as_it_lasts(self, cast: Cast) -> None:
        mix = cast.project.meetings.get(kind="mix")
        assert len(near(cast.project, mix.ends_at + timedelta(minutes=179))) == 1
        assert near(cast.project, mix.ends_at + timedelta(hours=3)) == []
        assert near(cast.project, mix.starts_at - timedelta(hours=3)) == []

    def test_not_of_another_project_one_that_is_off_or_itself(self, cast: Cast, plan: Plan) -> None:
        plan(2, project=cast.foreign)
        off, own = plan(2, name="Hortus"), plan(2)
        cancel_excursion(excursion=off, reason="Storm", by=None)
        assert near(cast.project, BEGIN, own) == []

    def test_the_form_warns_once_and_takes_it_the_second_time(self, cast: Cast, plan: Plan, as_user: Any) -> None:
        plan(2)
        client, address = as_user(cast.leader), f"{programme(cast)}excursie/"
        answer = sent(client, address)
        html = answer.content.decode()
        assert answer.status_code == 422
        assert "Binnen drie uur is er ook: Rondvaart (vr 2 april 2027, 13.30 uur)" in html
        assert 'value="Hortus"' in html
        assert Excursion.objects.count() == 1
        assert (
            sent(client, address, warned=mark_in(html), day="12-3-2027").status_code == 422
        )  # something else is near
        assert sent(client, address, warned=mark_in(html)).status_code == 302
        assert Excursion.objects.count() == 2


class TestChanging:
    def test_what_was_planned_stands_in_the_form_and_can_be_changed(
        self, cast: Cast, plan: Plan, as_user: Any
    ) -> None:
        trip = plan(2, guides=[cast.ambassador])
        client, address = as_user(cast.leader), f"{trip.get_absolute_url()}aanpassen/"
        html = client.get(address).content.decode()
        assert 'value="Rondvaart"' in html
        seen = mark_in(html, "seen")
        team = [cast.ambassador.pk, cast.colleague.pk]
        assert sent(client, address, seen=seen, guides=team, price="7,5").status_code == 302
        trip.refresh_from_db()
        assert (trip.name, trip.capacity, str(trip.price)) == ("Hortus", 12, "7.50")
        assert {one.pk for one in trip.guides.all()} == set(team)

    def test_somebody_else_was_first(self, cast: Cast, plan: Plan, as_user: Any) -> None:
        trip = plan(2)
        client, address = as_user(cast.leader), f"{trip.get_absolute_url()}aanpassen/"
        seen = mark_in(client.get(address).content.decode(), "seen")
        trip.name = "Varen"
        trip.save()
        answer = sent(client, address, seen=seen)
        assert answer.status_code == 422
        assert "Nu staat er: Varen" in answer.content.decode()

    def test_calling_off_asks_why_and_shows_it(self, cast: Cast, plan: Plan, as_user: Any) -> None:
        trip = plan(2)
        sign_up(excursion=trip, people=[cast.ans], by=None)
        client, address = as_user(cast.leader), f"{trip.get_absolute_url()}gaat-niet-door/"
        assert client.post(address).status_code == 422
        assert client.post(address, {"reason": "De boot is stuk"}).status_code == 302
        html = client.get(trip.get_absolute_url()).content.decode()
        assert "De boot is stuk" in html
        assert "/inschrijven/" not in html
        assert "gaat niet door" in client.get(programme(cast)).content.decode()


def test_before_signing_up_stands_whether_there_is_room(cast: Cast, plan: Plan, as_user: Any) -> None:
    trip = plan(3)
    client = as_user(cast.ambassador)
    said = []
    for one in (cast.ans, cast.willem, cast.joop, None):
        html = client.get(trip.get_absolute_url()).content.decode()
        said.append(next(text for text in ("nog 3 plek", "nog 2 plek", "nog 1 plek", "Vol. Wie") if text in html))
        if one:
            sign_up(excursion=trip, people=[one], by=None)
    assert said == ["nog 3 plek", "nog 2 plek", "nog 1 plek", "Vol. Wie"]


class TestTicking:
    @pytest.fixture
    def trip(self, cast: Cast, plan: Plan) -> Excursion:
        made: Excursion = plan(4)
        sign_up(excursion=made, people=[cast.ans, cast.willem, cast.joop], by=None)
        return made

    def mine(self, cast: Cast, name: str) -> Signup:
        return Signup.objects.get(participant=cast.people[name])

    def test_a_tick_back_again_and_who_was_not_ticked_did_not_come(
        self, cast: Cast, trip: Excursion, afterwards: Turn, as_user: Any
    ) -> None:
        afterwards()
        client, page = as_user(cast.ambassador), f"{trip.get_absolute_url()}wie-is-er/"
        address = f"{programme(cast)}inschrijvingen/{self.mine(cast, 'ans').pk}/mee/"
        assert client.post(address, {"attended": "1"}).url.startswith(page)
        assert client.post(address, {"attended": ""}).status_code == 302
        assert self.mine(cast, "ans").attended is None
        assert not client.post(f"{page}anderen-niet/", follow=True).context["excursion"].no_show  # nobody ticked yet
        answer = client.post(address, {"attended": "1"}, headers={"HX-Request": "true"})
        assert "1 van 3 zijn er" in answer.content.decode()
        html = client.post(f"{page}anderen-niet/", follow=True).content.decode()
        assert "2 deelnemers kwamen niet." in html
        assert excursion_no_shows(cast.project) == 2
        assert "2 deelnemers kwamen niet" in client.get(trip.get_absolute_url()).content.decode()

    def test_nothing_is_ticked_before_the_day(self, cast: Cast, trip: Excursion, as_user: Any) -> None:
        with pytest.raises(DomainError, match="moet nog komen"):
            note_rest_absent(excursion=trip, by=None)
        html = as_user(cast.ambassador).get(f"{trip.get_absolute_url()}wie-is-er/").content.decode()
        assert "Op de dag zelf" in html
        assert "anderen-niet" not in html

    def test_with_htmx_a_refusal_opens_the_page(self, cast: Cast, trip: Excursion, as_user: Any) -> None:
        address = f"{programme(cast)}inschrijvingen/{self.mine(cast, 'ans').pk}/mee/"
        answer = as_user(cast.ambassador).post(address, {"attended": "1"}, headers={"HX-Request": "true"})
        assert answer.headers["HX-Redirect"] == f"{trip.get_absolute_url()}wie-is-er/"

    def test_who_cancelled_is_no_no_show(self, cast: Cast, trip: Excursion, afterwards: Turn) -> None:
        cancel_signup(signup=self.mine(cast, "joop"), by=None)
        afterwards()
        assert excursion_no_shows(cast.project) is None
        note_attendance(signup=self.mine(cast, "ans"), attended=True, by=None)
        assert note_rest_absent(excursion=trip, by=None) == 1
        assert excursion_no_shows(cast.project) == 1


def test_the_list_to_sign(cast: Cast, plan: Plan, couples: list[Any], as_user: Any) -> None:
    cast.ambassador.phone = "+31687654321"
    cast.ambassador.save()
    cast.ans.person.has_stadspas = True
    cast.ans.person.save()
    trip = plan(3, guides=[cast.ambassador])
    sign_up(excursion=trip, people=couples[0].people, couple=couples[0], by=None)
    sign_up(excursion=trip, people=[cast.willem], by=None)
    sign_up(excursion=trip, people=[cast.joop], by=None)
    answer = as_user(cast.ambassador).get(f"{trip.get_absolute_url()}tekenlijst.pdf")
    assert answer["Content-Type"] == "application/pdf"
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages)
    for wanted in ("Rondvaart", "Ans Proefpersoon", "Samira", "Willem Proefpersoon", "06 87654321", "Handtekening"):
        assert wanted in text
    assert "Joop Proefpersoon" in text.partition("Wachtlijst")[2]
    assert "12345678" not in text  # of participants no phone
    event = AuditEvent.objects.get(kind=AuditEvent.Kind.EXPORT)
    assert (event.by, event.detail) == (cast.ambassador, "sign-in list")


class TestAttention:
    def test_within_a_week_without_a_guide(self, cast: Cast, plan: Plan) -> None:
        soon = NOW + timedelta(days=6)
        plan(4, name="Zonder", starts_at=soon)
        plan(4, name="Met", starts_at=soon, guides=[cast.ambassador])
        plan(4, name="Later", starts_at=NOW + timedelta(days=8, hours=12))
        plan(4, name="Geweest", starts_at=NOW - timedelta(hours=1))
        off = plan(4, name="Niet", starts_at=soon + timedelta(hours=1))
        cancel_excursion(excursion=off, reason="Storm", by=None)
        items = list(excursions_without_a_guide([cast.project, cast.foreign], date(2027, 3, 12)))
        assert [item.title for item in items] == ["Zonder heeft nog geen begeleider"]
