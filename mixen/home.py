"""The first page after logging in, per role, and the menu that goes with it."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from matching.models import CheckIn, Couple
from matching.seen import lost_sight
from mixen.accounts.requests import MemberRequest
from mixen.metrics import exposition
from participants.attention_keeping import projects_that_wait
from participants.models import Concern, Participant
from participants.recruiting.absent import absentees, to_call
from participants.recruiting.funnel import funnels
from projects.models import District, Project
from projects.permissions import Permission, leads_somewhere, may, may_somewhere, open_to_all
from projects.timeline import timeline_of
from projects.watching import look_at


@require_safe
@open_to_all
def healthz(request: MemberRequest) -> HttpResponse:
    """The process answers; says nothing about anybody."""
    return HttpResponse("ok", content_type="text/plain")


@require_safe
@open_to_all
def readyz(request: MemberRequest, look: Callable[[], dict[str, str]]) -> HttpResponse:
    """Which parts are there: 200 when all of them are, else 503. Says nothing about anybody."""
    parts = look()
    status = 200 if set(parts.values()) == {"ok"} else 503
    return JsonResponse(parts, status=status, headers={"Cache-Control": "no-store"})


@require_safe
@open_to_all
def metrics(request: MemberRequest) -> HttpResponse:
    """Figures for Prometheus, for who knows ``METRICS_TOKEN``; there is no such page for anybody else."""
    known, given = settings.METRICS_TOKEN, request.headers.get("Authorization", "")
    if not known or not constant_time_compare(given, f"Bearer {known}"):
        raise Http404
    return HttpResponse(exposition(), content_type=CONTENT_TYPE_LATEST, headers={"Cache-Control": "no-store"})


@open_to_all
def closed(request: MemberRequest) -> HttpResponse:
    """A page of a library that this house does not have: the coordinator changes somebody's e-mail address."""
    raise Http404


@require_safe
@open_to_all
def home(request: MemberRequest) -> HttpResponse:
    """Vandaag for who runs projects; my people for an ambassador; the district's page for an official."""
    projects = list(Project.objects.visible_to(request.user).for_overview())
    running = [project for project in projects if may(request.user, Permission.EDIT_PROJECT, project)]
    if running or request.user.is_coordinator:
        return _today(request, running)
    if any(may(request.user, Permission.VIEW_PROJECT, project) for project in projects):
        return _ambassador(request, projects)
    districts = list(District.objects.filter(officials__user=request.user))
    if len(districts) == 1:
        return redirect("projects:district", districts[0].slug)
    return render(request, "home_official.html", {"districts": districts})


def _today(request: MemberRequest, projects: list[Project]) -> HttpResponse:
    """What needs me, and the projects that run."""
    today = timezone.localdate()
    going = [project for project in projects if project.phase(today) != Project.Phase.CLOSED]
    # People can still be in need after their project: a concern or a question of theirs keeps it in the list.
    troubled = set(Concern.objects.open().values_list("project", flat=True))
    troubled |= projects_that_wait(today)
    watched = [project for project in projects if project in going or project.pk in troubled]
    attention = look_at([project for project in watched if not project.is_practice], today, request.user)
    counted = funnels(going)
    couples = _couples_by_project(going)
    cards = [
        {
            "project": project,
            "phase": project.phase(today),
            "timeline": timeline_of(project, today),
            "funnels": counted[project.pk],
            "couples": couples.get(project.pk, 0),
            "next": next((meeting for meeting in project.meetings.all() if meeting.day >= today), None),
        }
        for project in going
    ]
    context = {
        "today": today,
        "urgent": [item for item in attention.items if item.urgent],
        "later": [item for item in attention.items if not item.urgent],
        "put_off": attention.put_off,
        "cards": cards,
        "may_start": may(request.user, Permission.MANAGE_CITY),
    }
    return render(request, "home_today.html", context)


def _couples_by_project(projects: list[Project]) -> dict[int, int]:
    found: dict[int, int] = {}
    for project_id in Couple.objects.active().filter(project__in=projects).values_list("project", flat=True):
        found[project_id] = found.get(project_id, 0) + 1
    return found


def _ambassador(request: MemberRequest, projects: list[Project]) -> HttpResponse:
    """The ambassador's own work: whom to call, which couples to ask after, whom to look after, what comes next."""
    today = timezone.localdate()
    going = [project for project in projects if project.phase(today) != Project.Phase.CLOSED]
    calls = CheckIn.objects.due_on(today).filter(ambassador=request.user, project__in=going).with_people()
    calls = calls.by_need(today)
    guided = Couple.objects.active().filter(ambassador=request.user, project__in=going)
    couples, unseen = list(guided.with_members()), lost_sight(guided, today)
    people = Participant.objects.active().filter(ambassador=request.user, project__in=going)
    stayed_away = [row.participant for row in to_call(absentees(going, today))]
    mine = [one for one in stayed_away if one.ambassador_id == request.user.pk]
    context = {
        "today": today,
        "projects": [
            {
                "project": project,
                "next": next((meeting for meeting in project.meetings.all() if meeting.day >= today), None),
                "calls": sum(call.project_id == project.pk for call in calls),
                "absent": sum(one.project_id == project.pk for one in mine),
                "couples": sum(one.project_id == project.pk for one in couples),
            }
            for project in going
        ],
        "calls": calls,
        "unseen": [(couple, unseen[couple.pk]) for couple in couples if couple.pk in unseen],
        "couples": couples,
        "not_well": Participant.objects.not_well().filter(ambassador=request.user, project__in=going),
        "people": people.select_related("person", "project").in_order_of_name(),
    }
    return render(request, "home_ambassador.html", context)


def navigation(request: MemberRequest) -> dict[str, Any]:
    """The main menu, by role."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"main_menu": []}
    items = [{"label": _("Vandaag"), "url": reverse("home")}]
    if user.is_coordinator:
        items.append({"label": _("Projecten"), "url": reverse("projects:list")})
        items.append({"label": _("Organisaties"), "url": reverse("projects:organisations")})
        items.append({"label": _("Stad"), "url": reverse("projects:city")})
        items.append({"label": _("Accounts"), "url": reverse("projects:accounts")})
    elif not user.needs_second_factor:
        items.append({"label": _("Projecten"), "url": reverse("projects:list")})
        if leads_somewhere(user):
            items.append({"label": _("Organisaties"), "url": reverse("projects:organisations")})
    if may_somewhere(user, Permission.READ_KNOWLEDGE):
        items.append({"label": _("Kenniscentrum"), "url": reverse("projects:knowledge")})
    if user.is_coordinator:
        items.append({"label": _("Beheer"), "url": reverse("admin:index")})
    for item in items:
        here = request.path == item["url"] if item["url"] == "/" else request.path.startswith(item["url"])
        item["current"] = here  # type: ignore[assignment]
    return {"main_menu": items}
