"""Forming, widening, extending and ending a couple, and what that does to the people in it."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from matching.actions import end_couple, form_couple, join_couple, note_first_appointment
from matching.models import Couple, CoupleMember, EndReason
from mixen.errors import DomainError
from participants.actions import assign_ambassador, issue_certificates, sign_up, withdraw
from participants.models import Participant, Status
from tests.conftest import Cast, registered, signed_up
from tests.matching.conftest import Form, everybody_goes_on, undone

TODAY = date(2027, 3, 12)
CLOSING = date(2027, 6, 12)

REFUSED_COUPLES = [
    ("ans", ["willem"], "precies één"),
    ("lale", ["oksana"], "precies één"),
    ("lale", ["willem"], "oude"),
    ("ans", ["willem", "lale"], "precies één"),
    ("ans", [], "ten minste één"),
    ("ans", ["lale", "oksana"], "Ans wil er ten hoogste 1"),
    ("joop", ["tesfay", "lale", "oksana"], "Joop wil er ten hoogste 2"),
    ("corrie", ["samira", "lale", "oksana", "maryam"], "ten hoogste drie"),
    ("ans", ["lale", "lale"], "twee keer"),
    ("ans", ["ans"], "twee keer"),
    ("corrie", ["tesfay"], "Tesfay"),
    ("corrie", ["robin"], "Robin"),
    ("corrie", ["lale", "tesfay"], "Tesfay"),
    ("willem", ["samira"], "Willem"),
    ("kees", ["samira"], "Kees"),
    ("joop", ["samira", "tesfay"], "Joop, Tesfay"),
    ("ans", ["fatima"], "ander project"),
]
REFUSED_JOINS = [
    (("ans", "samira"), "lale", "Ans wil er ten hoogste 1"),
    (("joop", "tesfay", "lale"), "oksana", "Joop wil er ten hoogste 2"),
    (("joop", "tesfay"), "samira", "Joop, Tesfay"),
    (("corrie", "lale"), "tesfay", "Tesfay"),
    (("corrie", "lale"), "robin", "Robin"),
    (("joop", "tesfay"), "willem", "precies één"),
    (("joop", "tesfay"), "tesfay", "Joop en Tesfay"),
    (("joop", "tesfay"), "fatima", "ander project"),
]


def statuses(cast: Cast) -> dict[str, str]:
    known = dict(Participant.objects.values_list("pk", "status"))
    return {name: known[one.pk] for name, one in cast.people.items()}


def status(participant: Any) -> str:
    return Participant.objects.get(pk=participant.pk).status


@pytest.fixture
def more(cast: Cast) -> Cast:
    """The cast with a fourth new woman, somebody who does not say, and Noord's Fatima."""
    for name, side, gender in [("Maryam", "new", "woman"), ("Robin", "new", "unsaid"), ("Kees", "old", "unsaid")]:
        cast.people[name.lower()] = signed_up(cast.project, name, side, cast.ambassador, {"gender": gender}, {})
    cast.people["fatima"] = signed_up(cast.foreign, "Fatima", "new", cast.foreign_ambassador, {"gender": "woman"}, {})
    return cast


