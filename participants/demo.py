"""The demo's people: registered, signed up, present or not; later their claims and certificates."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.utils import timezone

import participants.demo_care
import participants.demo_keeping
import participants.demo_meetings  # noqa: F401  (these register steps too)
from participants import actions
from participants.evaluating import asked
from participants.models import (
    AbsenceCall,
    Claim,
    ConsentText,
    Evaluation,
    Interest,
    Language,
    Parked,
    Participant,
    Side,
    Status,
)
from participants.recruiting.absent import absentees
from participants.registration.receiving import digest_of, form_of
from projects import actions as money
from projects.demo import Kind, Story, read, steps
from projects.models import ClaimKind, Organisation, PayBy, Role

FOLDER = Path(__file__).parent
CHANNELS = {Side.OLD: ["press", "centre", "friend", "folder"], Side.NEW: ["school", "school", "friend", "ambassador"]}
# How, at the school or not, how many people, how many days after the start, and what was noted.
TOLD = [
    ("school", True, 48, 8, "Drie groepen op dinsdagochtend"),
    ("folder", False, 150, 9, "Neergelegd bij de huisartsen en in het buurthuis"),
    ("centre", False, 40, 12, "Bij de koffieochtend"),
    ("ambassador", False, 22, 16, "In de eigen straat"),
    ("school", True, 31, 20, "Avondgroepen"),
]


# Two who signed up early and were made a couple by hand, weeks before the mix meeting.
EARLY_BIRDS = {Side.OLD: 20, Side.NEW: 23}


def early_birds(story: Story) -> list[Participant]:
    """The couple that began before all others, the old one first."""
    return [people_of(story, side)[number] for side, number in EARLY_BIRDS.items()]


def people_of(story: Story, side: Side) -> list[Participant]:
    """The story's participants of one side, in the order of the file."""
    found: list[Participant] = story.made.setdefault(side, [])
    return found


def _register(story: Story, side: Side, facts: dict[str, Any], number: int, on: date) -> Participant:
    ambassador = story.team[number % len(story.team)] if story.team else None
    participant = actions.register(
        project=story.project,
        side=side,
        by=ambassador,
        on=on,
        person={
            "name": facts["name"],
            "call_name": facts["call_name"],
            "own_script_name": facts["own_script_name"],
            "pronunciation": facts["pronunciation"],
            "gender": facts["gender"],
            "women_only": facts["women_only"],
            "birth_year": facts["birth_year"],
            "phone": f"+316{12340000 + story.project.pk * 200 + number + (100 if side == Side.NEW else 0)}",
            "email": "" if number % 4 == 3 else f"{side}{number}.{story.slug}@example.org",
            "street": facts["street"],
            "postcode": facts["postcode"],
            "country": facts["country"],
            "has_stadspas": facts["stadspas"],
            "has_children": facts["children"],
            "languages": list(Language.objects.filter(code__in=facts["languages"])),
        },
        part={
            "dutch_level": facts["level_of_dutch"],
            "max_new": facts["max_new"],
            "dayparts": facts["dayparts"],
            "brings": facts["brings"],
            "hopes": facts["hopes"],
            "whatsapp_ok": number % 3 == 2,
            "channel": CHANNELS[side][number % 4],
            "heard_from": _school(story) if CHANNELS[side][number % 4] == "school" else None,
            "interests": list(Interest.objects.filter(key__in=facts["interests"])),
        },
    )
    if ambassador and story.key != "preparing":
        actions.assign_ambassador(participant=participant, ambassador=ambassador, by=story.coordinator)
    people_of(story, side).append(participant)
    return participant


def _school(story: Story) -> Organisation | None:
    schools = Organisation.objects.filter(partnerships__project=story.project, kind="language_provider")
    return schools.order_by("name").first()


def _sign_up(story: Story, participant: Participant, on: date) -> None:
    also = [ConsentText.Kind.COUNTRY] if participant.person.country else []
    actions.sign_up(
        participant=participant, signed_as=participant.person.name, also=also, on=on, by=participant.ambassador
    )


def _attend(story: Story, kind: Kind, people: list[Participant], present: bool = True, number: int = 0) -> None:
    for participant in people:
        actions.note_attendance(
            meeting=story.meeting(kind, number), participant=participant, present=present, by=story.coordinator
        )


