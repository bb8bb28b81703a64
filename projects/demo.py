"""The demo, built through the same actions the pages call. Each app adds its steps; the chain runs in their order.

A demo project is a ``Story``: which people and places, and which days. Steps get the story and read or add to it.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from mixen.accounts.models import User
from projects import actions
from projects.models import (
    BudgetGroup,
    BudgetLine,
    ContactPerson,
    District,
    DistrictOfficial,
    Meeting,
    Organisation,
    Project,
    Role,
)
from projects.registry import Registry
from projects.report_files import prepare_final

PASSWORD = "mokum-demo"  # noqa: S105  (development only: the command refuses to run in production)
FOLDER = Path(__file__).parent
AFTERNOON = (time(14, 0), time(16, 30))
Kind = Meeting.Kind


@dataclass
class Story:
    """One demo project. ``days`` are its meetings in order; ``finished`` tells it to the end."""

    key: str
    name: str
    slug: str
    district: str
    starts_on: date
    ends_on: date
    days: list[tuple[Kind, date]]
    area: str = ""
    finished: bool = False
    facts: dict[str, Any] = field(default_factory=dict)
    coordinator: User | None = None
    project: Project = field(default_factory=Project)
    made: dict[str, Any] = field(default_factory=dict)

    @property
    def is_practice(self) -> bool:
        """An afternoon to try things on: people who signed up, and nothing that happened yet."""
        return self.key == "practice"

    @property
    def has_happened(self) -> bool:
        """Whether money was spent and the programme made."""
        return self.key in {"osdorp", "running"}

    @property
    def meetings(self) -> list[Meeting]:
        return list(self.project.meetings.all())

    def meeting(self, kind: Kind, number: int = 0) -> Meeting:
        return [meeting for meeting in self.meetings if meeting.kind == kind][number]

    @property
    def team(self) -> list[User]:
        """The ambassadors, in order of name."""
        return [row.user for row in self.project.memberships.filter(role=Role.AMBASSADOR).select_related("user")]


Step = Callable[[Story], None]
steps: Registry[Step] = Registry("demo")


def read(name: str, folder: Path = FOLDER) -> Any:
    """A demo file's content."""
    return json.loads((folder / name).read_text(encoding="utf-8"))


def moment(day: date, at: time) -> datetime:
    """``day`` at ``at`` in Amsterdam."""
    return timezone.make_aware(datetime.combine(day, at))


def stories(today: date) -> list[Story]:
    """Osdorp 2010 as it was; a project that runs today; one in preparation; one to practise a mix meeting on."""
    running = read("demo_running.json")
    start = today - timedelta(days=98)
    mix = today - timedelta(days=48)
    next_year = today.year + 1
    return [
        Story(
            key="osdorp",
            name="Osdorp 2010",
            slug="osdorp-2010",
            district="nieuw-west",
            area="Osdorp",
            starts_on=date(2010, 4, 1),
            ends_on=date(2011, 1, 31),
            days=[
                (Kind.INFORMATION, date(2010, 6, 15)),
                (Kind.MIX, date(2010, 6, 29)),
                (Kind.MIX, date(2010, 9, 1)),
                (Kind.INTERIM, date(2010, 9, 14)),
                (Kind.CLOSING, date(2010, 12, 14)),
            ],
            finished=True,
            facts=read("demo_osdorp.json"),
        ),
        Story(
            key="running",
            name=f"Oost {today.year}",
            slug=f"oost-{today.year}",
            district="oost",
            starts_on=start,
            ends_on=start + timedelta(days=200),
            days=[
                (Kind.INFORMATION, mix - timedelta(days=14)),
                (Kind.MIX, mix),
                (Kind.CLOSING, mix + timedelta(days=93)),
            ],
            facts=running["running"],
        ),
        Story(
            key="preparing",
            name=f"Noord {next_year}",
            slug=f"noord-{next_year}",
            district="noord",
            starts_on=today - timedelta(days=10),
            ends_on=today + timedelta(days=190),
            days=[
                (Kind.INFORMATION, today + timedelta(days=45)),
                (Kind.MIX, today + timedelta(days=59)),
                (Kind.CLOSING, today + timedelta(days=152)),
            ],
            facts=running["preparing"],
        ),
        Story(
            key="practice",
            name="Oefenmiddag",
            slug="oefenmiddag",
            district="west",
            starts_on=today - timedelta(days=50),
            ends_on=today + timedelta(days=120),
            days=[
                (Kind.INFORMATION, today - timedelta(days=14)),
                (Kind.MIX, today),
                (Kind.CLOSING, today + timedelta(days=93)),
            ],
            facts={**running["preparing"], "organisations": running["running"]["organisations"]},
        ),
    ]


