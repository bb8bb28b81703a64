"""What goes, and when: the same plan is shown beforehand, printed as a rehearsal, and carried out.

Lines name numbers and never people, as they end up in logs.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import partial
from typing import Any

from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.db import models, transaction
from django.utils import timezone

from mixen.accounts.audit import history_of
from mixen.accounts.models import AuditEvent, User
from participants import actions, erasure_list
from participants.forgetting import remove_discarded_files
from participants.held import holdings, of_projects
from participants.models import Participant, Person
from participants.staying import MATCHED_GO_AFTER, NOTES_GO_AFTER, TRACES_GO_AFTER, Stay, by_person, stays_of
from projects import actions as team
from projects import erased_accounts
from projects.models import ContactPerson, Project
from projects.old_contacts import old_contacts
from projects.unused import Unused, over, to_be_told, unused

logger = logging.getLogger(__name__)
# Old versions that stay: the law wants the books for seven years, and a text must be provable as long as it is signed.
HISTORY_STAYS = frozenset(
    {
        "projects.Allowance",
        "projects.BudgetGroup",
        "projects.BudgetLine",
        "projects.Contribution",
        "projects.EndReport",
        "projects.Expense",
        "projects.PaymentRun",
        "projects.Receipt",
        "participants.Claim",
        "participants.ConsentText",
    }
)


@dataclass
class Plan:
    """What goes on ``today``: whole people, parts of people who stay, notes, words of projects, accounts, contacts,
    and traces.

    ``told`` are the owners of accounts who hear that those end.
    """

    today: date
    people: list[Stay] = field(default_factory=list)
    parts: list[Stay] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    projects: list[tuple[Project, int]] = field(default_factory=list)
    accounts: list[Unused] = field(default_factory=list)
    told: list[Unused] = field(default_factory=list)
    contacts: list[ContactPerson] = field(default_factory=list)
    traces: dict[str, int] = field(default_factory=dict)

    def lines(self) -> Iterator[str]:
        """Every deed of the plan, a line each, in the order in which they are done."""
        yield from (_person_line(stay) for stay in self.people)
        yield from (_part_line(stay) for stay in self.parts)
        yield from (_notes_line(number) for number in self.notes)
        yield from (_project_line(project.pk, rows) for project, rows in self.projects)
        yield from (_account_line(row) for row in self.accounts)
        yield from (_told_line(row) for row in self.told)
        yield from (_contact_line(row) for row in self.contacts)
        yield from (_traces_line(label, rows) for label, rows in self.traces.items())


def _person_line(stay: Stay) -> str:
    return f"person {stay.person}: everything, {stay.why}, kept until {stay.goes_on}"


def _part_line(stay: Stay) -> str:
    return f"participant {stay.participant}: this project, {stay.why}, kept until {stay.goes_on}"


def _notes_line(number: int) -> str:
    return f"participant {number}: notes"


def _project_line(number: int, rows: int) -> str:
    return f"project {number}: {rows} rows with words about people"


def _account_line(row: Unused) -> str:
    return f"account {row.user.pk}: everything, not used since {row.used_on}"


def _told_line(row: Unused) -> str:
    return f"account {row.user.pk}: told that it ends, not used since {row.used_on}"


def _contact_line(row: ContactPerson) -> str:
    return f"contact {row.pk}: everything, no project with organisation {row.organisation_id} for two years"


def _traces_line(label: str, rows: int) -> str:
    return f"{label}: {rows} traces"


def plan_for(today: date | None = None) -> Plan:
    """What goes on ``today``; a number of queries that does not grow with the people."""
    (plan,) = plans_for(today or timezone.localdate())
    return plan


def plans_for(*days: date) -> list[Plan]:
    """The plan of each of ``days``, over the same people."""
    people = list(by_person(stays_of(Participant.objects.remembered())).values())
    return [_plan(day, people) for day in days]


def _plan(today: date, people: list[list[Stay]]) -> Plan:
    plan = Plan(today)
    for parts in people:
        if parts[-1].is_over(today):
            plan.people.append(parts[-1])
        else:
            plan.parts += [stay for stay in parts if stay.is_over(today)]
    plan.people.sort(key=lambda stay: stay.person)
    plan.parts.sort(key=lambda stay: stay.participant)
    going = {stay.person for stay in plan.people}, {stay.participant for stay in plan.parts}
    plan.notes = [pk for pk, person in _with_notes(today) if person not in going[0] and pk not in going[1]]
    plan.projects = _with_words(today)
    idle = unused(today)
    plan.accounts, plan.told = over(idle, today), to_be_told(idle)
    plan.contacts = list(old_contacts(today))
    plan.traces = {label: number for label, rows in _traces(today) if (number := rows.count())}
    return plan


def _with_notes(today: date) -> list[tuple[int, int]]:
    """Who has a note of a project that ended long enough ago: numbers of participant and person."""
    over = [one.pk for one in Project.objects.all() if today >= one.ends_on + NOTES_GO_AFTER]
    people = Participant.objects.remembered().filter(project__in=over).order_by()
    found: set[int] = set()
    for held in holdings:
        if held.notes:
            rows = held.with_notes(people)
            for way in held.ways:
                found |= set(rows.values_list("pk" if way == "id" else way, flat=True))
    return list(people.filter(pk__in=found).order_by("pk").values_list("pk", "person"))


def _with_words(today: date) -> list[tuple[Project, int]]:
    over = [one for one in Project.objects.order_by("pk") if today >= one.ends_on + MATCHED_GO_AFTER]
    counted: dict[int, int] = {}
    for held in of_projects:
        rows = held.left(over).order_by().values_list(f"{held.way}__pk", flat=True)
        for project in rows:
            counted[project] = counted.get(project, 0) + 1
    return [(project, counted[project.pk]) for project in over if project.pk in counted]


def _traces(today: date) -> Iterable[tuple[str, "models.QuerySet[Any]"]]:
    """What tells who did what, from longer ago than is kept."""
    before = timezone.make_aware(datetime.combine(today - TRACES_GO_AFTER, time()))
    yield "events", AuditEvent.objects.filter(at__lt=before)
    yield "admin", LogEntry.objects.filter(action_time__lt=before)
    for log in (AccessLog, AccessAttempt, AccessFailureLog):
        yield log._meta.label, log._default_manager.filter(attempt_time__lt=before)
    for name in ("accounts", "projects", "participants", "matching", "excursions"):
        for model in apps.get_app_config(name).get_models():
            past = history_of(model)
            if past and model._meta.label not in HISTORY_STAYS:
                yield model._meta.label, past._default_manager.filter(history_date__lt=before)


def carry_out(today: date | None = None) -> Iterator[str]:
    """Do what the plan of ``today`` says, and give its lines one by one; each person in a transaction of its own.

    Killed halfway, the next run does the rest. Who said meanwhile that they stay, stays, and gives no line.
    """
    today = today or timezone.localdate()
    remove_discarded_files()
    plan = plan_for(today)
    for line, deed in _deeds(plan):
        try:
            done = deed()
        except Exception as error:  # one that fails keeps nobody else; the next night tries again
            logger.error("retention could not do %r (%s)", line, type(error).__name__)
            continue
        if done is not False:
            yield line
    yield from _remove_traces(plan)
    erasure_list.save()
    erased_accounts.save()


def _deeds(plan: Plan) -> Iterator[tuple[str, Callable[[], Any]]]:
    """Each line of the plan about people, with what carries it out; False when it was not due any more."""
    for stay in plan.people:
        person = Person.objects.get(pk=stay.person)
        yield _person_line(stay), partial(actions.erase_when_due, person=person, today=plan.today, by=None)
    for stay in plan.parts:
        part = Participant.objects.get(pk=stay.participant)
        yield _part_line(stay), partial(actions.forget_participation, participant=part, by=None)
    for number in plan.notes:
        participant = Participant.objects.get(pk=number)
        yield _notes_line(number), partial(actions.forget_notes, participant=participant, by=None)
    for project, rows in plan.projects:
        yield _project_line(project.pk, rows), partial(actions.forget_words, project=project, by=None)
    for idle in plan.accounts:
        yield _account_line(idle), partial(_erase_unused, idle.user, plan.today)
    for idle in plan.told:
        yield _told_line(idle), partial(team.tell_unused, user=idle.user, by=None)
    for contact in plan.contacts:
        yield _contact_line(contact), partial(team.forget_contact, contact=contact, by=None)


def _erase_unused(user: User, today: date) -> bool:
    return team.erase_unused(user=user, today=today, by=None) is not None


def _remove_traces(plan: Plan) -> Iterator[str]:
    wanted = dict(_traces(plan.today))
    for label, number in plan.traces.items():
        with transaction.atomic():
            remove_old_history(wanted[label])
        yield _traces_line(label, number)


def remove_old_history(rows: "models.QuerySet[Any]") -> None:
    """Delete versions or events, with the sets that hang on a version."""
    for related in rows.model._meta.related_objects:
        kept: Any = related.related_model
        if kept.__name__.startswith("Historical"):
            kept._default_manager.filter(**{f"{related.field.name}__in": rows.order_by().values("pk")}).delete()
    rows.delete()
