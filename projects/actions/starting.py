"""A project begins: from the template, from a plan that was kept, or as follow-up of an earlier project."""

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from projects.models import ContactPerson, District, Meeting, Organisation, PlanStep, PlanTemplate, Project
from projects.planning import anchor_days, hold_against_the_rules
from projects.taking import BUDGET, PLAN, takeables
from projects.template import add_template_budget, checklist_for, plan_steps_for

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
    template: PlanTemplate | None = None,
    previous: Project | None = None,
    take: Collection[str] = (),
    contact: ContactPerson | None = None,
    new_contact: dict[str, str] | None = None,
    evaluates_on: date | None = None,
    **numbers: int,
) -> Project:
    """Make a project with its meetings, their checklists, a stappenplan and a budget.

    Plan and budget are the template's, unless they are among what it is to ``take`` along from ``previous`` (keys of
    ``projects.taking``). ``new_contact`` (name, email, phone) is somebody of the district who is not known yet;
    ``evaluates_on`` the day the ambassadors evaluate. ``numbers`` are the targets, minima and maxima per side
    (``target_old`` and so on). Raises DomainError when the name is taken or the meetings are not in order.
    """
    if Project.objects.filter(Q(name__iexact=name) | Q(slug=slug or "-")).exists():
        raise DomainError(_("Er is al een project met deze naam. Kies een andere naam."), field="name")
    _check_order(meetings)
    project = Project(
        name=name,
        slug=slug or _slug(name, district, starts_on),
        district=district,
        area=area,
        aim=aim,
        starts_on=starts_on,
        ends_on=ends_on,
        is_practice=is_practice,
        previous=previous,
        district_contact=contact,
        **numbers,
    )
    hold_against_the_rules(project)
    if new_contact:
        project.district_contact = note_district_contact(district=district, by=by, **new_contact)
    project.save()
    for kind, (begin, end) in meetings.items():
        meeting = Meeting.objects.create(project=project, kind=kind, starts_at=begin, ends_at=end)
        for task in checklist_for(meeting):
            task.save()
    _fill(project, previous, template, set(take) if previous else set(), by)
    if evaluates_on:
        _evaluate_on(project, evaluates_on)
    return Project.objects.get(pk=project.pk)


def _evaluate_on(project: Project, day: date) -> None:
    """The step of the plan that evaluates gets its day; a plan without one gets the step."""
    closing = anchor_days(project)[PlanStep.Anchor.CLOSING]
    found = (
        project.plan_steps.filter(phase=PlanStep.Phase.CLOSING, name__icontains="evalue").order_by("-due_on").first()
    )
    step = found or PlanStep(project=project, phase=PlanStep.Phase.CLOSING, name=_("Evalueren met de ambassadeurs"))
    step.anchor, step.offset_days, step.due_on = PlanStep.Anchor.CLOSING, (day - closing).days, day
    step.save()


def _check_order(meetings: dict[Meeting.Kind, tuple[datetime, datetime]]) -> None:
    begins = [meetings[kind][0] for kind in Meeting.Kind if kind in meetings]
    if begins != sorted(begins):
        raise DomainError(_("De bijeenkomsten staan niet op volgorde: eerst informatie, dan mix, dan slot."))


def _fill(
    project: Project, previous: Project | None, template: PlanTemplate | None, take: set[str], by: User | None
) -> None:
    if PLAN not in take:
        for step in plan_steps_for(project, template):
            step.save()
    if BUDGET not in take:
        add_template_budget(project)
    for takeable in takeables:
        if previous and takeable.key in take:
            takeable.carry(previous, project, by)


def _slug(name: str, district: District, starts_on: date) -> str:
    """The project's part of the address; a name without Latin letters takes district and year instead."""
    wish = slugify(name) or f"{district.slug}-{starts_on.year}"
    taken = TAKEN | set(Project.objects.filter(slug__startswith=wish).values_list("slug", flat=True))
    numbered = (f"{wish}-{number}" for number in range(2, len(taken) + 3))
    return wish if wish not in taken else next(slug for slug in numbered if slug not in taken)


@action
def note_district_contact(
    *, district: District, name: str, by: User | None, job: str = "", email: str = "", phone: str = ""
) -> ContactPerson:
    """Somebody of the district by ``name``; the district's own organisation is made when it is not there yet."""
    government = Organisation.objects.filter(kind=Organisation.Kind.GOVERNMENT, district=district).first()
    if government is None:
        wish = _("Stadsdeel %(name)s") % {"name": district.name}
        if Organisation.objects.filter(name__iexact=wish).exists():
            wish = _("%(name)s (overheid)") % {"name": wish}
        government = Organisation.objects.create(name=wish, kind=Organisation.Kind.GOVERNMENT, district=district)
    known = government.contact_people.filter(name__iexact=name).first()
    return known or ContactPerson.objects.create(organisation=government, name=name, job=job, email=email, phone=phone)