def build(today: date) -> list[Project]:
    """Make what is missing of the demo; a project that is there is left as it is. Returns the new ones."""
    users = demo_users()
    made = []
    for story in stories(today):
        if Project.objects.filter(slug=story.slug).exists():
            continue
        story.coordinator = users["coordinator"]
        with transaction.atomic():
            for step in steps:
                step(story)
        made.append(story.project)
    return made


def demo_users() -> dict[str, User]:
    """The demo log-ins, made once."""
    names = {
        "coordinator": "Coördinator",
        "projectleider": "Projectleider",
        "ambassadeur": "Ambassadeur Mieke",
        "nieuw-west": "Medewerker Nieuw-West",
        "noord": "Medewerker Noord",
    }
    users = {}
    for key, name in names.items():
        email = f"{key}@example.org"
        known = User.objects.filter(email=email).first()
        users[key] = known or User.objects.create_user(
            email, PASSWORD, name=name, is_coordinator=key == "coordinator", phone="+31201234567"
        )
    for slug in ("nieuw-west", "noord"):
        DistrictOfficial.objects.get_or_create(user=users[slug], district=District.objects.get(slug=slug))
    return users


@steps.register(10)
def start(story: Story) -> None:
    """Project, meetings, plan, budget."""
    meetings: dict[Kind, tuple[datetime, datetime]] = {}
    later = []
    for kind, day in story.days:
        begin, end = (moment(day, at) for at in AFTERNOON)
        if kind in meetings:
            later.append((kind, begin, end))
        else:
            meetings[kind] = (begin, end)
    story.project = actions.start_project(
        name=story.name,
        slug=story.slug,
        district=District.objects.get(slug=story.district),
        area=story.area,
        aim=story.facts["aim"],
        starts_on=story.starts_on,
        ends_on=story.ends_on,
        meetings=meetings,
        is_practice=story.is_practice,
        by=story.coordinator,
    )
    for kind, begin, end in later:
        actions.plan_meeting(project=story.project, kind=kind, starts_at=begin, ends_at=end, by=story.coordinator)
    _finish_past_steps(story)


def _finish_past_steps(story: Story) -> None:
    """What was due is done, except the last two steps of a project that still runs."""
    due = story.project.plan_steps.late_on(timezone.localdate())
    done = list(due) if story.finished else list(due)[:-2]
    for step in done:
        actions.finish_step(step=step, on=step.due_on, by=story.coordinator)


@steps.register(11)
def team(story: Story) -> None:
    """Ambassadors with invented names; the demo log-ins have a place in the projects that run."""
    people = read("demo_people.json", FOLDER.parent / "participants")["ambassadors"]
    members = [(name, Role.AMBASSADOR) for name in people.get(story.key, [])]
    users = [
        (User.objects.get_or_create(email=f"{story.key}-{number}@example.org", defaults={"name": name})[0], role)
        for number, (name, role) in enumerate(members, start=1)
    ]
    if story.key in {"running", "practice"}:
        users.insert(0, (User.objects.get(email="ambassadeur@example.org"), Role.AMBASSADOR))
    if story.key != "osdorp":
        users.append((User.objects.get(email="projectleider@example.org"), Role.PROJECT_LEADER))
    for user, role in users:
        actions.add_team_member(
            project=story.project,
            user=user,
            role=role,
            by=story.coordinator,
            trained_on=story.starts_on + timedelta(days=20),
            conduct_certificate_seen_on=story.starts_on + timedelta(days=14),
            insured=True,
        )


CONTACTS = ["Joke Torenlicht", "Amir Rozentuin", "Ellen Kadeweg", "Sven Brugwachter", "Fadila Zonnehof"]


