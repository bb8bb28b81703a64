"""What goes on which day: calendar months, one plan for rehearsal and run, each person by themselves."""

from datetime import date, datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from matching.actions import end_couple, extend_couple, form_couple, log_outing, say_going_on
from matching.models import CheckIn, Couple, Outing
from mixen.accounts.models import AuditEvent
from participants import actions, retention
from participants.forgetting import FORGOTTEN
from participants.models import Claim, ErasedRegistration, Participant, Person, Status
from participants.retention import plan_for
from participants.staying import Stay, is_asked, stay_of
from projects.actions import invite_to_team
from projects.models import Project, TeamInvitation
from tests.access.marking import everything_kept, places_of
from tests.conftest import Cast, registered

REGISTERED = date(2027, 3, 12)
END = date(2027, 7, 30)


def run() -> list[str]:
    """The command itself; the lines it printed."""
    out = StringIO()
    call_command("retention", stdout=out)
    return out.getvalue().splitlines()


def rehearse() -> list[str]:
    out = StringIO()
    call_command("retention", "--dry-run", stdout=out)
    return out.getvalue().splitlines()


def at(clock: Any, day: date, hour: int = 12) -> None:
    """Turn the clock to ``day``, on the clock of Amsterdam."""
    clock.move_to(timezone.make_aware(datetime(day.year, day.month, day.day, hour)))


@pytest.mark.parametrize(
    ("since", "asked", "goes"),
    [
        (date(2027, 3, 12), date(2027, 9, 12), date(2028, 3, 12)),
        (date(2027, 8, 31), date(2028, 2, 29), date(2028, 8, 31)),
        (date(2028, 2, 29), date(2028, 8, 29), date(2029, 2, 28)),
    ],
)
def test_terms_are_calendar_months(since: date, asked: date, goes: date) -> None:
    """The last day of a month stays within the month."""
    stay = Stay(1, 1, 1, Status.SIGNED_UP, is_matched=False, since=since)
    assert (stay.asked_on, stay.goes_on) == (asked, goes)
    assert not stay.is_over(goes - timedelta(days=1))
    assert stay.is_over(goes)


def test_somebody_without_a_buddy_goes_after_a_year(cast: Cast, clock: Any) -> None:
    """Not on the day before, and on that day: name and all."""
    at(clock, REGISTERED + relativedelta(months=12) - timedelta(days=1))
    run()
    assert Person.objects.get(pk=cast.joop.person_id).name == "Joop Proefpersoon"
    at(clock, REGISTERED + relativedelta(months=12), hour=1)  # it is still the day before in Greenwich
    lines = run()
    assert Person.objects.get(pk=cast.joop.person_id).name == FORGOTTEN
    assert Participant.objects.get(pk=cast.joop.pk).status == Status.STOPPED
    assert f"person {cast.joop.person_id}: everything, unmatched, kept until 2028-03-12" in lines
    assert run() == []


def test_practice_is_forgotten_too(cast: Cast, clock: Any) -> None:
    """Who only joined in to train is a person as well."""
    Project.objects.filter(pk=cast.project.pk).update(is_practice=True)
    at(clock, REGISTERED + relativedelta(months=12))
    assert cast.joop.person_id in {stay.person for stay in plan_for().people}


def test_who_said_yes_has_another_year(cast: Cast, clock: Any) -> None:
    """The year begins anew, and half a year on the question stands open again."""
    at(clock, REGISTERED + relativedelta(months=7))
    assert is_asked(cast.joop)
    actions.say_staying(participant=cast.joop, by=None)
    assert not is_asked(cast.joop)
    assert stay_of(cast.joop).goes_on == REGISTERED + relativedelta(months=19)
    at(clock, REGISTERED + relativedelta(months=13))
    run()
    assert Person.objects.get(pk=cast.joop.person_id).name == "Joop Proefpersoon"
    assert is_asked(cast.joop)


def test_a_couple_goes_a_year_after_the_project(cast: Cast, clock: Any) -> None:
    """Who had a buddy is kept until then, and what the couple did still counts afterwards."""
    couple = form_couple(project=cast.project, old=cast.ans, new=[cast.samira], why="Ans en Samira", by=cast.leader)
    log_outing(couple=couple, day=timezone.localdate(), hours=2, what="Thuis bij Ans", by=cast.leader)
    at(clock, END + relativedelta(months=12) - timedelta(days=1))
    run()
    assert Person.objects.get(pk=cast.ans.person_id).name == "Ans Proefpersoon"
    at(clock, END + relativedelta(months=12))
    run()
    assert Person.objects.get(pk=cast.ans.person_id).name == FORGOTTEN
    kept = Couple.objects.get(pk=couple.pk)
    assert (kept.why, kept.end_reason) == ("", "completed")
    assert Outing.objects.get().what == ""
    assert Outing.objects.get().hours == 2
    assert set(cast.project.participants.filter(pk__in=[cast.ans.pk, cast.samira.pk]).values_list("status")) == {
        (Status.COMPLETED,)
    }


