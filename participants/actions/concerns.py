"""Concerns: reporting one, what is done about it, and keeping somebody from being matched meanwhile."""

from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.celery import enqueue
from mixen.errors import DomainError
from participants.concern_readers import readers_of
from participants.models import Concern, ConcernMail, ConcernStep, Participant
from participants.tasks import send_concern_mails
from projects.models import Project

SAME_WITHIN = timedelta(minutes=10)
"""What is reported again in the same words within this time is a button that was pressed twice."""


@action
def report_concern(
    *,
    project: Project,
    words: str,
    where: Concern.Where | str,
    by: User | None,
    about: Sequence[Participant] = (),
    reporter: Participant | None = None,
) -> Concern:
    """Report that something is not right; it reaches at once the coordinator, who was named beside, and nobody else.

    ``reporter`` is the participant who said so themselves; else it is ``by``. Sent twice it is one concern. Raises
    DomainError for people of another project.
    """
    _check_belonging(project, about)
    Project.objects.select_for_update(no_key=True).get(pk=project.pk)
    if sent := _sent_before(project, words, None if reporter else by, reporter, about):
        return sent
    concern = Concern.objects.create(
        project=project, where=where, words=words, reported_by=None if reporter else by, reporter=reporter
    )
    concern.about.set(about)
    for user in readers_of(project):
        if user != by:
            ConcernMail.objects.create(concern=concern, user=user)
    transaction.on_commit(lambda: enqueue(send_concern_mails))
    return concern


def _sent_before(
    project: Project, words: str, by: User | None, reporter: Participant | None, about: Sequence[Participant]
) -> Concern | None:
    """The concern that a form sent twice has made a moment ago."""
    moment = timezone.now() - SAME_WITHIN
    rows = Concern.objects.filter(project=project, words=words, reported_by=by, reporter=reporter)
    meant = {one.pk for one in about}
    for concern in rows.filter(reported_at__gt=moment, closed_at__isnull=True).prefetch_related("about"):
        if {one.pk for one in concern.about.all()} == meant:
            return concern
    return None


@action
def note_step(*, concern: Concern, what: str, by: User | None) -> ConcernStep:
    """Note what was done about a concern. Steps are added and never changed, also after it was closed.

    The same words again within ten minutes, with nothing noted in between, are a form that was sent twice: one step.
    """
    Concern.objects.select_for_update(no_key=True).get(pk=concern.pk)
    last = concern.steps.order_by("pk").last()
    if last and (last.what, last.done_by) == (what, by) and last.done_at > timezone.now() - SAME_WITHIN:
        return last
    return ConcernStep.objects.create(concern=concern, what=what, done_by=by)


@action
def name_people(*, concern: Concern, about: Sequence[Participant], by: User | None) -> Concern:
    """Say whom a concern is about, beside who was named already. Raises DomainError for another project's people."""
    _check_belonging(concern.project, about)
    concern.about.add(*about)
    return concern


@action
def close_concern(*, concern: Concern, by: User | None) -> Concern:
    """What could be done was done. Raises DomainError when nothing was noted, or when it was closed already."""
    now = Concern.objects.select_for_update().get(pk=concern.pk)
    if now.closed_at:
        raise DomainError(_("Deze zorg is al afgesloten."))
    if not now.steps.exists():
        raise DomainError(_("Schrijf eerst op wat je hebt gedaan. Daarna kun je de zorg afsluiten."))
    now.closed_at = timezone.now()
    now.save(update_fields=["closed_at"])
    return now


@action
def keep_from_matching(*, concern: Concern, participant: Participant, by: User | None) -> Participant:
    """Somebody is not coupled any more, in this project nor in another, until ``match_again``; noted as a step.

    Raises DomainError for who does not belong to the project, or is kept from it already.
    """
    _check_belonging(concern.project, [participant])
    rows = _rows_of(participant)
    mine = next(row for row in rows if row.pk == participant.pk)
    if mine.not_matched_since:
        raise DomainError(_("%(name)s wordt al niet gekoppeld.") % {"name": mine.person.goes_by})
    for row in rows:
        if row.not_matched_since is None:
            row.not_matched_since = timezone.localdate()
            row.save(update_fields=["not_matched_since"])
    concern.about.add(mine)
    what = _("%(name)s wordt voorlopig niet gekoppeld.") % {"name": mine.person.goes_by}
    ConcernStep.objects.create(concern=concern, what=what, done_by=by)
    return mine


@action
def match_again(*, concern: Concern, participant: Participant, why: str, by: User | None) -> Participant:
    """Somebody may be coupled again, everywhere; ``why`` is noted as a step. DomainError for who always could."""
    _check_belonging(concern.project, [participant])
    rows = _rows_of(participant)
    mine = next(row for row in rows if row.pk == participant.pk)
    if mine.not_matched_since is None:
        raise DomainError(_("%(name)s kan al gekoppeld worden.") % {"name": mine.person.goes_by})
    for row in rows:
        row.not_matched_since = None
        row.save(update_fields=["not_matched_since"])
    what = _("%(name)s kan weer gekoppeld worden. %(why)s") % {"name": mine.person.goes_by, "why": why}
    ConcernStep.objects.create(concern=concern, what=what, done_by=by)
    return mine


def _rows_of(participant: Participant) -> list[Participant]:
    """The parts of one person in all projects, locked in order of number, as everywhere."""
    rows = Participant.objects.select_for_update(of=("self",)).select_related("person")
    return list(rows.filter(person=participant.person_id).order_by("pk"))


def _check_belonging(project: Project, people: Sequence[Participant]) -> None:
    if any(one.project_id != project.pk for one in people):
        raise DomainError(_("Een van deze deelnemers hoort bij een ander project. Kies opnieuw."), field="about")
