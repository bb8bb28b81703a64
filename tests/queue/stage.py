"""The deeds of the queue tests, each in a process of its own: ``python -m tests.queue.stage ask``."""

import json
import sys
from datetime import date, timedelta
from functools import partial
from typing import Any

import django

django.setup()

import time_machine  # noqa: E402
from django.db.models import Q  # noqa: E402
from django.utils import timezone  # noqa: E402

from matching.actions import end_couple, form_couple  # noqa: E402
from matching.models import CoupleMember  # noqa: E402
from mixen import outbox  # noqa: E402
from mixen.celery import enqueue  # noqa: E402
from participants.actions import ask_certificates_pdf, complete_by_decision, issue_certificates  # noqa: E402
from participants.models import Message, Participant  # noqa: E402
from participants.tasks import make_messages, render_batch, resume_batches, send_messages  # noqa: E402
from projects.actions import finalise_report, start_report  # noqa: E402
from projects.models import EndReport, Project  # noqa: E402
from projects.report_files import prepare_final  # noqa: E402
from tests.conftest import NOW, build_cast, signed_up  # noqa: E402
from tests.excursions.rush import parties, rushes, trip  # noqa: E402
from tests.faults.tasks import lost_with_the_queue  # noqa: E402
from tests.postgres.threads import at_once, refusals, successes  # noqa: E402

CLOSING = date(2027, 6, 12)


def prepare(number: int) -> int:
    """A project of which ``number`` people have a certificate, and somebody asks for the PDF of all."""
    with time_machine.travel(NOW, tick=False):
        cast = build_cast()
        for one in range(number):
            guest = signed_up(cast.project, f"Gast{one}", "new", None, {"gender": "woman"}, {})
            complete_by_decision(participant=guest, reason="hielp mee", by=cast.coordinator)
        issue_certificates(project=cast.project, on=CLOSING, by=cast.coordinator)
    return ask()


def ask() -> int:
    """Ask for the PDF of all certificates; the number of the batch."""
    return ask_certificates_pdf(project=Project.objects.get(slug="nieuw-west-2027"), by=None).pk


def sweep(number: int) -> None:
    """What beat asks for every minute; and the queue delivers the first message twice more."""
    resume_batches.delay()
    for _time in range(2):
        render_batch.delay(number)


def many_messages(number: int) -> int:
    """``number`` people with an e-mail address are expected at a meeting in six hours; the messages that were made."""
    with time_machine.travel(NOW, tick=False):
        cast = build_cast()
        for one in range(number):
            facts = {"gender": "woman", "email": f"gast{one}@example.org"}
            signed_up(cast.project, f"Gast{one}", ("new", "old")[one % 2], None, facts, {})
    begin = timezone.now() + timedelta(hours=6)
    cast.project.meetings.filter(kind="closing").update(starts_at=begin, ends_at=begin + timedelta(hours=2))
    cast.project.meetings.exclude(kind="closing").delete()
    cast.foreign.meetings.all().delete()
    Participant.objects.update(signed_up_on=timezone.localdate() - timedelta(days=10))
    Participant.objects.filter(person__email="").update(status="stopped")
    make_messages()
    return Message.objects.count()


def send() -> None:
    """What beat asks for every minute; asked for twice at once."""
    for _time in range(2):
        enqueue(send_messages)


def send_without_claims() -> int:
    """What ``send_messages`` would do if a worker claimed no row before it sends."""
    outbox.unsent = lambda now=None: Q(sent_at__isnull=True, given_up="")
    return send_messages()


def mails_in_the_queue_only(number: int) -> None:
    """``number`` mails that are jobs in the queue, with no row behind them."""
    for one in range(number):
        lost_with_the_queue.delay(f"gast{one}@example.org")


def report_to_freeze() -> int:
    """A report that may be frozen: the closing meeting was yesterday."""
    cast = build_cast()
    begin = timezone.now() - timedelta(days=1)
    cast.project.meetings.filter(kind="closing").update(starts_at=begin, ends_at=begin + timedelta(hours=2))
    return start_report(project=cast.project, by=cast.coordinator).pk


def freeze_report() -> None:
    """Freeze it, as the button does; once it is final there is nothing to freeze."""
    draft = EndReport.objects.filter(status=EndReport.Status.DRAFT).first()
    if draft:
        finalise_report(report=draft, files=prepare_final(draft), by=None)


def claims(rounds: int) -> list[Any]:
    """Four ambassadors claim one person at once: per round how many succeeded, the refusals, and the active places."""
    with time_machine.travel(NOW, tick=False):
        cast = build_cast()
        found = []
        for _round in range(rounds):
            deeds = [
                partial(form_couple, project=cast.project, old=cast.people[old], new=[cast.lale], by=by)
                for old, by in (("ans", cast.leader), ("willem", None), ("corrie", cast.colleague), ("joop", None))
            ]
            answers = at_once(deeds)
            places = CoupleMember.objects.filter(participant=cast.lale, left_on__isnull=True).count()
            (couple,) = successes(answers)
            found.append([1, [error.message for error in refusals(answers)], places])
            end_couple(couple=couple, reason="mistake", by=cast.coordinator)
        return found


def rush(times: int) -> list[list[str]]:
    """Thirty people sign up for twenty places at once, so many times; the faults after each."""
    with time_machine.travel(NOW, tick=False):
        cast = build_cast()
        return list(rushes(cast, trip(cast), parties(cast), times))


if __name__ == "__main__":
    deed, *arguments = sys.argv[1:]
    print(json.dumps(globals()[deed](*map(int, arguments))))  # noqa: T201