@steps.register(20)
def osdorp_before_the_summer(story: Story) -> None:
    """15 June: ten came to hear about it. 29 June: ten old were there, and six of the ten new who had signed up."""
    if story.key != "osdorp":
        return
    facts = read("demo_people.json", FOLDER)["osdorp"]
    for number, somebody in enumerate(facts["old"]):
        _register(story, Side.OLD, somebody, number, date(2010, 5, 20) + timedelta(days=2 * number))
    for number, somebody in enumerate(facts["new"]):
        on = date(2010, 8, 18) if 6 <= number < 12 else date(2010, 6, 1) + timedelta(days=number)
        _register(story, Side.NEW, somebody, number, on)
    old, new = people_of(story, Side.OLD), people_of(story, Side.NEW)
    _attend(story, Kind.INFORMATION, [*old[:6], *new[:4]])
    for participant in [*old, *new[:6], *new[12:16]]:
        _sign_up(story, participant, date(2010, 6, 15))
    _attend(story, Kind.MIX, [*old, *new[:6]])
    _attend(story, Kind.MIX, new[12:16], present=False)


@steps.register(40)
def osdorp_after_the_summer(story: Story) -> None:
    """1 September: the four old who had waited, and six newcomers."""
    if story.key != "osdorp":
        return
    old, new = people_of(story, Side.OLD), people_of(story, Side.NEW)
    for participant in new[6:12]:
        _sign_up(story, participant, date(2010, 8, 25))
    _attend(story, Kind.MIX, [*old[6:], *new[6:12]], number=1)


@steps.register(20)
def running_recruits(story: Story) -> None:
    """More people than places, and some who signed up and did not come."""
    if story.key != "running":
        return
    facts = read("demo_people.json", FOLDER)["running"]
    information = story.meeting(Kind.INFORMATION)
    for side, key in ((Side.OLD, "old"), (Side.NEW, "new")):
        for number, somebody in enumerate(facts[key]):
            days = 8 if number == EARLY_BIRDS[side] else 10 + number
            _register(story, side, somebody, number, story.starts_on + timedelta(days=days))
    old, new = people_of(story, Side.OLD), people_of(story, Side.NEW)
    for participant in early_birds(story):
        _sign_up(story, participant, story.starts_on + timedelta(days=12))
    _attend(story, Kind.INFORMATION, [*old[:14], *new[:12]])
    for participant in [*old[:20], *new[:23]]:
        _sign_up(story, participant, information.day)
    _sign_up(story, new[24], information.day + timedelta(days=3))  # and was never seen since
    _sign_up(story, new[25], information.day + timedelta(days=5))  # the side is full: on the waiting list
    _attend(story, Kind.MIX, [*old[:18], *new[:19]])
    _attend(story, Kind.MIX, [*old[18:20], *new[19:23]], present=False)


@steps.register(65)
def running_recruiting(story: Story) -> None:
    """To whom was told, the information meeting closed, and the first calls to who did not come."""
    if story.key != "running":
        return
    for channel, at_school, people, after, note in TOLD:
        actions.note_told(
            project=story.project,
            channel=channel,
            organisation=_school(story) if at_school else None,
            people=people,
            on=story.starts_on + timedelta(days=after),
            note=note,
            by=story.team[after % len(story.team)],
        )
    actions.close_meeting(meeting=story.meeting(Kind.INFORMATION), by=story.coordinator)
    first, second = absentees([story.project])[:2]
    for row, outcome in ((first, AbsenceCall.Outcome.COMES), (second, AbsenceCall.Outcome.NO_ANSWER)):
        actions.note_absence_call(
            participant=row.participant, meeting=row.meeting, outcome=outcome, by=row.participant.ambassador
        )


@steps.register(66)
def running_loose_ends(story: Story) -> None:
    """A place came free on the side that was full, a consent was taken back, and a form came in with a mistake."""
    if story.key != "running":
        return
    new = people_of(story, Side.NEW)
    actions.withdraw(participant=new[22], reason="Werkt nu op de dagen dat wij er zijn.", by=story.coordinator)
    coupled = story.project.participants.filter(status=Status.COUPLED).order_by("pk")
    leaving = coupled.exclude(pk__in=[one.pk for one in early_birds(story)]).last()
    if leaving:
        actions.withdraw_consent(participant=leaving, kind=ConsentText.Kind.TAKING_PART, by=None)
    answers = {"name": ["Zeynep Tuinpad"], "side": ["new"], "phone": ["06 1234"], "birth_year": ["1800"]}
    form = form_of(story.project, answers)
    actions.park(
        project=story.project,
        key=uuid4(),
        digest=digest_of(answers),
        answers=answers,
        why=Parked.Why.FIELDS,
        faults={name: [str(error) for error in found] for name, found in form.errors.items()},
        by=None,
    )


