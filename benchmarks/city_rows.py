"""Run in a process of its own, on the database it is for: fill a city, or count the queries of its pages."""

import json
import sys
from datetime import date, timedelta
from typing import Any

import django

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
RUNNING = 2
LETTERS = "ABCDEGHJKLMNPRSTVWXZ"
LEADER, COORDINATOR = "leider@example.org", "stad@example.org"


def make(projects: int, people: int) -> dict[str, str]:
    """``projects`` with ``people`` over all of them, in couples that go out; the sessions of two who log in."""
    from mixen.accounts.models import User
    from projects.models import Membership, Role

    coordinator = User.objects.create_user(COORDINATOR, "x" * 20, name="Stad", is_coordinator=True)
    leader = User.objects.create_user(LEADER, "x" * 20, name="Leider")
    made = _projects(projects)
    Membership.objects.create(project=made[0], user=leader, role=Role.PROJECT_LEADER)
    _budgets(made)
    each = people // projects
    parts = _participants(made, each)
    _couples(made, parts, each)
    _vacuum()
    return {"coordinator": _session(coordinator), "leader": _session(leader)}


def _projects(number: int) -> list[Any]:
    from projects.models import District, Meeting, Organisation, PlanStep, Project

    today, districts = date.today(), list(District.objects.all())
    made = Project.objects.bulk_create(
        Project(
            name=f"Project {one}",
            slug=f"project-{one}",
            district=districts[one % len(districts)],
            starts_on=today - timedelta(days=60 + _ago(one)),
            ends_on=today + timedelta(days=120 - _ago(one)),
        )
        for one in range(number)
    )
    from django.utils import timezone

    now = timezone.now()
    days = {"information": -50, "mix": -40, "closing": 80}
    Meeting.objects.bulk_create(
        Meeting(
            project=project,
            kind=kind,
            starts_at=now + timedelta(days=days_on - _ago(one)),
            ends_at=now + timedelta(days=days_on - _ago(one), hours=2),
        )
        for one, project in enumerate(made)
        for kind, days_on in days.items()
    )
    PlanStep.objects.bulk_create(
        PlanStep(
            project=project, phase="mixing", name=f"Stap {step}", due_on=today + timedelta(days=10 * step - _ago(one))
        )
        for one, project in enumerate(made)
        for step in range(8)
    )
    Organisation.objects.bulk_create(
        Organisation(name=_organisation(one), district=districts[one % len(districts)])
        for one in range(max(A_PAGE, 2 * number))
    )
    return made


def _budgets(projects: list[Any]) -> None:
    """Three groups of ten lines each, with something spent on every line."""
    from projects.models import BudgetGroup, BudgetLine, Expense

    groups = BudgetGroup.objects.bulk_create(
        BudgetGroup(project=project, number=number, name=f"Groep {number}")
        for project in projects
        for number in (1, 2, 3)
    )
    lines = BudgetLine.objects.bulk_create(
        BudgetLine(group=group, code=f"{group.number}{letter}", name=letter, quantity=2, unit_price="12.50")
        for group in groups
        for letter in LETTERS[:10].lower()
    )
    Expense.objects.bulk_create(
        Expense(line=line, amount="7.25", spent_on=date.today(), payee="Winkel") for line in lines
    )


WHAT = ("Taalcafé", "Wereldkeuken", "Naaiatelier", "Koor", "Moestuin", "Fietsles", "Leesclub", "Sportclub")
WHERE = ("Kikker", "Brug", "Molen", "Haven", "Tulp", "Anker", "Zonnebloem", "Kraanvogel", "Eik", "Vuurtoren")
WHOSE = ("Oud-Zuid", "Slotermeer", "Buiksloot", "Gaasperdam", "Indische Buurt")


A_PAGE = 25
"""Organisations on a page of theirs: even a small city has so many, and a fuller page is not a larger city."""


def _organisation(number: int) -> str:
    """One of four hundred names that look no more alike than those in a city do."""
    what, rest = number % len(WHAT), number // len(WHAT)
    return f"{WHAT[what]} {WHERE[rest % len(WHERE)]} {WHOSE[rest // len(WHERE) % len(WHOSE)]}"


