"""Starting and running a project: plan, meetings, partners, team."""

from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from projects.dates import dates_changed
from projects.models import (
    ContactPerson,
    District,
    Meeting,
    Membership,
    Organisation,
    Partnership,
    PlanStep,
    Project,
    Role,
)
from projects.template import add_template_budget, plan_steps_for

TAKEN = frozenset({"nieuw"})  # addresses under /projecten/ that are no project


@action
def start_project(
    *,
    name: str,
    district: District,
    starts_on: date,
    ends_on: date,
    meetings: dict[Meeting.Kind, tuple[datetime, datetime]],
    by: User | None,
    area: str = "",
    aim: str = "",
    slug: str = "",
    is_practice: bool = False,
    **numbers: int,
) -> Project:
    """Make a project with its meetings, the stappenplan and the budget of the template.

    ``numbers`` are the targets, minima and maxima per side (``target_old`` and so on). Raises DomainError when the
    name is taken or the meetings are not in order.
    """
    if Project.objects.filter(Q(name__iexact=name) | Q(slug=slug or "-")).exists():
        raise DomainError(_("Er is al een project met deze naam. Kies een andere naam."), field="name")
    slug = slug or _slug(name, district, starts_on)
    begins = [meetings[kind][0] for kind in Meeting.Kind if kind in meetings]
    if begins != sorted(begins):
        raise DomainError(_("De bijeenkomsten staan niet op volgorde: eerst informatie, dan mix, dan slot."))
    project = Project(
        name=name,
        slug=slug,
        district=district,
        area=area,
        aim=aim,
        starts_on=starts_on,
        ends_on=ends_on,
        is_practice=is_practice,
        **numbers,
    )
    _hold_against_the_rules(project)
    project.save()
    for kind, (begin, end) in meetings.items():
        Meeting.objects.create(project=project, kind=kind, starts_at=begin, ends_at=end)
    for step in plan_steps_for(project):
        step.save()
    add_template_budget(project)
    return project


def _slug(name: str, district: District, starts_on: date) -> str:
    """The project's part of the address; a name without Latin letters takes district and year instead."""
    wish = slugify(name) or f"{district.slug}-{starts_on.year}"
    taken = TAKEN | set(Project.objects.filter(slug__startswith=wish).values_list("slug", flat=True))
    numbered = (f"{wish}-{number}" for number in range(2, len(taken) + 3))
    return wish if wish not in taken else next(slug for slug in numbered if slug not in taken)


def _hold_against_the_rules(project: Project) -> None:
    """DomainError, at its field, for the first rule of the model that ``project`` breaks."""
    try:
        project.full_clean()
    except ValidationError as error:
        field, found = next(iter(error.message_dict.items()))
        raise DomainError(found[0], field=None if field == NON_FIELD_ERRORS else field) from error


@action
def change_project(*, project: Project, by: User | None, **changes: Any) -> Project:
    """Change what a project is: aim, dates, numbers, caps, contact. Raises DomainError for what breaks a rule.

    What hangs on its dates, such as the days of the calls, moves with them.
    """
    for name, value in changes.items():
        setattr(project, name, value)
    _hold_against_the_rules(project)
    _check_halfway(project)
    project.save()
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
) -> Meeting:
    """Add a meeting. Raises DomainError when it ends before it begins or is there already."""
    _check_times(starts_at, ends_at)
    if Meeting.objects.filter(project=project, kind=kind, starts_at=starts_at).exists():
        raise DomainError(_("Deze bijeenkomst staat er al."), field="day")
    return Meeting.objects.create(
        project=project, kind=kind, starts_at=starts_at, ends_at=ends_at, venue=venue, place=place, programme=programme
    )


@action
def change_meeting(*, meeting: Meeting, by: User | None, **changes: Any) -> Meeting:
    """Change a meeting's kind, times, place, programme or minutes. One that has begun keeps out of the future."""
    _check_times(changes.get("starts_at", meeting.starts_at), changes.get("ends_at", meeting.ends_at))
    if meeting.has_begun and changes.get("starts_at", meeting.starts_at) > timezone.now():
        raise DomainError(_("Deze bijeenkomst is al geweest. De datum kan niet meer veranderen."), field="day")
    for name, value in changes.items():
        setattr(meeting, name, value)
    meeting.save()
    return meeting


def _check_times(starts_at: datetime, ends_at: datetime) -> None:
    if ends_at <= starts_at:
        raise DomainError(_("De eindtijd moet na de begintijd liggen."), field="ends")
    if ends_at - starts_at > timedelta(hours=16):
        raise DomainError(_("Een bijeenkomst duurt ten hoogste 16 uur."), field="ends")


@action
def finish_step(*, step: PlanStep, by: User | None, on: date | None = None) -> PlanStep:
    """Note a step as done; a step that is done already keeps its first date."""
    if step.done_on is None:
        step.done_on, step.done_by = on or timezone.localdate(), by
        step.save()
    return step


@action
def reopen_step(*, step: PlanStep, by: User | None) -> PlanStep:
    """Take 'done' back."""
    step.done_on, step.done_by = None, None
    step.save()
    return step


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
