"""Visits by appointment: asked for, arranged with the organisation, told, and done or called off."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from excursions.actions.strips import use_strip
from excursions.models import Place, Visit
from matching.models import Couple
from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from participants.models import Participant
from projects.models import Project

State = Visit.State


@action
def ask_visit(
    *,
    project: Project,
    place: Place,
    couples: Iterable[Couple],
    wished: str,
    by: User | None,
    told_by: Participant | None = None,
) -> Visit:
    """A couple, or a few together, wants to visit ``place``; ``told_by`` is who asked on their own page.

    DomainError for a place that does not receive by appointment, without couples, and for a couple that stopped or
    has asked already.
    """
    if not place.by_appointment:
        raise DomainError(_("Voor deze plek maak je geen afspraak."), field="place")
    rows = Couple.objects.select_for_update(of=("self",)).filter(pk__in=[one.pk for one in couples])
    found = list(rows.with_members().order_by("pk"))
    if not found:
        raise DomainError(_("Kies ten minste één koppel."), field="couples")
    for couple in found:
        if couple.project_id != project.pk or not couple.is_active:
            raise DomainError(_("Een van de koppels is gestopt."), field="couples")
        if couple.visits.not_over().filter(place=place).exists():
            raise DomainError(_("Dit bezoek is al gevraagd voor %(couple)s.") % {"couple": couple.title})
    visit = Visit.objects.create(project=project, place=place, wished=wished, asked_by=by, told_by=told_by)
    visit.couples.set(found)
    return visit


@action
def arrange_visit(*, visit: Visit, at: datetime, meeting_point: str, by: User | None) -> Visit:
    """The final date, agreed with the organisation; another date or place has to be told again.

    DomainError for a moment that has been, and when the visit was done or called off.
    """
    locked = _not_over(visit)
    if at <= timezone.now():
        raise DomainError(_("Kies een moment dat nog komt."), field="day")
    if locked.is_going_on and (locked.starts_at, locked.meeting_point) == (at, meeting_point):
        return locked
    locked.starts_at, locked.meeting_point = at, meeting_point
    locked.state, locked.arranged_on = State.ARRANGED, timezone.localdate()
    locked.save()
    return locked


@action
def note_visit_told(*, visit: Visit, by: User | None) -> Visit:
    """Everybody who goes knows the date. DomainError while there is none."""
    locked = _with_a_date(visit)
    locked.state = State.TOLD
    locked.save()
    return locked


@action
def note_visit_done(*, visit: Visit, by: User | None) -> Visit:
    """They were there: the strip of the place is used. DomainError without a date, and for one that is to come."""
    locked = _with_a_date(visit)
    day = timezone.localdate(locked.starts_at)
    if day > timezone.localdate():
        raise DomainError(_("Dit bezoek moet nog komen."))
    locked.state = State.DONE
    locked.save()
    booklet = locked.project.booklets.in_use()
    entry = booklet.entries.select_related("booklet").filter(place=locked.place_id).first() if booklet else None
    if entry:
        for couple in locked.couples.order_by("pk"):
            if couple.ended_on is None or couple.ended_on >= day:
                use_strip(entry=entry, couple=couple, on=day, by=by)
    return locked


@action
def call_off_visit(*, visit: Visit, reason: str, by: User | None) -> Visit:
    """It will not happen. DomainError when it was done or called off already."""
    locked = _not_over(visit)
    locked.state, locked.reason = State.OFF, reason
    locked.save()
    return locked


def _not_over(visit: Visit) -> Visit:
    locked = Visit.objects.select_for_update(of=("self",)).select_related("project").get(pk=visit.pk)
    if locked.is_over:
        raise DomainError(_("Dit bezoek is al afgerond."))
    return locked


def _with_a_date(visit: Visit) -> Visit:
    locked = _not_over(visit)
    if not locked.is_going_on:
        raise DomainError(_("Leg eerst vast wanneer het bezoek is."))
    return locked