@steps.register(20)
def practice_recruits(story: Story) -> None:
    """Twenty of each side signed up and were told more, and come today; the same people as in the running project."""
    if not story.is_practice:
        return
    facts = read("demo_people.json", FOLDER)["running"]
    for side, key in ((Side.OLD, "old"), (Side.NEW, "new")):
        for number, somebody in enumerate(facts[key][:20]):
            participant = _register(story, side, somebody, number, story.starts_on + timedelta(days=10 + number))
            _sign_up(story, participant, story.meeting(Kind.INFORMATION).day)
        _attend(story, Kind.INFORMATION, people_of(story, side))


def _claim(story: Story, participant: Participant, kind: ClaimKind, amount: Decimal, on: date) -> Claim:
    return actions.submit_claim(
        participant=participant,
        kind=kind,
        amount=amount,
        spent_on=on,
        description="Kaartjes" if kind == ClaimKind.PUBLIC_TRANSPORT else "Koffie en entree",
        by=participant.ambassador,
    )


@steps.register(60)
def osdorp_closes(story: Story) -> None:
    """Claims paid at the closing meeting, and a certificate for all 22."""
    if story.key != "osdorp":
        return
    finished = list(story.project.participants.entitled_to_certificate().in_order_of_name())
    closing = story.meeting(Kind.CLOSING)
    _attend(story, Kind.INTERIM, finished[:20])
    _attend(story, Kind.CLOSING, finished)
    for number, participant in enumerate(finished):
        amounts = {
            ClaimKind.EXPENSES: Decimal("10.00") - Decimal("0.35") * (number % 5),
            ClaimKind.PUBLIC_TRANSPORT: Decimal("10.00") if number % 3 else Decimal("7.20"),
        }
        for kind, amount in amounts.items():
            claim = _claim(story, participant, kind, amount, closing.day - timedelta(days=number))
            money.approve_payable(payable=claim, by=story.coordinator)
            money.pay_payable(payable=claim, on=closing.day, by=story.coordinator)
    signed = [("Ellen Kadeweg", "namens het stadsdeel"), ("Sven Brugwachter", "Mixen in Mokum")]
    actions.name_signatories(project=story.project, signatories=signed, by=story.coordinator)
    actions.issue_certificates(project=story.project, on=closing.day, by=story.coordinator)


@steps.register(60)
def running_claims(story: Story) -> None:
    """A few claims in every state."""
    if story.key != "running":
        return
    coupled = list(story.project.participants.entitled_to_certificate().in_order_of_name())
    day = story.meeting(Kind.MIX).day + timedelta(days=20)
    for number, participant in enumerate(coupled[:6]):
        claim = _claim(story, participant, ClaimKind.EXPENSES, Decimal("4.20") + number, day)
        if number >= 1:
            money.approve_payable(payable=claim, by=story.coordinator)
        if number >= 3:
            money.pay_payable(payable=claim, by=story.coordinator)
    _claim_by_bank(story, coupled[1], Decimal("5.40"), day)
    run = money.start_payment_run(project=story.project, pay_by=PayBy.TRANSFER, by=story.coordinator)
    run.made_at = timezone.now() - timedelta(days=9)  # and nobody has said since that it was paid
    run.save()
    _claim_by_bank(story, coupled[0], Decimal("7.60"), day)
    ambassador = story.project.memberships.filter(role=Role.AMBASSADOR).first()
    if ambassador:
        money.submit_allowance(membership=ambassador, amount=Decimal("50.00"), spent_on=day, by=story.coordinator)


def _claim_by_bank(story: Story, participant: Participant, amount: Decimal, on: date) -> None:
    claim = actions.submit_claim(
        participant=participant,
        kind=ClaimKind.PUBLIC_TRANSPORT,
        amount=amount,
        spent_on=on,
        via=Claim.Via.PERSONAL,
        pay_by=PayBy.TRANSFER,
        iban="NL02ABNA0123456789",
        account_holder=participant.person.name,
        by=story.coordinator,
    )
    money.approve_payable(payable=claim, by=story.coordinator)


@steps.register(72)
def running_evaluation(story: Story) -> None:
    """Of the couple that stopped one member answered. Of 2010 nothing is known, so nobody there did."""
    if story.key == "running":
        first = asked(story.project)[0]
        answers = {"again": "yes", "go_on": "no", "dutch": 2, "neighbourhood": 3, "institutions": 3, "reach": 4}
        actions.answer_evaluation(participant=first, answers=answers, via=Evaluation.Via.LINK, by=None)
