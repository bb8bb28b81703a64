"""The list of participants with 1,000 people beside the same page with 40: paging keeps it flat."""

from collections.abc import Iterator
from datetime import date, timedelta

import django

from benchmarks.timing import Row, side_by_side


def measure() -> Iterator[Row]:
    """One list page, large beside small."""
    django.setup()
    from django.core.management import call_command
    from django.test import Client

    from mixen.accounts.models import User

    call_command("migrate", verbosity=0)
    coordinator = User.objects.create_user("bench@example.org", "x" * 20, name="Bench", is_coordinator=True)
    client = Client()
    client.force_login(coordinator, backend="allauth.account.auth_backends.AuthenticationBackend")
    small, large = _project("klein", 40), _project("groot", 1000)
    yield side_by_side(
        "list of participants, 1,000 people",
        lambda: client.get(f"/projecten/{large}/deelnemers/"),
        lambda: client.get(f"/projecten/{small}/deelnemers/"),
        "the same page with 40 people",
    )


def _project(slug: str, size: int) -> str:
    from participants.models import Participant, Person
    from projects.models import District, Project

    today = date.today()
    project = Project.objects.create(
        name=slug,
        slug=slug,
        district=District.objects.get(slug="oost"),
        starts_on=today,
        ends_on=today + timedelta(days=180),
    )
    people = Person.objects.bulk_create(
        [Person(name=f"Proefpersoon {slug} {number}", gender="woman") for number in range(size)]
    )
    Participant.objects.bulk_create(
        [
            Participant(project=project, person=person, side="old" if number % 2 else "new")
            for number, person in enumerate(people)
        ]
    )
    return slug