def test_a_couple_that_outlasts_its_project_is_kept_by_its_own_end(cast: Cast, clock: Any) -> None:
    """Extended by three months, its people stay three months longer."""
    couple = form_couple(project=cast.project, old=cast.ans, new=[cast.samira], by=cast.leader)
    for member in couple.members.all():
        say_going_on(member=member, wants=True, by=cast.leader)
    at(clock, couple.planned_end - timedelta(days=3))
    last = extend_couple(couple=couple, by=cast.leader).planned_end
    assert last > END
    assert stay_of(cast.ans).goes_on == last + relativedelta(months=12)


def test_somebody_stays_while_one_project_has_them_and_the_other_lets_go(cast: Cast, clock: Any) -> None:
    """The name stays with the person; what the first project held goes at its own time."""
    later = Project.objects.get(pk=cast.foreign.pk)
    again = registered(later, "Joop", "old", cast.leader, {}, {"brings": "een fiets"})
    Participant.objects.filter(pk=again.pk).update(person=cast.joop.person, registered_on=date(2027, 12, 1))
    Participant.objects.filter(pk=cast.joop.pk).update(brings="een bakfiets")
    at(clock, date(2028, 3, 20))
    assert f"participant {cast.joop.pk}: this project, unmatched, kept until 2028-03-12" in run()
    assert Participant.objects.get(pk=cast.joop.pk).brings == ""
    assert Participant.objects.get(pk=again.pk).brings == "een fiets"
    assert Person.objects.get(pk=cast.joop.person_id).name == "Joop Proefpersoon"
    assert not ErasedRegistration.objects.filter(key=cast.joop.registration_key).exists()


def test_notes_go_half_a_year_after_the_project(cast: Cast, clock: Any) -> None:
    """What was said in a call goes, and in its history too; that there was a call stays, and so does the name."""
    couple = form_couple(project=cast.project, old=cast.ans, new=[cast.samira], by=cast.leader)
    end_couple(couple=couple, reason="no_time", note="GEHEIM", by=cast.leader)
    call = CheckIn.objects.create(
        project=cast.project, member=couple.members.first(), kind="early", due_on=REGISTERED, note="GEHEIM"
    )
    actions.note_mood(participant=cast.ans, face=1, word="GEHEIM", by=None)
    actions.report_concern(project=cast.project, words="GEHEIM", where="other", about=[cast.ans], by=cast.leader)
    Participant.objects.filter(pk=cast.ans.pk).update(notes="GEHEIM")
    at(clock, END + relativedelta(months=6) - timedelta(days=1))
    assert run() == []
    at(clock, END + relativedelta(months=6))
    assert rehearse() == run() != []
    assert places_of("GEHEIM") == []
    assert CheckIn.objects.filter(pk=call.pk).exists()
    assert cast.ans.moods.get().face == 1
    assert Person.objects.get(pk=cast.ans.person_id).name == "Ans Proefpersoon"
    assert run() == []


def test_traces_go_after_two_years_but_not_those_of_the_books(cast: Cast, clock: Any) -> None:
    """Events and old versions; money keeps its versions."""
    AuditEvent.objects.create(kind="login", by=cast.leader)
    claim = actions.submit_claim(
        participant=cast.ans, kind="expenses", amount=5, spent_on=timezone.localdate(), description="", by=cast.leader
    )
    at(clock, REGISTERED + relativedelta(months=24))
    run()
    assert AuditEvent.objects.exists()
    at(clock, REGISTERED + relativedelta(months=24, days=1))
    run()
    assert not AuditEvent.objects.filter(kind="login").exists()
    assert not Project.history.filter(history_date__date=REGISTERED).exists()
    assert Claim.history.filter(id=claim.pk, history_type="+").exists()


def test_who_was_asked_for_the_team_goes_a_year_after_the_project(cast: Cast, clock: Any) -> None:
    """Whether they came or not; who asked them is still in the trail of what they did."""
    row = invite_to_team(project=cast.project, name="Rosa", email="rosa@example.org", by=cast.leader)
    at(clock, END + relativedelta(months=12, days=-1))
    run()
    assert TeamInvitation.objects.filter(pk=row.pk).exists()
    at(clock, END + relativedelta(months=12))
    run()
    assert not TeamInvitation.objects.exists()
    assert not TeamInvitation.history.filter(id=row.pk).exists()  # type: ignore[attr-defined]


