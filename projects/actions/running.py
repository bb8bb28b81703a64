"""Starting and running a project: plan, meetings, partners, team."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from projects.actions.moving import move_steps
from projects.dates import dates_changed
from projects.models import (
    ContactPerson,
    Meeting,
    Membership,
    Organisation,
    Partnership,
    Project,
    Role,
    StepFree,
)
from projects.planning import check_times, hold_against_the_rules
from projects.template import checklist_for


@action
def change_project(*, project: Project, by: User | None, **changes: Any) -> Project:
    """Change what a project is: aim, dates, numbers, caps, contact. Raises DomainError for what breaks a rule.

    What hangs on its dates, such as the days of the calls, moves with them.
    """
    for name, value in changes.items():
        setattr(project, name, value)
    hold_against_the_rules(project)
    _check_halfway(project)
    project.save()
    move_steps(project=project, by=by)
    dates_changed(project, by)
    return project


def _check_halfway(project: Project) -> None:
    day = project.halfway_calls_from
    if day and not project.starts_on <= day <= project.ends_on:
        raise DomainError(_("Kies een dag tussen het begin en het eind van het project."), field="halfway_calls_from")


@action
def add_team_member(*, project: Project, user: User, role: Role, by: User | None, **noted: Any) -> Membership:
    """Give ``user`` a place in the team; ``noted`` are training, certificate of conduct and insurance."""
    if Membership.objects.filter(project=project, user=user).exists():
        raise DomainError(_("%(name)s zit al in het team.") % {"name": user.name}, field="user")
    return Membership.objects.create(project=project, user=user, role=role, **noted)


@action
def plan_meeting(
    *,
    project: Project,
    kind: Meeting.Kind | str,
    starts_at: datetime,
    ends_at: datetime,
    by: User | None,
    venue: Organisation | None = None,
    place: str = "",
    programme: str = "",
    step_free: StepFree | str = StepFree.UNKNOWN,
    transit: str = "",
) -> Meeting:
    """Add a meeting. Raises DomainError when it ends before it begins or is there already."""
    check_times(starts_at, ends_at)
    if Meeting.objects.filter(project=project, kind=kind, starts_at=starts_at).exists():
        raise DomainError(_("Deze bijeenkomst staat er al."), field="day")
    meeting = Meeting.objects.create(
        project=project,
        kind=kind,
        starts_at=starts_at,
        ends_at=ends_at,
        venue=venue,
        place=place,
        programme=programme,
        step_free=step_free,
        transit=transit,
    )
    for task in checklist_for(meeting):
        task.save()
    move_steps(project=project, by=by)
    return meeting


@action
def add_partner(
    *,
    project: Project,
    organisation: Organisation,
    contribution: str,
    by: User | None,
    contact: ContactPerson | None = None,
    agreed_on: date | None = None,
    terms: str = "",
) -> Partnership:
    """Note that ``organisation`` takes part, and with what. Raises DomainError when it is a partner already."""
    if Partnership.objects.filter(project=project, organisation=organisation).exists():
        raise DomainError(_("Deze organisatie doet al mee in dit project."), field="organisation")
    if contact and contact.organisation_id != organisation.pk:
        raise DomainError(_("Deze contactpersoon hoort bij een andere organisatie."), field="contact")
    return Partnership.objects.create(
        project=project,
        organisation=organisation,
        contribution=contribution,
        terms=terms,
        contact=contact,
        agreed_on=agreed_on,
    )