@steps.register(12)
def partners(story: Story) -> None:
    """Organisations, what each does, and the venue of the meetings."""
    district = story.project.district
    venue = None
    for facts in story.facts["organisations"]:
        organisation, _new = Organisation.objects.get_or_create(
            name=facts["name"],
            defaults={
                "kind": facts["kind"],
                "city_wide": facts["city_wide"],
                "district": district if facts["in_district"] else None,
            },
        )
        agreed_on = story.starts_on + timedelta(days=7)
        name = CONTACTS[len(organisation.name) % len(CONTACTS)]
        contact = organisation.contact_people.first() or ContactPerson.objects.create(
            organisation=organisation, name=name, email=f"contact-{organisation.pk}@example.org"
        )
        partnership = actions.add_partner(
            project=story.project,
            organisation=organisation,
            contribution=facts["contribution"],
            contact=contact,
            agreed_on=agreed_on,
            by=story.coordinator,
        )
        if story.key != "running" or facts["kind"] != Organisation.Kind.MEDIA:
            actions.confirm_partner(partnership=partnership, on=agreed_on + timedelta(days=3), by=story.coordinator)
        if facts["kind"] == Organisation.Kind.GOVERNMENT:
            actions.change_project(project=story.project, district_contact=contact, by=story.coordinator)
        if venue is None and facts["kind"] == Organisation.Kind.VENUE:
            venue = organisation
    for meeting in story.meetings:
        actions.change_meeting(meeting=meeting, by=story.coordinator, **_place(story, meeting, venue))


def _place(story: Story, meeting: Meeting, venue: Organisation | None) -> dict[str, Any]:
    """Osdorp's own places: the second mix meeting was in a school, the interim meeting in another centre."""
    if story.key == "osdorp" and meeting.day == date(2010, 9, 1):
        return {"venue": Organisation.objects.get(name="ROCvA"), "place": "ROC-school"}
    if story.key == "osdorp" and meeting.kind == Kind.INTERIM:
        return {"venue": Organisation.objects.get(name="Buurtcentrum RoSco")}
    return {"venue": venue}


OSDORP_AGREED = {"1": "2300.00", "2": "975.00", "3": "1200.00", "4": "1500.00"}
OSDORP_AGREED_LINES = {
    "1a": "1200.00", "1b": "800.00", "1c": "150.00", "1d": "200.00", "2a": "225.00", "2b": "150.00", "2c": "600.00",
    "3a": "400.00", "3b": "800.00", "3c": "200.00", "4a": "750.00", "4b": "750.00",
}  # fmt: skip
# What was truly spent in 2010 is not in the sources; these amounts are invented, below what was agreed.
OSDORP_SPENT = {
    "1a": "900.00", "1b": "785.40", "1c": "150.00", "1d": "168.25", "2a": "210.00", "2b": "141.60", "3c": "173.50",
    "4a": "742.80", "4b": "689.15",
}  # fmt: skip
RUNNING_SPENT = {"1a": "600.00", "1b": "371.25", "2a": "75.00", "4a": "748.00", "4b": "702.30"}


@steps.register(13)
def agree_and_spend(story: Story) -> None:
    """What the district promised, and what was spent besides claims."""
    if not story.has_happened:
        return
    agreed = OSDORP_AGREED if story.key == "osdorp" else {}
    for group in BudgetGroup.objects.filter(project=story.project):
        group.agreed = (
            Decimal(agreed[str(group.number)])
            if agreed
            else sum((line.derived for line in group.lines.all()), Decimal("0.00"))
        )
        group.save()
    lines = {line.code: line for line in BudgetLine.objects.filter(group__project=story.project)}
    for code, amount in (OSDORP_AGREED_LINES if agreed else {}).items():
        lines[code].agreed = Decimal(amount)
        lines[code].save()
    day = story.days[1][1] - timedelta(days=3)
    for code, amount in (OSDORP_SPENT if agreed else RUNNING_SPENT).items():
        actions.book_expense(
            line=lines[code],
            amount=Decimal(amount),
            spent_on=day,
            payee=lines[code].name,
            by=story.coordinator,
        )
    for user in story.team if story.finished else []:
        actions.book_expense(
            line=lines["2c"],
            amount=Decimal("100.00"),
            spent_on=story.ends_on - timedelta(days=40),
            payee=user.name,
            by=story.coordinator,
        )


@steps.register(90)
def report(story: Story) -> None:
    """The end report of a finished project, final; of one that runs, a draft."""
    if not story.has_happened:
        return
    draft = actions.start_report(project=story.project, by=story.coordinator)
    draft = actions.save_report_texts(
        report=draft,
        texts=_report_texts(story),
        name_countries=story.finished,
        by=story.coordinator,
    )
    if story.finished:
        actions.finalise_report(report=draft, files=prepare_final(draft), by=story.coordinator)


def _report_texts(story: Story) -> dict[str, str]:
    texts = dict(story.facts["texts"])
    texts.setdefault("background", story.facts["aim"])
    lessons = "\n".join(f"- {lesson}" for lesson in story.facts.get("lessons", []))
    texts["lessons"] = "\n\n".join(filter(None, [texts.get("lessons", ""), lessons]))
    return texts
