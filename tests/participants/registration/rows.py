"""Run in a process of its own, on the database the load is for: ``make 40`` tablets, or ``count`` what was stored."""

import json
import sys
from datetime import timedelta
from typing import Any

import django


def make(count: int) -> dict[str, Any]:
    """A project with room for everybody and ``count`` tablets; their tokens, and the key to seal with."""
    from django.utils import timezone

    from mixen.accounts.models import User
    from participants.actions import open_tablet
    from participants.registration.keys import public_key
    from projects.models import District, Project

    today = timezone.localdate()
    project = Project.objects.create(
        name="Drukte",
        slug="drukte",
        district=District.objects.get(slug="oost"),
        starts_on=today,
        ends_on=today + timedelta(days=180),
        max_new=5000,
        max_old=5000,
    )
    by = User.objects.create_user("drukte@example.org", "een-lang-wachtwoord", name="Drukte")
    tokens = [open_tablet(project=project, pin="4827", by=by).token for _number in range(count)]
    return {"tokens": tokens, "key": public_key()}


def count() -> dict[str, int]:
    """How many rows there are of each kind."""
    from participants.models import Consent, Language, Parked, Participant, Person, PersonalLink, Signature

    keys = Participant.objects.values("registration_key").distinct().count()
    found: dict[str, int] = {"keys": keys}
    for model in (Participant, Person, Signature, Consent, PersonalLink, Parked):
        found[model.__name__] = model.objects.count()
    found["spoken"] = Language.people.through.objects.count()
    return found


if __name__ == "__main__":
    django.setup()
    sys.stdout.write(json.dumps(make(int(sys.argv[2])) if sys.argv[1] == "make" else count()))