class TestForm:
    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("ans", ["samira"]),
            ("willem", ["tesfay"]),
            ("joop", ["tesfay", "lale"]),
            ("corrie", ["samira", "lale", "oksana"]),
        ],
    )
    def test_one_old_with_one_to_three_new(self, cast: Cast, form: Form, old: str, new: list[str]) -> None:
        couple = form(old, *new)
        assert couple.people == [cast.people[name] for name in [old, *new]]
        assert (couple.formed_on, couple.planned_end) == (TODAY, date(2027, 6, 12))
        now = statuses(cast)
        assert {name for name, status in now.items() if status == Status.COUPLED} == {old, *new}
        assert {status for name, status in now.items() if name not in {old, *new}} == {Status.SIGNED_UP}

    def test_other_shapes_are_refused_and_change_nothing(self, more: Cast, form: Form, subtests: Any) -> None:
        before = statuses(more)
        for old, new, words in REFUSED_COUPLES:
            with subtests.test(old=old, new=new), undone():
                with pytest.raises(DomainError) as refusal:
                    form(old, *new)
                assert words in refusal.value.message
                assert statuses(more) == before
                assert not Couple.objects.exists()
                assert not CoupleMember.objects.exists()

    def test_a_couple_of_people_who_do_not_say_their_gender(self, more: Cast, form: Form) -> None:
        assert [one.person.goes_by for one in form("kees", "robin").people] == ["Kees", "Robin"]

    def test_who_only_showed_interest_is_refused(self, cast: Cast) -> None:
        new = registered(cast.project, "Nadia", "new", cast.ambassador, {"gender": "woman"}, {})
        with pytest.raises(DomainError, match="Nadia"):
            form_couple(project=cast.project, old=cast.ans, new=[new], by=cast.ambassador)
        assert status(cast.ans) == Status.SIGNED_UP

    def test_who_stopped_is_refused(self, cast: Cast, form: Form) -> None:
        withdraw(participant=cast.samira, reason="verhuisd", by=cast.ambassador)
        with pytest.raises(DomainError, match="Samira"):
            form("ans", "samira")

    def test_the_agreed_months_of_the_project_count(self, cast: Cast, form: Form) -> None:
        cast.project.couple_months = 4
        assert form("ans", "samira", on=date(2027, 1, 31)).planned_end == date(2027, 5, 31)

    def test_the_end_of_a_short_month(self, form: Form) -> None:
        assert form("ans", "samira", on=date(2026, 11, 30)).planned_end == date(2027, 2, 28)

    @pytest.mark.parametrize(("old", "new"), [("ans", "lale"), ("corrie", "samira")], ids=["old", "new"])
    def test_who_is_in_a_couple_is_refused_and_told_who_was_first(
        self, cast: Cast, couple: Any, clock: time_machine.Traveller, old: str, new: str
    ) -> None:
        clock.shift(timedelta(minutes=7))
        with pytest.raises(DomainError) as refusal:
            form_couple(project=cast.project, old=cast.people[old], new=[cast.people[new]], by=cast.colleague)
        for words in ("Ans en Samira", "Ambassador", "14.00 uur"):
            assert words in refusal.value.message
        assert statuses(cast)["lale"] == statuses(cast)["corrie"] == Status.SIGNED_UP

    def test_the_system_can_be_first(self, cast: Cast, form: Form) -> None:
        form("ans", "samira", by=None)
        with pytest.raises(DomainError, match="het systeem"):
            form("ans", "lale")

    def test_who_joined_later_is_told_who_added_them(self, cast: Cast, form: Form) -> None:
        """Not who formed the couple: the person asked for was not in it then."""
        joop = form("joop", "tesfay")
        join_couple(couple=joop, participant=cast.lale, by=cast.colleague)
        with pytest.raises(DomainError) as refusal:
            form("ans", "lale", by=cast.leader)
        assert "Colleague" in refusal.value.message

    def test_the_ambassador_of_the_couple_looks_after_who_has_none(self, cast: Cast, form: Form) -> None:
        assign_ambassador(participant=cast.samira, ambassador=None, by=cast.coordinator)
        form("ans", "samira", ambassador=cast.colleague)
        caring = dict(Participant.objects.values_list("pk", "ambassador"))
        assert caring[cast.samira.pk] == cast.colleague.pk
        assert caring[cast.ans.pk] == cast.ambassador.pk

    def test_it_is_recorded_who_made_it(self, cast: Cast, couple: Any) -> None:
        row = couple.history.get()
        assert (row.history_user, row.history_change_reason) == (cast.ambassador, "matching.form_couple")
        moved = Participant.history.filter(id=cast.ans.pk).latest("history_date", "history_id")
        assert (moved.status, moved.history_change_reason) == (Status.COUPLED, "matching.form_couple")


