"""The mail server is down for a day: pages are as fast as ever, all mail goes out the next day, and once."""

import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from matching import tasks as matching_tasks
from mixen.outbox import Outgoing
from participants import actions, tasks
from participants.models import ConcernMail, CopyMail, Message
from projects import tasks as project_tasks
from projects.actions import invite_to_team
from tests.conftest import Cast, registered
from tests.mailserver import MailServer, mail_server
from tests.servers import free_port

TEN = datetime.fromisoformat("2027-06-11T10:00:00+02:00")
DAY, SWEEP = timedelta(days=1), timedelta(minutes=20)
SLOWEST = 9.0  # seconds for two pages, on a machine that does much else
GONE = "samira@example.org"
SWEEPS: list[Callable[[], int]] = [
    tasks.send_messages,
    tasks.mail_copies,
    tasks.send_invitations,
    tasks.send_concern_mails,
    matching_tasks.send_due_call_lists,
    project_tasks.send_move_notices,
    project_tasks.send_agreement_requests,
    project_tasks.send_team_invitations,
    project_tasks.send_weekly_summaries,
]

pytestmark = pytest.mark.faults


@pytest.fixture
def server(settings: Any, clock: Any) -> Iterator[MailServer]:
    with mail_server() as made:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", made.port, 0.3
        yield made


def sweep_all() -> int:
    return sum(sweep() for sweep in SWEEPS)


@pytest.fixture
def to_be_mailed(cast: Cast, clock: Any) -> Cast:
    """A reminder for two, the copy of a third, a concern for the coordinator, somebody asked for the team."""
    for name, person in cast.people.items():
        address = f"{name}@example.org" if name in {"ans", "samira"} else ""
        actions.change_person(participant=person, person={"email": address, "phone": ""}, part={}, by=None)
    clock.move_to(TEN)
    tasks.make_messages()
    noor = registered(cast.project, "Noor", "new", None, {"gender": "woman", "email": "noor@example.org"}, {})
    actions.sign_up(participant=noor, signed_as="Noor", copy_by="email", by=None)
    actions.report_concern(project=cast.project, words="Er is iets.", where="other", by=cast.ambassador)
    invite_to_team(project=cast.project, email="nieuw@example.org", name="Nieuw", by=cast.coordinator)
    return cast


def test_a_day_without_a_mail_server_costs_time_and_nothing_else(
    to_be_mailed: Cast, server: MailServer, settings: Any, clock: Any, as_user: Any, noted: Callable[..., None]
) -> None:
    cast, settings.EMAIL_PORT = to_be_mailed, free_port()
    slowest = 0.0
    for number in range(DAY // SWEEP):
        assert sweep_all() == 0
        if number % 24 == 0:
            began = time.perf_counter()
            assert as_user(cast.coordinator).get("/").status_code == 200
            assert as_user(None).post("/account/login/code/", {"email": cast.leader.email}).status_code == 302
            slowest = max(slowest, time.perf_counter() - began)
        clock.shift(SWEEP)
    assert slowest < SLOWEST
    given_up = [row for model in Outgoing.__subclasses__() for row in model._default_manager.exclude(given_up="")]
    assert [row for row in given_up if row.failures] == []

    settings.EMAIL_PORT = server.port
    server.refusals[GONE] = "550 no such user"
    for _hour in range(3):
        sweep_all()
        clock.shift(timedelta(minutes=61))
    wanted = {"ans@example.org", "noor@example.org", "nieuw@example.org", cast.coordinator.email}
    addresses = [address for address, _text in server.taken]
    assert not ConcernMail.objects.filter(sent_at=None).exists()
    assert not CopyMail.objects.filter(sent_at=None).exists()
    noted(
        "mail server down for a day",
        killed="mail server",
        times=1,
        sent=len(addresses),
        lost=len(wanted - set(addresses)),
        doubled=len(addresses) - len(set(addresses)),
    )
    page = as_user(cast.coordinator).get("/").content.decode()
    assert "E-mail aan Samira komt niet aan" in page
    assert Message.objects.get(participant=cast.samira).failures > 0
