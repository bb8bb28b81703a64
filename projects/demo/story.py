"""The demo, built through the same actions the pages call. Each app adds its steps; the chain runs in their order.

A demo project is a ``Story``: which people and places, and which days. Steps get the story and read or add to it.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from mixen.accounts.models import User
from projects.models import (
    District,
    DistrictOfficial,
    Meeting,
    PayingAccount,
    Project,
    Role,
)
from projects.registry import Registry

# 2026-11-28: development only, the command refuses to run in production
PASSWORD = "mokum-demo"  # noqa: S105  # nosec B105
FOLDER = Path(__file__).parents[1]
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
    PayingAccount.objects.get_or_create(name="Stichting Proefhuis", iban="NL91ABNA0417164300")
    for slug in ("nieuw-west", "noord"):
        DistrictOfficial.objects.get_or_create(user=users[slug], district=District.objects.get(slug=slug))
    return users
