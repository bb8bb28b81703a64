"""Visits by appointment: asked, arranged, told, done or called off; who is told what, and what is overdue."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.test import Client
from icalendar import Calendar

from excursions.actions import (
    arrange_visit,
    ask_visit,
    call_off_visit,
    make_booklet,
    mark_booklet_printed,
    note_visit_done,
    note_visit_told,
)
from excursions.attention_visits import visits_past, visits_waiting
from excursions.models import Place, StripUse, Visit
from matching.actions import end_couple
from matching.models import Couple
from mixen import sms
from mixen.errors import DomainError
from participants import actions
from participants.messages import make_messages, send_messages
from participants.models import Message, PersonalLink
from projects.models import ContactPerson, Organisation
from tests.conftest import NOW, Cast

TODAY = NOW.date()
AT = datetime.fromisoformat("2027-03-25T14:00:00+01:00")
DAY_BEFORE = datetime.fromisoformat("2027-03-24T10:00:00+01:00")


@pytest.fixture(autouse=True)
def empty_cache() -> Any:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def mosque(cast: Cast) -> Place:
    """A place by appointment, in the printed booklet, beside one without."""
    made = Place.objects.create(name="Moskee", section="neighbourhood", by_appointment=True, address="Weg 1")
    bad = Place.objects.create(name="Bad", section="home")
    booklet = make_booklet(project=cast.project, places=[made, bad], foreword="", by=cast.leader)
    mark_booklet_printed(booklet=booklet, by=cast.leader)
    return made


@pytest.fixture
def asked(cast: Cast, couples: list[Couple], mosque: Place) -> Visit:
    """By Ans and Samira, and Joop, Tesfay and Lale together."""
    return ask_visit(project=cast.project, place=mosque, couples=couples[:2], wished="op dinsdag", by=cast.ambassador)


@pytest.fixture
def arranged(cast: Cast, asked: Visit) -> Visit:
    return arrange_visit(visit=asked, at=AT, meeting_point="bij de poort", by=cast.ambassador)


def page(cast: Cast, rest: str = "") -> str:
    return f"{cast.project.get_absolute_url()}programma/bezoeken/{rest}"


def told(kind: str) -> list[str]:
    rows = Message.objects.filter(kind=kind, sent_at__isnull=False)
    return sorted(row.participant.person.call_name for row in rows)


def run() -> None:
    make_messages()
    make_messages()
    send_messages()


class TestAsking:
    def test_by_an_ambassador(self, cast: Cast, couples: list[Couple], mosque: Place, as_user: Any) -> None:
        client = as_user(cast.ambassador)
        html = client.get(page(cast, "vragen/")).content.decode()
        assert "Moskee" in html
        assert "Bad" not in html  # no appointment is made there
        sent = {"place": mosque.pk, "couples": [couples[0].pk, couples[2].pk], "wished": "na drieën"}
        answer = client.post(page(cast, "vragen/"), sent)
        visit = Visit.objects.get()
        assert answer.url == page(cast, f"{visit.pk}/")
        assert (visit.state, visit.wished, visit.asked_by) == ("open", "na drieën", cast.ambassador)
        assert {couple.title for couple in visit.couples.all()} == {"Ans en Samira", "Corrie en Oksana"}
        again = client.post(page(cast, "vragen/"), sent)
        assert again.status_code == 422
        assert "al gevraagd voor Ans en Samira" in again.content.decode()
        assert "na drieën" in again.content.decode()

    def test_on_the_own_page(self, cast: Cast, couples: list[Couple], mosque: Place) -> None:
        own = f"/mijn/{PersonalLink.objects.get(participant=cast.ans).token}/"
        entry = mosque.booklet_entries.get()
        assert "Op afspraak: vraag een dag aan" in Client().get(own).content.decode()
        address = f"{own}strip/{entry.pk}/bezoek/"
        assert Client().post(address, {"wished": ""}).status_code == 422
        for _time in range(2):
            assert Client().post(address, {"wished": "zaterdag"}).url == f"{own}?klaar=bezoek"
        visit = Visit.objects.get()
        assert (visit.told_by, visit.asked_by, list(visit.couples.all())) == (cast.ans, None, [couples[0]])
        html = Client().get(own).content.decode()
        assert "Bezoek gevraagd. Je hoort van ons." in html
        arrange_visit(visit=visit, at=AT, meeting_point="bij de poort", by=cast.ambassador)
        html = Client().get(own).content.decode()
        assert "Jullie bezoek: do 25 mrt 2027, 14:00" in html
        assert "bij de poort" in html

    def test_not_where_there_is_no_appointment_and_not_without_a_couple(
        self, cast: Cast, couples: list[Couple], mosque: Place
    ) -> None:
        bad = Place.objects.get(name="Bad")
        own = f"/mijn/{PersonalLink.objects.get(participant=cast.ans).token}/"
        assert Client().get(f"{own}strip/{bad.booklet_entries.get().pk}/bezoek/").status_code == 404
        alone = f"/mijn/{PersonalLink.objects.get(participant=cast.willem).token}/"
        assert Client().get(f"{alone}strip/{mosque.booklet_entries.get().pk}/bezoek/").status_code == 404
        facts: dict[str, Any] = {"project": cast.project, "wished": "", "by": cast.leader}
        with pytest.raises(DomainError, match="geen afspraak"):
            ask_visit(place=bad, couples=couples[:1], **facts)
        with pytest.raises(DomainError, match="ten minste één koppel"):
            ask_visit(place=mosque, couples=[], **facts)
        end_couple(couple=couples[0], reason="no_click", by=cast.leader)
        with pytest.raises(DomainError, match="gestopt"):
            ask_visit(place=mosque, couples=couples[:1], **facts)


class TestArranging:
    def test_with_whom_and_the_final_date(self, cast: Cast, asked: Visit, mosque: Place, as_user: Any) -> None:
        organisation = Organisation.objects.create(name="Stichting Poort")
        mosque.contact = ContactPerson.objects.create(
            organisation=organisation, name="Meryem", phone="+31201234567", email="m@example.org"
        )
        mosque.save()
        client = as_user(cast.ambassador)
        html = client.get(page(cast, f"{asked.pk}/")).content.decode()
        for words in ("Meryem", "Stichting Poort", "tel:+31201234567", "op dinsdag", "Dag vastleggen"):
            assert words in html
        address = page(cast, f"{asked.pk}/dag/")
        wrong = client.post(address, {"day": "1-3-2027", "at": "14:00", "meeting_point": "poort"})
        assert (wrong.status_code, "dat nog komt" in wrong.content.decode()) == (422, True)
        assert client.post(address, {"day": "25-3-2027", "at": "14:00", "meeting_point": "poort"}).status_code == 302
        asked.refresh_from_db()
        assert (asked.state, asked.starts_at, asked.meeting_point) == ("arranged", AT, "poort")
        html = client.get(page(cast, f"{asked.pk}/")).content.decode()
        assert "Iedereen weet het" in html
        assert "krijgt nog bericht" in html
        client.post(page(cast, f"{asked.pk}/verteld/"))
        asked.refresh_from_db()
        assert asked.state == "told"

    def test_the_same_again_changes_nothing_and_another_day_is_to_be_told_again(
        self, cast: Cast, arranged: Visit
    ) -> None:
        note_visit_told(visit=arranged, by=cast.ambassador)
        same = arrange_visit(visit=arranged, at=AT, meeting_point="bij de poort", by=cast.ambassador)
        assert same.state == "told"
        later = arrange_visit(visit=arranged, at=AT + timedelta(days=1), meeting_point="bij de poort", by=None)
        assert later.state == "arranged"

    def test_what_is_over_stays_as_it_is(self, cast: Cast, asked: Visit, clock: Any) -> None:
        with pytest.raises(DomainError, match="Leg eerst vast"):
            note_visit_told(visit=asked, by=cast.leader)
        arrange_visit(visit=asked, at=AT, meeting_point="x", by=cast.leader)
        with pytest.raises(DomainError, match="moet nog komen"):
            note_visit_done(visit=asked, by=cast.leader)
        call_off_visit(visit=asked, reason="ziek", by=cast.leader)
        for deed in (note_visit_told, note_visit_done):
            with pytest.raises(DomainError, match="al afgerond"):
                deed(visit=asked, by=cast.leader)

    def test_calling_off_asks_why(self, cast: Cast, arranged: Visit, as_user: Any) -> None:
        client, address = as_user(cast.ambassador), page(cast, f"{arranged.pk}/afzeggen/")
        assert client.post(address, {"reason": ""}).status_code == 422
        assert client.post(address, {"reason": "de gids is ziek"}).status_code == 302
        arranged.refresh_from_db()
        assert (arranged.state, arranged.reason) == ("off", "de gids is ziek")

    def test_done_uses_the_strip_of_who_were_still_a_couple(
        self, cast: Cast, couples: list[Couple], arranged: Visit, clock: Any, as_user: Any
    ) -> None:
        end_couple(couple=couples[1], reason="no_click", by=cast.leader)
        clock.move_to(AT + timedelta(hours=3))
        assert as_user(cast.ambassador).post(page(cast, f"{arranged.pk}/geweest/")).status_code == 302
        use = StripUse.objects.get()
        assert (use.couple, use.used_on, use.entry.place.name) == (couples[0], date(2027, 3, 25), "Moskee")


class TestMessages:
    def test_everybody_is_told_once_and_reminded_the_day_before(self, arranged: Visit, clock: Any) -> None:
        run()
        assert told("visit_arranged") == ["Ans", "Joop", "Lale", "Samira", "Tesfay"]
        clock.move_to(DAY_BEFORE - timedelta(hours=2))
        run()
        assert told("reminder_visit") == []
        clock.move_to(DAY_BEFORE)
        run()
        assert told("reminder_visit") == ["Ans", "Joop", "Lale", "Samira", "Tesfay"]
        assert Message.objects.filter(kind="visit_arranged").count() == 5

    def test_who_hears_of_it_the_day_before_is_not_told_twice(self, cast: Cast, asked: Visit, clock: Any) -> None:
        clock.move_to(DAY_BEFORE - timedelta(minutes=30))
        arrange_visit(visit=asked, at=AT, meeting_point="x", by=cast.ambassador)
        run()
        clock.move_to(DAY_BEFORE)
        run()
        assert len(told("visit_arranged")) == 5
        assert not Message.objects.filter(kind="reminder_visit").exists()

    @pytest.mark.parametrize(("at", "where"), [(AT + timedelta(days=1), "bij de poort"), (AT, "bij de kade")])
    def test_another_day_or_place_is_told_again_and_the_old_one_no_more(
        self, cast: Cast, arranged: Visit, at: datetime, where: str
    ) -> None:
        make_messages()
        arrange_visit(visit=arranged, at=at, meeting_point=where, by=cast.ambassador)
        run()
        assert len(told("visit_arranged")) == 5
        assert Message.objects.exclude(given_up="").count() == 5

    def test_who_left_hears_nothing(self, cast: Cast, couples: list[Couple], arranged: Visit, clock: Any) -> None:
        make_messages()
        end_couple(couple=couples[1], reason="no_click", by=cast.leader)
        run()
        assert told("visit_arranged") == ["Ans", "Samira"]
        clock.move_to(DAY_BEFORE)
        run()
        assert told("reminder_visit") == ["Ans", "Samira"]

    def test_off_is_told_to_who_knew_the_date(self, cast: Cast, asked: Visit) -> None:
        call_off = {"reason": "ziek", "by": cast.leader}
        arrange_visit(visit=asked, at=AT, meeting_point="x", by=cast.ambassador)
        make_messages()
        call_off_visit(visit=asked, **call_off)
        run()
        assert Message.objects.filter(sent_at__isnull=False).count() == 0  # nobody knew yet

    def test_the_mails(
        self, cast: Cast, arranged: Visit, clock: Any, mailoutbox: list[EmailMessage], as_user: Any
    ) -> None:
        actions.change_person(participant=cast.ans, person={"email": "ans@example.org"}, part={}, by=None)
        actions.change_person(participant=cast.joop, person={"phone": ""}, part={}, by=None)
        run()
        (first,) = mailoutbox
        assert first.subject == "Mixen in Mokum: Moskee, do 25 mrt, 14:00"
        assert "Jullie bezoek aan Moskee is geregeld." in first.body
        assert "Waar: bij de poort" in first.body
        ((_name, content, _kind),) = first.attachments
        (entry,) = Calendar.from_ical(content).walk("VEVENT")
        assert (entry.decoded("dtstart"), entry["uid"]) == (AT, f"visit-{arranged.pk}@127.0.0.1")
        html = as_user(cast.ambassador).get(page(cast, f"{arranged.pk}/")).content.decode()
        assert "e-mail verstuurd op" in html
        assert "bel zelf" in html  # Joop
        clock.move_to(DAY_BEFORE)
        run()
        assert "Morgen is jullie bezoek aan Moskee." in mailoutbox[1].body
        call_off_visit(visit=arranged, reason="ziek", by=cast.leader)
        run()
        assert mailoutbox[2].subject == "Jullie bezoek aan Moskee gaat niet door"
        assert "25 mrt 2027, 14:00 gaat niet door." in mailoutbox[2].body
        assert "ziek" not in mailoutbox[2].body
        assert not mailoutbox[2].attachments

    @pytest.mark.parametrize("code", ["nl", "en", "ar", "tr", "fr", "es", "uk", "ti", "fa"])
    def test_an_sms_fits_in_every_language(
        self, cast: Cast, arranged: Visit, clock: Any, monkeypatch: pytest.MonkeyPatch, code: str
    ) -> None:
        texts: list[str] = []
        monkeypatch.setattr(sms, "send", lambda number, text: texts.append(text))
        actions.change_person(participant=cast.samira, person={"language": code}, part={}, by=None)
        for participant in (cast.ans, cast.joop, cast.tesfay, cast.lale):
            actions.change_person(participant=participant, person={"phone": ""}, part={}, by=None)
        run()
        clock.move_to(DAY_BEFORE)
        run()
        call_off_visit(visit=arranged, reason="ziek", by=cast.leader)
        run()
        assert len(texts) == 3
        assert all(sms.fits(text) and "14:00" in text for text in texts), texts
        assert len({text.partition("http")[0] for text in texts}) == 3


class TestOverdue:
    def test_a_visit_that_waits_for_a_date(self, cast: Cast, asked: Visit) -> None:
        projects = [cast.project, cast.foreign]
        assert not list(visits_waiting(projects, TODAY + timedelta(days=7)))
        (item,) = visits_waiting(projects, TODAY + timedelta(days=8))
        assert (item.mark, item.key) == ("8", f"visits_waiting:{asked.pk}")
        assert "Ans en Samira; Joop, Tesfay en Lale" in item.reason
        assert not list(visits_waiting([cast.foreign], TODAY + timedelta(days=8)))

    def test_one_of_which_the_date_is_over(self, cast: Cast, arranged: Visit, clock: Any) -> None:
        day = date(2027, 3, 25)
        assert not list(visits_past([cast.project], day))
        (item,) = visits_past([cast.project], day + timedelta(days=1))
        assert item.title == "Zijn ze geweest bij Moskee?"
        assert not list(visits_waiting([cast.project], day + timedelta(days=1)))
        clock.move_to(AT + timedelta(days=1))
        assert Visit.objects.get().is_late()
        note_visit_done(visit=arranged, by=cast.leader)
        assert not list(visits_past([cast.project], day + timedelta(days=1)))


class TestList:
    def test_what_is_shown(self, cast: Cast, couples: list[Couple], asked: Visit, clock: Any, as_user: Any) -> None:
        other = Place.objects.create(name="Kerk", section="home", by_appointment=True)
        dated = ask_visit(project=cast.project, place=other, couples=couples[2:], wished="", by=cast.leader)
        arrange_visit(visit=dated, at=AT, meeting_point="x", by=cast.leader)
        gone = ask_visit(project=cast.project, place=other, couples=couples[:1], wished="", by=cast.leader)
        call_off_visit(visit=gone, reason="ziek", by=cast.leader)

        def shown(asked_for: str) -> list[Visit]:
            answer = as_user(cast.colleague).get(page(cast) + asked_for)
            assert answer.status_code == 200
            return list(answer.context["page_obj"])

        assert shown("") == [asked, dated]
        assert shown("?toon=open") == [asked]
        assert shown("?toon=dated") == [dated]
        assert shown("?toon=off") == [gone]
        assert shown("?toon=all") == [asked, dated, gone]
        assert shown("?toon=all&q=kerk") == [dated, gone]
        assert shown("?q=oksana") == [dated]
        assert shown("?toon=late") == []
        clock.move_to(AT + timedelta(days=1))
        assert shown("?toon=late") == [asked, dated]
        assert shown("?q=%00") == [asked, dated]
