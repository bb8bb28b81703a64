"""A page asks the database as often for forty rows as for five."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from excursions.models import Excursion, Signup
from matching.models import CheckIn, Couple, CoupleMember, Outing
from participants.models import (
    AbsenceCall,
    Attendance,
    Certificate,
    Claim,
    Evaluation,
    Language,
    Participant,
    Person,
    Told,
)
from projects.models import (
    Allowance,
    BudgetLine,
    Contribution,
    Expense,
    Meeting,
    Organisation,
    Partnership,
    PaymentRun,
    PlanStep,
    Project,
    Receipt,
)
from tests.conftest import NOW

TODAY = NOW.date()
FEW, MANY = 5, 40


def people(cast, number, side, status="signed_up", project=None):
    known = Participant.objects.count()
    persons = Person.objects.bulk_create(
        Person(name=f"Persoon {known + n}", call_name=f"P{known + n}", gender="woman", phone="+31612345678")
        for n in range(number)
    )
    language = Language.objects.first()
    Person.languages.through.objects.bulk_create(
        Person.languages.through(person=person, language=language) for person in persons
    )
    return Participant.objects.bulk_create(
        Participant(
            project=project or cast.project,
            person=person,
            side=side,
            status=status,
            signed_up_on=TODAY,
            ambassador=cast.ambassador,
        )
        for person in persons
    )


def couples(cast, number):
    old, new = (people(cast, number, side, "coupled") for side in ("old", "new"))
    made = Couple.objects.bulk_create(
        Couple(
            project=cast.project,
            formed_on=TODAY - timedelta(days=60),
            planned_end=TODAY + timedelta(days=7),
            ambassador=cast.ambassador,
        )
        for _n in range(number)
    )
    members = CoupleMember.objects.bulk_create(
        CoupleMember(couple=couple, participant=participant, slot=slot, joined_on=couple.formed_on)
        for couple, *pair in zip(made, old, new, strict=True)
        for slot, participant in enumerate(pair)
    )
    Outing.objects.bulk_create(Outing(couple=couple, day=couple.formed_on, hours=2) for couple in made)
    CheckIn.objects.bulk_create(
        CheckIn(
            project=cast.project,
            member=member,
            kind="early",
            due_on=TODAY,
            ambassador=cast.ambassador,
            outcome="help" if number % 2 else "open",
        )
        for number, member in enumerate(members)
    )
    return made


def registrations(cast, number):
    made = people(cast, number, "old")
    meeting = cast.project.meetings.first()
    Attendance.objects.bulk_create(Attendance(meeting=meeting, participant=one, present=True) for one in made)


def remarks(cast, number):
    cast.project.meetings.filter(kind="closing").update(starts_at=NOW, ends_at=NOW + timedelta(hours=2))
    made = people(cast, number, "new", "completed")
    Evaluation.objects.bulk_create(Evaluation(participant=one, words="Fijn", via="paper") for one in made)


def stayed_away(cast, number):
    made = people(cast, number, "new")
    meeting = cast.project.meetings.get(kind="mix")
    Attendance.objects.bulk_create(Attendance(meeting=meeting, participant=one, present=False) for one in made)
    AbsenceCall.objects.bulk_create(
        AbsenceCall(participant=one, meeting=meeting, outcome=outcome, called_by=cast.ambassador)
        for one, outcome in zip(made, ["later", "stops"] * number, strict=False)
    )
    people(cast, number, "old")


def recruiting(cast, number):
    stayed_away(cast, number)
    waiting = people(cast, number, "new", "interested")
    for one in waiting:
        one.status, one.waiting_since, one.channel = "waiting", NOW, "school"
    Participant.objects.bulk_update(waiting, ["status", "waiting_since", "channel"])
    partners(cast, number)
    Told.objects.bulk_create(
        Told(project=cast.project, channel="school", organisation=one, people=9, noted_by=cast.ambassador)
        for one in Organisation.objects.filter(name__startswith="Partner")
    )
    projects(cast, number)


def meetings(cast, number):
    known = Organisation.objects.count()
    places = Organisation.objects.bulk_create(Organisation(name=f"Zaal {known + n}") for n in range(number))
    Meeting.objects.bulk_create(
        Meeting(
            project=cast.project,
            kind="interim",
            starts_at=NOW + timedelta(hours=known + n),
            ends_at=NOW + timedelta(hours=known + n + 1),
            venue=place,
        )
        for n, place in enumerate(places)
    )


def partners(cast, number):
    known = Organisation.objects.count()
    made = Organisation.objects.bulk_create(Organisation(name=f"Partner {known + n}") for n in range(number))
    Partnership.objects.bulk_create(
        Partnership(project=cast.project, organisation=one, agreed_on=TODAY - timedelta(days=30)) for one in made
    )


def projects(cast, number):
    known = Project.objects.count()
    made = Project.objects.bulk_create(
        Project(
            name=f"Project {known + n}",
            slug=f"project-{known + n}",
            district=cast.project.district,
            starts_on=TODAY - timedelta(days=30),
            ends_on=TODAY + timedelta(days=90),
        )
        for n in range(number)
    )
    Meeting.objects.bulk_create(
        Meeting(project=one, kind="mix", starts_at=NOW, ends_at=NOW + timedelta(hours=2)) for one in made
    )
    PlanStep.objects.bulk_create(
        PlanStep(project=one, phase="mixing", name="Stap", due_on=TODAY - timedelta(days=1)) for one in made
    )
    for one in made:
        people(cast, 1, "old", project=one)


def excursions(cast, number):
    known = Excursion.objects.count()
    made = Excursion.objects.bulk_create(
        Excursion(
            project=cast.project,
            name=f"Tocht {known + n}",
            starts_at=NOW,
            meeting_point="x",
            capacity=50,
        )
        for n in range(number)
    )
    (guest,) = people(cast, 1, "old")
    Signup.objects.bulk_create(Signup(excursion=one, participant=guest, state="going") for one in made)


def guests(cast, number):
    excursion, _new = Excursion.objects.get_or_create(
        project=cast.project, name="Tocht", starts_at=NOW, meeting_point="x", capacity=100
    )
    pairs = couples(cast, number)
    Signup.objects.bulk_create(
        Signup(excursion=excursion, participant=member.participant, couple=couple, state="going")
        for couple in pairs
        for member in couple.members.select_related("participant")
    )
    couples(cast, number)  # who may still sign up


def claims(cast, number):
    (one,) = people(cast, 1, "old")
    Claim.objects.bulk_create(
        Claim(participant=one, kind="expenses", amount=1, spent_on=TODAY, status=status)
        for status in ("submitted", "approved")
        for _n in range(number)
    )


def expenses(cast, number):
    line = BudgetLine.objects.filter(group__project=cast.project).first()
    Expense.objects.bulk_create(
        Expense(line=line, amount=1, spent_on=TODAY, payee="x", booked_by=cast.coordinator) for _n in range(number)
    )


def purchases(cast, number):
    """Expenses with a receipt, each put right."""
    expenses(cast, number)
    receipts = Receipt.objects.bulk_create(
        Receipt(project=cast.project, file="receipts/x.jpg", media_type="image/jpeg") for _n in range(number)
    )
    fresh = list(Expense.objects.filter(receipt__isnull=True, corrects__isnull=True))
    for expense, receipt in zip(fresh, receipts, strict=True):
        expense.receipt = receipt
    Expense.objects.bulk_update(fresh, ["receipt"])
    Expense.objects.bulk_create(
        Expense(line=one.line, amount=-1, spent_on=TODAY, payee="x", corrects=one, receipt=one.receipt)
        for one in fresh
    )


def payments(cast, number):
    """Runs, each with a claim and an allowance; and as many of both that wait, are ready, and were paid."""
    claims(cast, number)
    (one,) = people(cast, 1, "new")
    member = cast.project.memberships.filter(role="ambassador").first()
    runs = PaymentRun.objects.bulk_create(
        PaymentRun(project=cast.project, by="cash", reference=f"R{PaymentRun.objects.count() + n}")
        for n in range(number)
    )
    who = {"project": cast.project, "ambassador": member.user}
    facts = {"amount": 1, "spent_on": TODAY}
    Claim.objects.bulk_create(
        Claim(participant=one, kind="expenses", status="approved", run=run, **facts) for run in runs
    )
    for status in ("submitted", "approved"):
        Allowance.objects.bulk_create(Allowance(**who, status=status, **facts) for _run in runs)
    Allowance.objects.bulk_create(Allowance(**who, status="approved", run=run, **facts) for run in runs)
    Allowance.objects.bulk_create(Allowance(**who, status="refused", reason="x", **facts) for _run in runs)
    Contribution.objects.bulk_create(Contribution(project=cast.project, payer="x", amount=1) for _run in runs)


def one_run(cast, number):
    """A single run, ever longer."""
    run, _new = PaymentRun.objects.get_or_create(project=cast.project, by="cash")
    (one,) = people(cast, 1, "new")
    member = cast.project.memberships.filter(role="ambassador").first()
    who = {"project": cast.project, "ambassador": member.user}
    facts = {"amount": 1, "spent_on": TODAY, "status": "approved", "run": run}
    Claim.objects.bulk_create(Claim(participant=one, kind="expenses", **facts) for _n in range(number))
    Allowance.objects.bulk_create(Allowance(**who, **facts) for _n in range(number))


def everything(cast, number):
    couples(cast, number)
    stayed_away(cast, number)
    registrations(cast, number)
    partners(cast, number)
    claims(cast, number)
    projects(cast, number)


def certificates(cast, number):
    """Some have one and some do not, of those some with a reason."""
    with_one = people(cast, number, "old", "completed")
    last = Certificate.objects.count()
    Certificate.objects.bulk_create(
        Certificate(participant=one, issued_on=TODAY, position=last + place) for place, one in enumerate(with_one, 1)
    )
    couples(cast, number)
    people(cast, number, "new")


PAGES = [
    ("coordinator", "deelnemers/", registrations),
    ("coordinator", "deelnemers/deelnemers.csv", registrations),
    ("coordinator", "deelnemers/deelnemers.xlsx", registrations),
    ("ambassador", "deelnemers/", registrations),
    ("coordinator", "deelnemers/dubbel/", registrations),
    ("coordinator", "werving/", recruiting),
    ("coordinator", "werving/werving.csv", recruiting),
    ("ambassador", "niet-gekomen/", stayed_away),
    ("coordinator", "niet-gekomen/", stayed_away),
    ("coordinator", "bijeenkomsten/{meeting}/afsluiten/", stayed_away),
    ("coordinator", "koppels/", couples),
    ("coordinator", "koppels/maken/", registrations),
    ("coordinator", "koppels/kaarten/", couples),
    ("ambassador", "koppels/kaarten/", couples),
    ("coordinator", "/", everything),
    ("ambassador", "/", couples),
    ("coordinator", "", everything),
    ("coordinator", "bijeenkomsten/", meetings),
    ("coordinator", "bijeenkomsten/{meeting}/aanwezig/", registrations),
    ("coordinator", "partners/", partners),
    ("ambassador", "publiciteit/", meetings),
    ("coordinator", "publiciteit/press/", meetings),
    ("coordinator", "/in-de-buurt/nieuw-west/", projects),
    ("coordinator", "/projecten/", projects),
    ("official", "/stadsdelen/nieuw-west/", projects),
    ("coordinator", "programma/", excursions),
    ("coordinator", "programma/excursies/{excursion}/", guests),
    ("ambassador", "programma/excursies/{excursion}/wie-is-er/", guests),
    ("coordinator", "programma/excursies/{excursion}/kosten/", guests),
    ("coordinator", "belronde/", couples),
    ("coordinator", "declaraties/", claims),
    ("coordinator", "declaraties/", payments),
    ("coordinator", "declaraties/indienen/", registrations),
    ("coordinator", "geld/", expenses),
    ("coordinator", "geld/", payments),
    ("coordinator", "geld/begroting/", payments),
    ("coordinator", "geld/uitgaven/", purchases),
    ("coordinator", "geld/uitgaven/uitgaven.csv", purchases),
    ("coordinator", "geld/uitgaven/uitgaven.xlsx", purchases),
    ("coordinator", "geld/vergoedingen/", payments),
    ("coordinator", "geld/uitbetalen/", payments),
    ("coordinator", "geld/uitbetalen/{run}/", one_run),
    ("coordinator", "geld/afrekening/", payments),
    ("coordinator", "geld/afrekening/afrekening.xlsx", payments),
    ("coordinator", "certificaten/", certificates),
    ("ambassador", "certificaten/uitdelen/", certificates),
    ("ambassador", "evaluatie/", couples),
    ("ambassador", "evaluatie/papier/", couples),
    ("coordinator", "verslag/opmerkingen/", remarks),
]


def queries(client, path):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        response = client.get(path)
        assert response.status_code == 200
        b"".join(response) if response.streaming else response.content
    return [query["sql"] for query in captured]


@pytest.mark.parametrize(
    ("who", "address", "build"),
    PAGES,
    ids=[f"{who}-{path or 'overview'}-{build.__name__}" for who, path, build in PAGES],
)
def test_as_many_questions_for_forty_rows_as_for_five(cast, as_user, who, address, build):
    client = as_user(getattr(cast, who))
    build(cast, FEW)
    excursion = Excursion.objects.first()
    run = PaymentRun.objects.first()
    path = address.format(
        meeting=cast.project.meetings.first().pk,
        excursion=excursion.pk if excursion else 0,
        run=run.pk if run else 0,
    )
    path = path if path.startswith("/") else cast.project.get_absolute_url() + path
    client.get(path)  # what is asked once per process, such as content types, is known from here on
    few = queries(client, path)
    build(cast, MANY - FEW)
    many = queries(client, path)
    assert len(many) == len(few), [query for query in many if query not in few][:3]
    assert len(many) < 95  # the first page asks every watcher once
