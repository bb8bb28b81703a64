"""What a follow-up takes along from an earlier project; each app adds what it keeps. Never people who took part."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from mixen.accounts.models import User
from projects.models import BudgetGroup, Membership, Organisation, PlanStep, Project
from projects.registry import Registry
from projects.template import dated

Carry = Callable[[Project, Project, User | None], object]


@dataclass(frozen=True)
class Takeable:
    """Something that can go along: its ``key``, what it is called, and who carries it (from, to, by whom)."""

    key: str
    label: Any
    carry: Carry


takeables: Registry[Takeable] = Registry("taking")
PLAN, BUDGET = "plan", "budget"
"""What a project always has: the template gives it where it is not taken along."""


def _plan(earlier: Project, project: Project, by: User | None) -> None:
    project.couple_months, project.early_call_after = earlier.couple_months, earlier.early_call_after
    project.save()
    for step in dated(project, [_step_facts(step, earlier) for step in earlier.plan_steps.order_by("due_on", "pk")]):
        step.save()


def _step_facts(step: PlanStep, earlier: Project) -> dict[str, Any]:
    anchor, offset = step.rule_in(earlier.starts_on)
    kept = {"phase": step.phase, "name": step.name, "owner_role": step.owner_role, "note": step.note}
    return {**kept, "anchor": anchor, "offset_days": offset}


LINE_FACTS = (
    "code", "name", "quantity", "unit_price", "per", "is_optional", "left_out", "claim_kind", "is_allowance",
)  # fmt: skip


def _budget(earlier: Project, project: Project, by: User | None) -> None:
    """Lines with quantity and price; what the district agreed to is agreed anew."""
    project.cap_expenses, project.cap_transport = earlier.cap_expenses, earlier.cap_transport
    project.save()
    for group in earlier.budget_groups.prefetch_related("lines"):
        new = BudgetGroup.objects.create(project=project, number=group.number, name=group.name)
        for line in group.lines.all():
            new.lines.create(**{name: getattr(line, name) for name in LINE_FACTS})


def _partners(earlier: Project, project: Project, by: User | None) -> None:
    """Organisations within reach, with whom one speaks there and what they did, still to be agreed; and the halls."""
    reach = Organisation.objects.within_reach_of(project)
    for old in earlier.partnerships.filter(organisation__in=reach):
        project.partnerships.create(
            organisation_id=old.organisation_id, contact_id=old.contact_id, contribution=old.contribution
        )
    partners = set(project.partnerships.values_list("organisation", flat=True))
    halls = {one.kind: one for one in earlier.meetings.order_by("-starts_at") if one.venue_id in partners}
    for meeting in project.meetings.all():
        if hall := halls.get(meeting.kind):
            meeting.venue_id, meeting.place = hall.venue_id, hall.place
            meeting.step_free, meeting.transit = hall.step_free, hall.transit
            meeting.save()


def _team(earlier: Project, project: Project, by: User | None) -> None:
    """The team with what was noted of it: training, certificate of conduct, insurance."""
    for member in earlier.memberships.filter(user__is_active=True):
        Membership.objects.get_or_create(
            project=project,
            user_id=member.user_id,
            defaults={
                "role": member.role,
                "trained_on": member.trained_on,
                "conduct_certificate_seen_on": member.conduct_certificate_seen_on,
                "insured": member.insured,
                "tasks": member.tasks,
                "dayparts": member.dayparts,
            },
        )


def _texts(earlier: Project, project: Project, by: User | None) -> None:
    """The aim, and the programme of each kind of meeting."""
    project.aim = project.aim or earlier.aim
    project.save()
    programmes = {one.kind: one.programme for one in earlier.meetings.order_by("-starts_at") if one.programme}
    for meeting in project.meetings.filter(kind__in=programmes):
        meeting.programme = programmes[meeting.kind]
        meeting.save()


takeables.add(10, Takeable(PLAN, _("het stappenplan"), _plan))
takeables.add(20, Takeable("partners", _("de partners en zalen"), _partners))
takeables.add(30, Takeable(BUDGET, _("de begroting, zonder wat er uitgegeven is"), _budget))
takeables.add(40, Takeable("team", _("het team van ambassadeurs en projectleider"), _team))
takeables.add(50, Takeable("texts", _("de teksten: doel en programma's"), _texts))