class TestJoin:
    def test_a_newcomer_takes_the_next_place(self, cast: Cast, form: Form) -> None:
        couple = form("joop", "tesfay")
        member = join_couple(couple=couple, participant=cast.lale, by=cast.ambassador, on=TODAY + timedelta(days=3))
        assert (member.slot, member.joined_on) == (2, date(2027, 3, 15))
        assert Couple.objects.get(pk=couple.pk).title == "Joop, Tesfay en Lale"
        assert status(cast.lale) == Status.COUPLED

    def test_what_forming_refuses_joining_refuses(self, more: Cast, form: Form, subtests: Any) -> None:
        for couple, newcomer, words in REFUSED_JOINS:
            with subtests.test(couple=couple, newcomer=newcomer), undone():
                row = form(*couple)
                before = statuses(more)
                with pytest.raises(DomainError) as refusal:
                    join_couple(couple=row, participant=more.people[newcomer], by=more.ambassador)
                assert words in refusal.value.message
                assert statuses(more) == before
                assert CoupleMember.objects.count() == len(couple)

    def test_nobody_joins_who_is_in_another_couple(self, cast: Cast, form: Form, couple: Any) -> None:
        with pytest.raises(DomainError, match="Ans en Samira"):
            join_couple(couple=form("corrie", "lale"), participant=cast.samira, by=cast.ambassador)

    def test_nobody_joins_a_couple_that_stopped(self, cast: Cast, form: Form) -> None:
        couple = form("joop", "tesfay")
        page = Couple.objects.get(pk=couple.pk)
        end_couple(couple=couple, reason=EndReason.NO_CLICK, by=cast.leader)
        with pytest.raises(DomainError, match="al gestopt"):
            join_couple(couple=page, participant=cast.lale, by=cast.ambassador)
        assert status(cast.lale) == Status.SIGNED_UP


class TestEnd:
    def test_broken_off_early_people_can_be_mixed_again(
        self, cast: Cast, form: Form, couple: Any, subtests: Any
    ) -> None:
        for reason in set(EndReason) - {EndReason.COMPLETED, EndReason.SEPARATED}:
            with subtests.test(reason=reason), undone():
                end_couple(couple=couple, reason=reason, note="belde zelf", by=cast.leader)
                ended = Couple.objects.get(pk=couple.pk)
                assert (ended.ended_on, ended.end_reason, ended.end_note) == (TODAY, reason, "belde zelf")
                assert status(cast.ans) == status(cast.samira) == Status.SIGNED_UP
                assert form("ans", "lale").is_active
                assert form("corrie", "samira").is_active

    def test_after_the_agreed_time_everybody_completed(self, cast: Cast, couple: Any) -> None:
        end_couple(couple=couple, reason="completed", on=couple.planned_end, by=cast.leader)
        assert status(cast.ans) == status(cast.samira) == Status.COMPLETED

    def test_nobody_completed_before_the_agreed_time_and_the_closing_meeting(self, cast: Cast, form: Form) -> None:
        """The project closes on 12 June; the couple formed late has until 1 August, but may stop at the closing."""
        couple = form("ans", "samira", on=date(2027, 5, 1))
        with pytest.raises(DomainError) as refusal:
            end_couple(couple=couple, reason="completed", on=CLOSING - timedelta(days=1), by=cast.leader)
        assert refusal.value.field == "reason"
        assert status(cast.ans) == status(cast.samira) == Status.COUPLED
        end_couple(couple=couple, reason="completed", on=CLOSING, by=cast.leader)
        assert status(cast.ans) == status(cast.samira) == Status.COMPLETED

    @pytest.mark.parametrize("reason", ["stopped", "completed"])
    def test_who_leaves_the_project_stops_and_the_other_does_not(self, cast: Cast, couple: Any, reason: str) -> None:
        end_couple(
            couple=couple,
            reason=reason,
            note="verhuisd naar Zwolle",
            stopping=[cast.samira],
            on=CLOSING,
            by=cast.leader,
        )
        gone = Participant.objects.get(pk=cast.samira.pk)
        assert (gone.status, gone.stop_reason) == (Status.STOPPED, "verhuisd naar Zwolle")
        assert status(cast.ans) == {"stopped": Status.SIGNED_UP, "completed": Status.COMPLETED}[reason]

    def test_a_reason_of_stopping_is_kept_without_a_note(self, cast: Cast, couple: Any) -> None:
        end_couple(couple=couple, reason="stopped", stopping=[cast.samira], by=cast.leader)
        assert Participant.objects.get(pk=cast.samira.pk).stop_reason

    def test_who_has_a_certificate_keeps_the_status(self, cast: Cast, couple: Any) -> None:
        issue_certificates(project=cast.project, on=CLOSING, by=cast.coordinator)
        end_couple(couple=couple, reason="no_time", stopping=[cast.samira], by=cast.leader)
        assert status(cast.ans) == status(cast.samira) == Status.COMPLETED

    def test_history_tells_who_was_in_it(self, cast: Cast, form: Form, couple: Any) -> None:
        end_couple(couple=couple, reason="no_click", by=cast.leader)
        form("ans", "lale")
        ended = Couple.objects.get(pk=couple.pk)
        assert ended.title == "Ans en Samira"
        assert set(ended.members.values_list("participant", "left_on")) == {
            (cast.ans.pk, TODAY),
            (cast.samira.pk, TODAY),
        }
        assert list(Couple.objects.active().values_list("pk", flat=True)) == [Couple.objects.latest("pk").pk]
        last = ended.history.latest("history_date", "history_id")
        assert (last.history_user, last.history_change_reason) == (cast.leader, "matching.end_couple")

    def test_not_twice(self, cast: Cast, couple: Any) -> None:
        page = Couple.objects.get(pk=couple.pk)
        end_couple(couple=couple, reason="no_click", by=cast.leader)
        with pytest.raises(DomainError, match="al gestopt"):
            end_couple(couple=page, reason="completed", by=cast.leader)
        assert Couple.objects.get(pk=couple.pk).end_reason == "no_click"
        assert status(cast.ans) == Status.SIGNED_UP

    def test_not_before_it_began(self, cast: Cast, couple: Any) -> None:
        with pytest.raises(DomainError) as refusal:
            end_couple(couple=couple, reason="no_click", on=TODAY - timedelta(days=1), by=cast.leader)
        assert refusal.value.field == "on"
        assert status(cast.ans) == Status.COUPLED

    def test_who_joined_counts_when_the_end_is_noted_late(
        self, cast: Cast, form: Form, clock: time_machine.Traveller
    ) -> None:
        """The end is dated before the last one joined: either that is refused, or all three stay on record."""
        couple = form("joop", "tesfay")
        clock.shift(timedelta(days=10))
        join_couple(couple=couple, participant=cast.lale, by=cast.ambassador)
        clock.shift(timedelta(days=10))
        try:
            end_couple(couple=couple, reason="no_time", on=TODAY + timedelta(days=5), by=cast.leader)
        except DomainError:
            assert Couple.objects.get(pk=couple.pk).is_active
        else:
            assert Couple.objects.get(pk=couple.pk).title == "Joop, Tesfay en Lale"

    def test_taking_apart_takes_a_concern(self, cast: Cast, couple: Any) -> None:
        with pytest.raises(DomainError, match="bij een zorg"):
            end_couple(couple=couple, reason=EndReason.SEPARATED, by=cast.coordinator)
        assert Couple.objects.get(pk=couple.pk).is_active

    def test_an_unknown_reason_is_refused(self, cast: Cast, couple: Any) -> None:
        with pytest.raises(ValueError, match="zomaar"):
            end_couple(couple=couple, reason="zomaar", by=cast.leader)
        assert Couple.objects.get(pk=couple.pk).is_active


