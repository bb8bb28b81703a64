"""Looks at the database that the environment names, as the site of today, and prints what it finds as JSON."""

import json
import sys
from datetime import datetime
from typing import Any

import django
import time_machine

# The demo data of the first release are of this day.
THEN = datetime.fromisoformat("2026-11-28T14:00:00+01:00")
PAGES = (
    "/", "/projecten/", "/beheer/", "/kenniscentrum/", "/projecten/{slug}/", "/projecten/{slug}/deelnemers/",
    "/projecten/{slug}/koppels/", "/projecten/{slug}/bijeenkomsten/", "/projecten/{slug}/geld/",
    "/projecten/{slug}/programma/", "/projecten/{slug}/verslag/", "/projecten/{slug}/certificaten/",
    "/projecten/{slug}/deelnemers/{participant}/", "/projecten/{slug}/koppels/{couple}/",
)  # fmt: skip


def main() -> None:
    django.setup()
    with time_machine.travel(THEN, tick=False):
        json.dump({"pages": pages(), "report": report(), "counts": counts()}, sys.stdout)


def counts() -> dict[str, int]:
    from mixen.backup.databases import counts_now

    return counts_now()


def pages() -> dict[str, int]:
    """The status of every page that there is something to see on, as the coordinator."""
    from django.test import Client

    from mixen.accounts.models import User
    from projects.models import Project

    client = Client(raise_request_exception=False, headers={"host": "localhost"})
    coordinator = User.objects.get(email="coordinator@example.org")
    client.force_login(coordinator, backend="allauth.account.auth_backends.AuthenticationBackend")
    found: dict[str, int] = {}
    for project in Project.objects.all():
        participant = project.participants.order_by("pk").first()
        couple = project.couples.order_by("pk").first()
        for page in PAGES:
            if ("{participant}" in page and not participant) or ("{couple}" in page and not couple):
                continue
            path = page.format(
                slug=project.slug, participant=participant and participant.pk, couple=couple and couple.pk
            )
            found[path] = client.get(path).status_code
    return found


def report() -> dict[str, Any]:
    """The frozen figures of the final report, and the same figures as they are worked out today."""
    from projects.models import EndReport
    from projects.report import compute

    final = EndReport.objects.get(status="final")
    now = {figure["key"]: figure["value"] for figure in json.loads(json.dumps(compute(final.project), default=str))}
    return {
        "sha256": final.sha256,
        "frozen": {figure["key"]: figure["value"] for figure in final.figures or []},
        "now": now,
    }


if __name__ == "__main__":
    main()
