"""A couple's page tells what happened in words, from histories that no deed takes away."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from matching.actions import (
    end_couple,
    extend_couple,
    form_couple,
    hand_couple_to,
    join_couple,
    log_outing,
    make_due_check_ins,
    note_first_appointment,
    pause_couple,
    record_call,
    remove_outing,
    resume_couple,
    say_going_on,
    separate_couple,
)
from matching.models import CheckIn, Couple, Outing
from matching.timeline import timeline_of
from mixen.accounts.models import AuditEvent
from participants.actions import keep_from_matching, report_concern
from participants.models import Participant
from tests.conftest import NOW, Cast
from tests.matching.conftest import Form

TODAY = NOW.date()
SECRET = "Ans vraagt om geld."


def told(couple: Any, private: bool = True) -> list[tuple[date, str, str]]:
    row = Couple.objects.with_members().get(pk=couple.pk)
    return [(one.day, one.what, one.who) for one in timeline_of(row, list(row.outings.all()), private=private)]


def appointment(couple: Any, cast: Cast, day: int, place: str) -> None:
    at = timezone.make_aware(datetime(2027, 3, day, 14, 0))
    note_first_appointment(couple=couple, at=at, place=place, confirmed=True, by=cast.ambassador)


@pytest.fixture
def lived(cast: Cast, form: Form, clock: time_machine.Traveller) -> Any:
    """Joop and Tesfay, whom Lale joins: all that can happen to a couple, until it ends."""
    couple = form("joop", "tesfay")
    appointment(couple, cast, 16, "bij de kassa")
    appointment(couple, cast, 17, "in de bibliotheek")
    clock.shift(timedelta(days=4))
    join_couple(couple=couple, participant=cast.lale, by=cast.colleague)
    mistake = log_outing(couple=couple, day=TODAY + timedelta(days=3), hours=Decimal(1), by=cast.ambassador)
    log_outing(couple=couple, day=TODAY + timedelta(days=4), hours=Decimal("2.5"), by=cast.ambassador)
    remove_outing(outing=mistake, by=cast.leader)
    hand_couple_to(couple=Couple.objects.get(pk=couple.pk), ambassador=cast.colleague, by=cast.leader)
    clock.shift(timedelta(days=12))
    make_due_check_ins(by=None)
    call = CheckIn.objects.get(member__participant=cast.tesfay)
    record_call(check_in=call, outcome="help", note=f"{SECRET} Nee.", by=cast.colleague)
    pause_couple(couple=couple, since=timezone.localdate(), reason="vakantie", by=cast.colleague)
    clock.shift(timedelta(days=7))
    resume_couple(couple=couple, by=cast.colleague)
    for member in couple.members.all():
        say_going_on(member=member, wants=True, by=None)
    extend_couple(couple=couple, by=cast.leader)
    clock.shift(timedelta(days=7))
    end_couple(couple=couple, reason="no_time", note="Te druk op het werk.", by=cast.leader)
    return couple


def test_everything_is_told_in_order_with_who_and_when(cast: Cast, lived: Any) -> None:
    assert told(lived) == [
        (TODAY, "Het koppel begint: gekoppeld door de begeleiding.", "Ambassador"),
        (TODAY, "Eerste afspraak: di 16 maart 2027, 14.00 uur, bij de kassa.", "Ambassador"),
        (TODAY, "Eerste afspraak anders: wo 17 maart 2027, 14.00 uur, in de bibliotheek.", "Ambassador"),
        (date(2027, 3, 16), "In maart 2027 zagen ze elkaar 1 keer, 2,5 uur.", ""),
        (date(2027, 3, 16), "Ambassadeur: Colleague.", "Leader"),
        (date(2027, 3, 16), "Lale komt erbij.", "Colleague"),
        (date(2027, 3, 16), "De ontmoeting van ma 15 maart 2027 is weggehaald.", "Leader"),
        (date(2027, 3, 28), "Pauze: vakantie", "Colleague"),
        (date(2027, 3, 28), "Gebeld met Tesfay (in het begin): vraagt om hulp.", "Colleague"),
        (date(2027, 4, 3), "De pauze duurde tot en met za 3 april 2027.", "Colleague"),
        (date(2027, 4, 4), "De laatste dag wordt za 19 juni 2027.", "Colleague"),
        (date(2027, 4, 4), "Verlengd tot en met zo 19 september 2027.", "Leader"),
        (date(2027, 4, 4), "Joop wil door.", ""),
        (date(2027, 4, 4), "Tesfay wil door.", ""),
        (date(2027, 4, 4), "Lale wil door.", ""),
        (date(2027, 4, 11), "Gestopt: geen tijd. Te druk op het werk.", "Leader"),
    ]


def test_an_ambassador_reads_no_outcome_and_no_words_about_the_end(cast: Cast, lived: Any) -> None:
    lines = [what for _day, what, _who in told(lived, private=False)]
    assert "Gebeld met Tesfay (in het begin)." in lines
    assert lines[-1] == "Gestopt: geen tijd."


def test_a_pause_that_did_not_take_place_is_told(cast: Cast, couple: Any) -> None:
    pause_couple(
        couple=couple, since=TODAY + timedelta(days=5), until=TODAY + timedelta(days=9), reason="weg", by=None
    )
    resume_couple(couple=couple, by=cast.leader)
    lines = [what for _day, what, _who in told(couple)]
    assert "De pauze vanaf wo 17 maart 2027 gaat niet door." in lines
    assert "Pauze tot en met zo 21 maart 2027: weg" in lines


def test_nothing_of_a_concern_is_told_to_anybody(cast: Cast, couple: Any) -> None:
    concern = report_concern(project=cast.project, words=SECRET, where="couple", about=[cast.ans], by=cast.colleague)
    separate_couple(couple=couple, concern=concern, keep_from_matching=[cast.ans], by=cast.coordinator)
    assert told(couple)[-1] == (TODAY, "Gestopt: gestopt door de begeleiding.", "Coordinator")
    whole = " ".join(f"{what} {who}" for _day, what, who in told(couple))
    for word in (SECRET, "zorg", "Colleague", "voorlopig"):
        assert word not in whole


def test_it_asks_as_often_for_a_long_life_as_for_a_short_one(
    cast: Cast, lived: Any, form: Form, django_assert_num_queries: Any
) -> None:
    short = form("ans", "samira")
    for couple in (lived, short):
        row = Couple.objects.with_members().get(pk=couple.pk)
        outings = list(row.outings.all())
        with django_assert_num_queries(6):
            timeline_of(row, outings, private=True)


def test_outings_are_counted_by_month(cast: Cast, couple: Any, clock: time_machine.Traveller) -> None:
    clock.shift(timedelta(days=40))
    for days in (1, 5, 25):
        log_outing(couple=couple, day=TODAY + timedelta(days=days), hours=Decimal(2), by=cast.ambassador)
    assert Outing.objects.count() == 3
    lines = [what for _day, what, _who in told(couple)][1:]
    assert lines == [
        "In maart 2027 zagen ze elkaar 2 keer, samen 4 uur.",
        "In april 2027 zagen ze elkaar 1 keer, 2 uur.",
    ]


class TestPages:
    @pytest.fixture
    def ambassador(self, cast: Cast, as_user: Callable[[Any], Client]) -> Client:
        return as_user(cast.ambassador)

    def url(self, name: str, couple: Any, *more: Any) -> str:
        return reverse(f"matching:{name}", args=[couple.project.slug, couple.pk, *more])

    def test_an_ambassador_notes_wishes_and_a_pause(self, cast: Cast, couple: Any, ambassador: Client) -> None:
        member = couple.members.get(slot=0)
        ambassador.post(self.url("wish", couple, member.pk), {"wil": "door"})
        assert member.going_on.noted_by == cast.ambassador
        page = ambassador.get(couple.get_absolute_url()).content.decode()
        assert "wil door" in page
        assert "zei nog niets" in page
        typed = {"since": "2027-03-01", "until": "", "reason": "Vakantie in Suriname"}
        refused = ambassador.post(self.url("pause", couple), typed)
        assert refused.status_code == 422
        assert "voor de dag waarop het koppel begon" in refused.content.decode()
        assert "Vakantie in Suriname" in refused.content.decode()
        done = ambassador.post(
            self.url("pause", couple), {**typed, "since": "2027-03-12", "moves_end": "on"}, follow=True
        )
        page = done.content.decode()
        assert "Weer op stap" in page
        assert "Pauze: Vakantie in Suriname" in page

    def test_the_leader_is_told_who_has_not_said_yes(
        self, cast: Cast, couple: Any, as_user: Callable[[Any], Client]
    ) -> None:
        page = as_user(cast.leader).post(self.url("extend", couple), follow=True).content.decode()
        assert "Vraag het eerst aan Ans en Samira." in page

    def test_taking_apart_is_not_a_reason_to_choose(self, cast: Cast, couple: Any, as_user: Any) -> None:
        client = as_user(cast.leader)
        assert "gestopt door de begeleiding" not in client.get(self.url("end", couple)).content.decode()
        answer = client.post(self.url("end", couple), {"reason": "separated", "on": "2027-03-12"})
        assert answer.status_code == 422

    def test_from_an_ended_couple_one_is_coupled_again(
        self, cast: Cast, couple: Any, ambassador: Client, as_user: Any, clock: time_machine.Traveller
    ) -> None:
        concern = report_concern(project=cast.project, words=SECRET, where="couple", by=None)
        end_couple(couple=couple, reason="no_click", by=cast.leader)
        keep_from_matching(concern=concern, participant=cast.samira, by=cast.coordinator)
        page = ambassador.get(couple.get_absolute_url()).content.decode()
        again = f"{reverse('matching:make', args=[cast.project.slug])}?deelnemer="
        assert f"{again}{cast.ans.pk}" in page
        assert f"{again}{cast.samira.pk}" not in page
        assert "Of mix opnieuw op" in page
        form = ambassador.get(f"{again}{cast.ans.pk}").content.decode()
        assert f'<option value="{cast.ans.pk}" selected' in form
        clock.shift(timedelta(days=1))
        later = as_user(cast.ambassador).get(couple.get_absolute_url())
        assert "geen mixbijeenkomst meer" in later.content.decode()

    def test_the_coordinator_takes_it_apart_from_the_concern(
        self, cast: Cast, couple: Any, as_user: Callable[[Any], Client]
    ) -> None:
        client = as_user(cast.coordinator)
        concern = report_concern(project=cast.project, words=SECRET, where="couple", about=[cast.ans], by=None)
        address = reverse("matching:separate", args=[cast.project.slug, concern.pk])
        page = client.get(reverse("participants:concern", args=[cast.project.slug, concern.pk])).content.decode()
        assert address in page
        refused = client.post(address, {"caller": "me"})
        assert refused.status_code == 422
        typed = {"couple": couple.pk, "kept": [cast.ans.pk], "caller": "me"}
        done = client.post(address, typed, follow=True).content.decode()
        assert "Koppel Ans en Samira uit elkaar gehaald." in done
        assert Couple.objects.get(pk=couple.pk).end_reason == "separated"
        assert set(CheckIn.objects.filter(kind="stopped").values_list("ambassador", flat=True)) == {
            cast.coordinator.pk
        }
        assert "niemand in een koppel" in client.get(address).content.decode()

    def test_who_calls_reads_only_that_it_stopped(self, cast: Cast, couple: Any, ambassador: Client) -> None:
        concern = report_concern(project=cast.project, words=SECRET, where="couple", about=[cast.ans], by=None)
        separate_couple(couple=couple, concern=concern, by=cast.coordinator)
        calls = ambassador.get(reverse("matching:calls", args=[cast.project.slug])).content.decode()
        assert "na het stoppen van het koppel" in calls
        call = CheckIn.objects.get(member__participant=cast.ans)
        page = ambassador.get(reverse("matching:call", args=[cast.project.slug, call.pk])).content.decode()
        assert "Vertel dat het koppel stopt" in page
        assert SECRET not in page + calls


def test_reading_why_it_ended_is_written_down_as_reading_notes(cast: Cast, as_user: Any) -> None:
    """In somebody's own words, for who leads; whom they are not shown to did not read them."""
    couple = form_couple(project=cast.project, old=cast.ans, new=[cast.samira], by=cast.leader)
    Participant.objects.filter(pk=cast.ans.pk).update(ambassador=cast.ambassador)
    end_couple(couple=couple, reason="no_time", note="Het werd haar te veel.", by=cast.leader)
    people = {str(cast.ans.person_id), str(cast.samira.person_id)}
    for user, shown in ((cast.ambassador, False), (cast.leader, True)):
        page = as_user(user).get(couple.get_absolute_url()).content.decode()
        assert ("Het werd haar te veel." in page) is shown
        rows = AuditEvent.objects.filter(by=user, kind=AuditEvent.Kind.READ, object_type="participants.Person")
        assert {row.object_id for row in rows if "notes" in row.fields} == (people if shown else set())