class TestExtend:
    def test_three_months_longer_and_only_once(self, cast: Cast, couple: Any) -> None:
        everybody_goes_on(couple, cast.leader)
        assert Couple.objects.get(pk=couple.pk).planned_end == date(2027, 9, 12)
        with pytest.raises(DomainError, match="al verlengd"):
            everybody_goes_on(couple, cast.leader)
        assert Couple.objects.get(pk=couple.pk).planned_end == date(2027, 9, 12)

    def test_a_couple_that_stopped_is_not_extended(self, cast: Cast, couple: Any) -> None:
        end_couple(couple=couple, reason="no_time", by=cast.leader)
        with pytest.raises(DomainError, match="al gestopt"):
            everybody_goes_on(couple, cast.leader)


class TestFirstAppointment:
    def test_date_time_and_place_are_kept(self, cast: Cast, couple: Any) -> None:
        at = timezone.make_aware(datetime(2027, 3, 12, 16, 30))
        note_first_appointment(couple=couple, at=at, place="bij de kassa", confirmed=True, by=cast.ambassador)
        kept = Couple.objects.get(pk=couple.pk)
        assert (kept.first_appointment_at, kept.first_appointment_place) == (at, "bij de kassa")
        assert kept.first_appointment_confirmed

    def test_a_changed_appointment_replaces_the_first(self, cast: Cast, couple: Any) -> None:
        for day, confirmed in [(20, True), (21, False)]:
            at = timezone.make_aware(datetime(2027, 3, day, 10, 0))
            note_first_appointment(couple=couple, at=at, place="Plein", confirmed=confirmed, by=cast.ambassador)
        kept = Couple.objects.get(pk=couple.pk)
        assert (timezone.localdate(kept.first_appointment_at), kept.first_appointment_confirmed) == (
            date(2027, 3, 21),
            False,
        )

    def test_the_day_in_amsterdam_is_not_before_the_couple(self, cast: Cast, couple: Any) -> None:
        def note(at: str) -> None:
            moment = datetime.fromisoformat(at)
            note_first_appointment(couple=couple, at=moment, place="Plein", confirmed=True, by=cast.ambassador)

        with pytest.raises(DomainError) as refusal:
            note("2027-03-11T23:59:00+01:00")
        assert refusal.value.field == "day"
        assert Couple.objects.get(pk=couple.pk).first_appointment_at is None
        note("2027-03-11T23:30:00+00:00")  # half past midnight in Amsterdam
        assert Couple.objects.get(pk=couple.pk).first_appointment_at is not None

    def test_not_for_a_couple_that_stopped(self, cast: Cast, couple: Any) -> None:
        end_couple(couple=couple, reason="no_click", by=cast.leader)
        with pytest.raises(DomainError, match="al gestopt"):
            note_first_appointment(couple=couple, at=timezone.now(), place="Plein", confirmed=True, by=cast.ambassador)


