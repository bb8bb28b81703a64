"""The pages of the calls: the list in order of need, one call on the tablet, what was done, and handing over."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine

from matching.actions import make_due_check_ins, record_call
from matching.models import CheckIn, Couple
from participants.models import Participant
from tests.conftest import Cast
from tests.matching.conftest import Form


@pytest.fixture
def due(cast: Cast, form: Form, clock: time_machine.Traveller) -> Cast:
    """Two weeks later: Ans and Samira are the ambassador's to call, Corrie and Lale a colleague's."""
    form("ans", "samira")
    form("corrie", "lale", ambassador=cast.colleague)
    clock.shift(timedelta(days=14))
    make_due_check_ins(by=None)
    return cast


def call_of(who: Any) -> CheckIn:
    return CheckIn.objects.get(member__participant=who)


def address(cast: Cast, rest: str = "") -> str:
    return f"{cast.project.get_absolute_url()}belronde/{rest}"


def names(response: Any) -> list[str]:
    return [row.member.participant.person.goes_by for row in response.context["page_obj"]]


class TestList:
    def test_an_ambassador_sees_the_own_calls_and_who_leads_all(self, due: Cast, as_user: Any) -> None:
        assert names(as_user(due.ambassador).get(address(due))) == ["Ans", "Samira"]
        assert names(as_user(due.leader).get(address(due))) == ["Ans", "Samira", "Corrie", "Lale"]

    def test_who_was_tried_a_moment_ago_comes_last_with_a_hint(
        self, due: Cast, as_user: Any, clock: time_machine.Traveller
    ) -> None:
        record_call(check_in=call_of(due.ans), outcome="no_answer", note="", by=due.ambassador)
        page = as_user(due.ambassador).get(address(due))
        assert names(page) == ["Samira", "Ans"]
        text = " ".join(page.content.decode().split())
        assert "1 keer gebeld, laatst op vr 26 maart 2027." in text
        assert "Probeer het vanaf zo 28 maart 2027 nog eens" in text
        clock.shift(timedelta(days=2))
        assert names(as_user(due.ambassador).get(address(due))) == ["Ans", "Samira"]

    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            ("", ["Lale"]),
            ("toon=late", []),
            ("toon=coordinator", ["Samira"]),
            ("toon=spoken", ["Ans", "Samira", "Corrie"]),
            ("toon=handled", ["Corrie"]),
            ("toon=all", ["Ans", "Samira", "Corrie", "Lale"]),
            ("toon=all&q=corr", ["Corrie"]),
            ("toon=all&kind=halfway", []),
            ("toon=onzin", ["Lale"]),
        ],
    )
    def test_it_shows_what_was_asked_for(self, due: Cast, as_user: Any, asked: str, found: list[str]) -> None:
        from matching.actions import handle_check_in

        record_call(check_in=call_of(due.ans), outcome="well", note="", by=due.ambassador)
        record_call(check_in=call_of(due.samira), outcome="help", note="", by=due.ambassador)
        record_call(check_in=call_of(due.corrie), outcome="help", note="", by=due.colleague)
        handle_check_in(check_in=call_of(due.corrie), note="samen gebeld", by=due.leader)
        page = as_user(due.leader).get(f"{address(due)}?{asked}")
        assert names(page) == found
        assert ("Opgepakt op" in page.content.decode()) is ("Corrie" in found)
        assert "samen gebeld" not in page.content.decode()  # what was noted stands on the page of the call

    def test_an_ambassador_cannot_ask_for_anothers(self, due: Cast, as_user: Any) -> None:
        page = as_user(due.ambassador).get(f"{address(due)}?toon=all&ambassador={due.colleague.pk}")
        assert names(page) == ["Ans", "Samira"]

    def test_after_three_times_it_is_no_longer_on_the_list_of_who_calls(self, due: Cast, as_user: Any) -> None:
        for _time in range(3):
            record_call(check_in=call_of(due.ans), outcome="no_answer", note="", by=due.ambassador)
        assert names(as_user(due.ambassador).get(address(due))) == ["Samira"]
        leads = as_user(due.leader).get(address(due))
        assert [row.member.participant for row in leads.context["help"]] == [due.ans]

    def test_who_called_reads_that_the_coordinator_takes_over(self, due: Cast, as_user: Any) -> None:
        client, page = as_user(due.ambassador), address(due, f"{call_of(due.ans).pk}/")
        assert "Dit ligt nu bij de coördinator." not in client.get(page).content.decode()
        for attempts in range(3):
            sent = {"outcome": "no_answer", "attempts": attempts}
            told = client.post(page, sent, follow=True).content.decode()
            assert ("De coördinator neemt het over." in told) is (attempts == 2)
        assert "Dit ligt nu bij de coördinator." in client.get(page).content.decode()

    def test_a_tap_that_comes_twice_is_one_attempt(self, due: Cast, as_user: Any) -> None:
        for _tap in range(2):
            page = address(due, f"{call_of(due.ans).pk}/")
            assert as_user(due.ambassador).post(page, {"outcome": "no_answer", "attempts": "0"}).status_code == 302
        assert call_of(due.ans).attempts == 1


class TestCall:
    def test_it_has_a_number_to_tap_and_questions_and_when_they_last_met(self, due: Cast, as_user: Any) -> None:
        page = address(due, f"{call_of(due.samira).pk}/")
        text = as_user(due.ambassador).get(page).content.decode()
        assert 'href="tel:+31612345678"' in text
        assert "wa.me" not in text
        assert "Hebben jullie elkaar al gezien?" in text
        assert "Ze hebben elkaar nog niet gezien." in text
        Participant.objects.filter(pk=due.samira.pk).update(whatsapp_ok=True)
        CheckIn.objects.update(kind="halfway")
        text = as_user(due.ambassador).get(page).content.decode()
        assert 'href="https://wa.me/31612345678"' in text
        assert "Hebben jullie elkaar al gezien?" not in text
        assert "Hoe vaak zien jullie elkaar?" in text

    def test_a_button_notes_how_it_went_and_the_next_appointment(self, due: Cast, as_user: Any) -> None:
        call = call_of(due.samira)
        sent = {"outcome": "answered", "day": "2027-04-03", "at": "10:30", "place": "Bij de OBA"}
        response = as_user(due.ambassador).post(address(due, f"{call.pk}/"), sent)
        assert response.url == address(due)
        assert call_of(due.samira).outcome == "answered"
        couple = Couple.objects.get(members__participant=due.samira)
        assert (str(couple.next_appointment_at), couple.next_appointment_place) == (
            "2027-04-03 08:30:00+00:00",
            "Bij de OBA",
        )
        again = as_user(due.ambassador).get(address(due, f"{call.pk}/")).content.decode()
        assert "Volgende afspraak: za 3 april 2027, 10.30 uur." in again

    @pytest.mark.parametrize(
        ("sent", "field"),
        [
            ({}, "outcome"),
            ({"outcome": "open"}, "outcome"),
            ({"outcome": "help", "note": ""}, "note"),
            ({"outcome": "well", "day": "2027-04-03"}, "at"),
            ({"outcome": "well", "at": "10:30"}, "day"),
            ({"outcome": "well", "place": "OBA", "at": "10:30"}, "day"),
            ({"outcome": "well", "day": "2027-03-25", "at": "10:30"}, "day"),
        ],
    )
    def test_what_is_wrong_is_said_at_its_field_and_nothing_is_noted(
        self, due: Cast, as_user: Any, sent: dict[str, str], field: str
    ) -> None:
        call = call_of(due.samira)
        response = as_user(due.ambassador).post(address(due, f"{call.pk}/"), {"note": "Typte dit al", **sent})
        assert response.status_code == 422
        assert field in response.context["form"].errors
        assert call_of(due.samira).attempts == 0
        if sent.get("note") != "":
            assert "Typte dit al" in response.content.decode()

    def test_who_stops_gives_who_leads_the_way_to_end_the_couple(self, due: Cast, as_user: Any) -> None:
        call = call_of(due.samira)
        record_call(check_in=call, outcome="stopped", note="verhuist", by=due.ambassador)
        couple = Couple.objects.get(members__participant=due.samira)
        way = f'href="{couple.get_absolute_url()}stoppen/"'
        page = address(due, f"{call.pk}/")
        assert way in as_user(due.leader).get(page).content.decode()
        assert way not in as_user(due.ambassador).get(page).content.decode()

    def test_what_was_done_can_be_read_back_by_who_called(self, due: Cast, as_user: Any) -> None:
        call = call_of(due.samira)
        record_call(check_in=call, outcome="help", note="durft niet te bellen", by=due.ambassador)
        page = address(due, f"{call.pk}/opgepakt/")
        empty = as_user(due.leader).post(page, {"note": ""})
        assert (empty.status_code, list(empty.context["form"].errors)) == (422, ["note"])
        assert "durft niet te bellen" in as_user(due.leader).get(page).content.decode()
        assert as_user(due.leader).post(page, {"note": "Samen gebeld"}).status_code == 302
        text = as_user(due.ambassador).get(address(due, f"{call.pk}/")).content.decode()
        assert "Opgepakt op vr 26 maart 2027" in text
        assert "Samen gebeld" in text


class TestHandingOver:
    def test_an_ambassador_hands_over_the_own_list(self, due: Cast, as_user: Any) -> None:
        client = as_user(due.ambassador)
        assert "of" not in client.get(address(due, "overdragen/")).context["form"].fields
        sent = {"to": due.colleague.pk, "of": due.colleague.pk, "people_too": "on"}
        response = client.post(address(due, "overdragen/"), sent, follow=True)
        assert "Colleague neemt het over. Gesprekken: 2, koppels: 1" in response.content.decode()
        assert names(response) == []

    def test_who_leads_hands_over_anybodys(self, due: Cast, as_user: Any) -> None:
        sent = {"of": due.colleague.pk, "to": due.ambassador.pk}
        assert as_user(due.leader).post(address(due, "overdragen/"), sent).status_code == 302
        assert names(as_user(due.ambassador).get(address(due))) == ["Ans", "Samira", "Corrie", "Lale"]
        assert Couple.objects.filter(ambassador=due.colleague).count() == 1  # without the tick only the calls

    @pytest.mark.parametrize("to", ["ambassador", "foreign_ambassador", "official"])
    def test_only_to_somebody_else_of_the_team(self, due: Cast, as_user: Any, to: str) -> None:
        response = as_user(due.ambassador).post(address(due, "overdragen/"), {"to": getattr(due, to).pk})
        assert response.status_code == 422
        assert response.context["form"].errors["to"] == ["Kies iets uit de lijst."]


def test_the_days_are_told_in_words_and_changed_by_who_leads(due: Cast, as_user: Any) -> None:
    meetings = f"{due.project.get_absolute_url()}bijeenkomsten/"
    said = " ".join(as_user(due.ambassador).get(meetings).content.decode().split())
    assert "iedereen wordt gebeld 14 dagen nadat het koppel begon, en halverwege de tijd van het koppel." in said
    page = as_user(due.leader).get(f"{due.project.get_absolute_url()}aanpassen/")
    form = page.context["form"]
    sent = {name: form[name].value() if form[name].value() is not None else "" for name in form.fields}
    sent |= {"early_call_after": "10", "halfway_calls_from": "2027-04-20"}
    sent |= {name: f"{sent[name]:%Y-%m-%d}" for name in ("starts_on", "ends_on")}
    response = as_user(due.leader).post(f"{due.project.get_absolute_url()}aanpassen/", sent)
    assert response.status_code == 302
    said = " ".join(as_user(due.leader).get(meetings).content.decode().split())
    assert "10 dagen nadat het koppel begon, en halverwege: vanaf di 20 april 2027." in said
    assert {str(row.due_on) for row in CheckIn.objects.all()} == {"2027-03-22"}


def test_the_first_page_of_an_ambassador_has_calls_couples_and_people_of_their_own(
    due: Cast, as_user: Any, clock: time_machine.Traveller
) -> None:
    clock.shift(timedelta(days=1))
    page = as_user(due.ambassador).get("/")
    assert [call.member.participant for call in page.context["calls"]] == [due.ans, due.samira]
    assert [couple.title for couple, _last in page.context["unseen"]] == ["Ans en Samira"]
    assert len(page.context["people"]) == 8
    text = page.content.decode()
    for call in page.context["calls"]:
        assert f'href="{address(due, f"{call.pk}/")}"' in text
    assert f'href="{due.samira.get_absolute_url()}"' in text
    assert "Corrie en Lale" not in text