def _ago(number: int) -> int:
    """How many days ago a project ran: two run now, the others are over, twenty a year."""
    return 0 if number < RUNNING else 200 + 18 * number


def _participants(projects: list[Any], each: int) -> list[Any]:
    from participants.models import Language, Participant, Person

    today, language = date.today(), Language.objects.first()
    persons = Person.objects.bulk_create(
        Person(
            name=f"Persoon {number} van {project.pk}",
            call_name=f"Persoon {number}",
            gender="woman" if number % 2 else "man",
            phone=f"+3161{project.pk % 1000:03}{number:04}",
            email=f"p{project.pk}-{number}@example.org",
            postcode=_postcode(number + project.pk * each),
            birth_year=1940 + (number + project.pk * 7) % 65,
        )
        for project in projects
        for number in range(each)
    )
    Person.languages.through.objects.bulk_create(
        Person.languages.through(person=person, language=language) for person in persons
    )
    return Participant.objects.bulk_create(
        Participant(
            project=projects[place // each],
            person=person,
            side="old" if place % 2 else "new",
            status=("coupled" if place // each < RUNNING else "completed")
            if place % each < each // 5 * 4 // 2 * 2
            else ("signed_up" if place // each < RUNNING else "stopped"),
            signed_up_on=today - timedelta(days=50),
        )
        for place, person in enumerate(persons)
    )


def _postcode(number: int) -> str:
    """One of as many as there are in a large city."""
    return f"10{number % 90 + 10} {LETTERS[number // 90 % 20]}{LETTERS[number // 1800 % 20]}"


def _couples(projects: list[Any], parts: list[Any], each: int) -> None:
    from matching.models import CheckIn, Couple, CoupleMember, Outing

    today = date.today()
    pairs = [
        (parts[first], parts[first + 1])
        for start in range(0, len(parts), each)
        for first in range(start, start + each // 5 * 4 // 2 * 2, 2)
    ]
    order = {project.pk: number for number, project in enumerate(projects)}

    def formed(new: Any) -> date:
        return today - timedelta(days=40 + _ago(order[new.project_id]))

    def facts(new: Any) -> dict[str, Any]:
        end = formed(new) + timedelta(days=90)
        over = {"ended_on": end, "end_reason": "completed"} if order[new.project_id] >= RUNNING else {}
        return {"project_id": new.project_id, "formed_on": formed(new), "planned_end": end, **over}

    made = Couple.objects.bulk_create(Couple(**facts(new)) for new, _old in pairs)
    members = CoupleMember.objects.bulk_create(
        CoupleMember(couple=couple, participant=one, slot=slot, joined_on=couple.formed_on)
        for couple, (new, old) in zip(made, pairs, strict=True)
        for slot, one in enumerate((old, new))
    )
    Outing.objects.bulk_create(
        Outing(couple=couple, day=couple.formed_on + timedelta(days=7 * week), hours=3)
        for couple in made
        for week in range(5)
    )
    CheckIn.objects.bulk_create(
        CheckIn(project_id=member.participant.project_id, member=member, kind="early", due_on=today, outcome="open")
        for member in members[::4]
        if order[member.participant.project_id] < RUNNING
    )


def _vacuum() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _session(user: Any) -> str:
    from django.test import Client

    client = Client()
    client.force_login(user, backend=BACKEND)
    return client.cookies["sessionid"].value


def queries(pages: list[str]) -> dict[str, int]:
    """How many questions each page asks, once what is asked once per process was asked."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from mixen.accounts.models import User

    clients = {}
    for name, email in (("coordinator", COORDINATOR), ("leader", LEADER)):
        clients[name] = Client()
        clients[name].force_login(User.objects.get(email=email), backend=BACKEND)
    counted = {}
    for page in pages:
        who, path = page.split(" ") if " " in page else ("coordinator", page)
        clients[who].get(path)
        with CaptureQueriesContext(connection) as captured:
            clients[who].get(path)
        counted[page] = len(captured)
    return counted


if __name__ == "__main__":
    django.setup()
    arguments = sys.argv[1:]
    made = queries(arguments[1:]) if arguments[0] == "queries" else make(int(arguments[0]), int(arguments[1]))
    sys.stdout.write(json.dumps(made) + "\n")