class TestStaleForms:
    """Somebody filled in a form that was opened before the couple was formed."""

    def test_who_was_coupled_meanwhile_cannot_be_taken_off_the_project(self, cast: Cast, form: Form) -> None:
        page = Participant.objects.get(pk=cast.samira.pk)
        form("ans", "samira")
        with pytest.raises(DomainError):
            withdraw(participant=page, reason="verhuisd", by=cast.colleague)
        assert status(cast.samira) == Status.COUPLED

    def test_who_was_coupled_meanwhile_is_not_signed_up_anew(self, cast: Cast, form: Form) -> None:
        nadia = registered(cast.project, "Nadia", "new", cast.ambassador, {"gender": "woman"}, {})
        page = Participant.objects.get(pk=nadia.pk)
        sign_up(participant=nadia, signed_as="Nadia", by=cast.ambassador)
        form_couple(project=cast.project, old=cast.ans, new=[nadia], by=cast.ambassador)
        with pytest.raises(DomainError):
            sign_up(participant=page, signed_as="Nadia", by=cast.colleague)
        assert status(nadia) == Status.COUPLED


class TestConstraints:
    """What the actions refuse the database refuses as well."""

    def refused(self, **fields: Any) -> None:
        with pytest.raises(IntegrityError), transaction.atomic():
            CoupleMember.objects.create(joined_on=TODAY, **fields)

    def test_a_second_active_membership(self, cast: Cast, couple: Any, form: Form) -> None:
        self.refused(couple=form("corrie", "lale"), participant=cast.samira, slot=2)

    def test_a_fifth_place(self, cast: Cast, couple: Any) -> None:
        self.refused(couple=couple, participant=cast.lale, slot=4)

    @pytest.mark.parametrize("slot", [0, 1])
    def test_two_in_one_place(self, cast: Cast, couple: Any, slot: int) -> None:
        self.refused(couple=couple, participant=cast.lale, slot=slot)

    def test_leaving_before_joining(self, cast: Cast, couple: Any) -> None:
        self.refused(couple=couple, participant=cast.lale, slot=2, left_on=TODAY - timedelta(days=1))

    def test_a_couple_with_impossible_dates(self, couple: Any, subtests: Any) -> None:
        impossible: list[dict[str, Any]] = [
            {"ended_on": TODAY},
            {"end_reason": "no_click"},
            {"ended_on": TODAY - timedelta(days=1), "end_reason": "no_click"},
            {"planned_end": TODAY},
        ]
        for fields in impossible:
            with subtests.test(fields=fields), pytest.raises(IntegrityError), transaction.atomic():
                Couple.objects.filter(pk=couple.pk).update(**fields)

    def test_a_place_is_free_again_when_somebody_left(self, cast: Cast, couple: Any) -> None:
        couple.members.filter(participant=cast.samira).update(left_on=TODAY)
        CoupleMember.objects.create(couple=couple, participant=cast.lale, slot=1, joined_on=TODAY)
        assert couple.members.filter(left_on__isnull=True).count() == 2