def test_killed_halfway_the_next_run_does_the_rest(cast: Cast, clock: Any, monkeypatch: Any) -> None:
    """Each person is a transaction: who was done stays done, who was not is done next."""
    at(clock, REGISTERED + relativedelta(months=12))
    expected = rehearse()
    steps = retention.carry_out()
    first, second = next(steps), next(steps)
    steps.close()
    assert [first, second] == expected[:2]
    assert rehearse() == expected[2:]
    assert run() == expected[2:]
    assert run() == []


def test_who_said_yes_while_it_ran_stays(cast: Cast, clock: Any) -> None:
    """The plan is an intention: each person is looked at again when their turn comes."""
    at(clock, REGISTERED + relativedelta(months=12))
    steps = retention.carry_out()
    next(steps)
    Participant.objects.filter(pk=cast.oksana.pk).update(stays_since=timezone.localdate())
    assert f"person {cast.oksana.person_id}" not in "".join(steps)
    assert Person.objects.get(pk=cast.oksana.person_id).name == "Oksana Proefpersoon"


def test_the_plan_asks_the_same_number_of_questions_for_more_people(
    cast: Cast, clock: Any, django_assert_max_num_queries: Any
) -> None:
    """However many people there are."""
    at(clock, END + relativedelta(months=6))
    for number in range(12):
        registered(cast.project, f"Extra{number}", "new", cast.leader, {}, {"notes": "iets"})
    with django_assert_max_num_queries(130):
        few = plan_for()
    assert len(few.notes) >= 12


DAYS = st.dates(min_value=date(2027, 3, 13), max_value=date(2029, 12, 31))
NAMES = ("ans", "willem", "corrie", "joop", "samira", "tesfay", "lale", "oksana")
PAIRS = st.lists(st.sampled_from([("ans", "samira"), ("willem", "tesfay"), ("corrie", "lale")]), unique=True)


@settings(
    max_examples=5,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(pairs=PAIRS, ended=st.booleans(), said_yes=st.sets(st.sampled_from(NAMES)), day=DAYS)
def test_nobody_past_the_term_has_a_name_and_nobody_before_it_lost_anything(
    cast: Cast, clock: Any, pairs: list[tuple[str, str]], ended: bool, said_yes: set[str], day: date
) -> None:
    """Random couples and days; the terms are counted here by hand, from the words of the promise."""
    with transaction.atomic():
        _check_a_day(cast, clock, pairs, ended, said_yes, day)
        transaction.set_rollback(True)
    at(clock, REGISTERED, hour=14)


def _check_a_day(
    cast: Cast, clock: Any, pairs: list[tuple[str, str]], ended: bool, said_yes: set[str], day: date
) -> None:
    _mark_everybody(cast)
    for old, new in pairs:
        couple = form_couple(
            project=cast.project,
            old=cast.people[old],
            new=[cast.people[new]],
            why=f"M-{old}-M M-{new}-M",
            by=cast.leader,
        )
        if ended:
            end_couple(couple=couple, reason="no_time", by=cast.leader)
    matched = {name for pair in pairs for name in pair}
    yes_on = date(2027, 10, 1)
    for name in said_yes:
        Participant.objects.filter(pk=cast.people[name].pk).update(stays_since=yes_on)
    last = {name: END if name in matched else (yes_on if name in said_yes else REGISTERED) for name in NAMES}
    at(clock, day)
    expected = rehearse()
    before = {name: _facts(cast.people[name]) for name in NAMES}
    assert run() == expected
    kept = everything_kept()
    for name in NAMES:
        found = f"M-{name}-M" in kept
        if day >= last[name] + relativedelta(months=12):
            assert not found, name
        else:
            assert found, name
            assert _facts(cast.people[name]) == before[name]
    assert run() == []


def _mark_everybody(cast: Cast) -> None:
    for name in NAMES:
        mark = f"M-{name}-M"
        Person.objects.filter(pk=cast.people[name].person_id).update(name=mark, street=mark, reach=mark)
        Person.history.filter(id=cast.people[name].person_id).update(name=mark, street=mark, reach=mark)
        part = Participant.objects.filter(pk=cast.people[name].pk)
        part.update(brings=mark, hopes=mark, teacher=mark)
        part.get().consents.update(signed_as=mark)
        cast.people[name].refresh_from_db()


def _facts(participant: Participant) -> list[Any]:
    person = Person.objects.filter(pk=participant.person_id).values_list(
        "name", "street", "reach", "phone", "email", "gender", "postcode"
    )
    part = Participant.objects.filter(pk=participant.pk).values_list(
        "brings", "hopes", "teacher", "dayparts", "status"
    )
    return [list(person), list(part), participant.consents.count(), participant.signatures.count()]
