"""Who may do what: roles grant permissions, views ask for one. The only place where this is decided."""

from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from mixen.accounts.audit import refuse, within_project
from mixen.accounts.models import User
from projects.models import District, DistrictOfficial, Membership, Project, Role


class Permission(StrEnum):
    """One thing somebody may do in a project, or in the whole city."""

    VIEW_PROJECT = "view_project"
    EDIT_PROJECT = "edit_project"
    VIEW_PARTICIPANTS = "view_participants"
    VIEW_PRIVATE = "view_private"
    REGISTER = "register"
    MANAGE_PARTICIPANTS = "manage_participants"
    EXPORT_PARTICIPANTS = "export_participants"
    TICK_ATTENDANCE = "tick_attendance"
    WRITE_MINUTES = "write_minutes"
    MAKE_COUPLES = "make_couples"
    END_COUPLES = "end_couples"
    LOG_OUTINGS = "log_outings"
    MAKE_CALLS = "make_calls"
    SIGN_UP_EXCURSION = "sign_up_excursion"
    MANAGE_PROGRAMME = "manage_programme"
    SUBMIT_CLAIM = "submit_claim"
    VIEW_MONEY = "view_money"
    SPEND_MONEY = "spend_money"
    ISSUE_CERTIFICATES = "issue_certificates"
    WRITE_REPORT = "write_report"
    READ_FINAL_REPORT = "read_final_report"
    READ_KNOWLEDGE = "read_knowledge"
    REPORT_CONCERN = "report_concern"
    HANDLE_CONCERNS = "handle_concerns"
    ANSWER_FOR_DATA = "answer_for_data"
    MANAGE_CITY = "manage_city"


_AMBASSADOR = frozenset(
    {
        Permission.VIEW_PROJECT,
        Permission.VIEW_PARTICIPANTS,
        Permission.REGISTER,
        Permission.TICK_ATTENDANCE,
        Permission.WRITE_MINUTES,
        Permission.MAKE_COUPLES,
        Permission.LOG_OUTINGS,
        Permission.MAKE_CALLS,
        Permission.SIGN_UP_EXCURSION,
        Permission.SUBMIT_CLAIM,
        Permission.READ_KNOWLEDGE,
        Permission.REPORT_CONCERN,
    }
)
# A concern reaches the coordinator alone: a project leader works for a partner, and may be whom it is about. Who may
# handle them in one project beside the coordinator is named there (``Membership.handles_concerns``).
# What is kept of somebody runs over all their projects, so telling and erasing it is the coordinator's too.
_PROJECT_LEADER = frozenset(Permission) - {
    Permission.MANAGE_CITY,
    Permission.HANDLE_CONCERNS,
    Permission.ANSWER_FOR_DATA,
}
_OFFICIAL = frozenset({Permission.READ_FINAL_REPORT})
GRANTS: dict[str, frozenset[Permission]] = {
    "coordinator": frozenset(Permission),
    Role.PROJECT_LEADER: _PROJECT_LEADER,
    Role.AMBASSADOR: _AMBASSADOR,
    "official": _OFFICIAL,
}


def permissions_of(user: Any, project: Project) -> frozenset[Permission]:
    """What ``user`` may do in ``project``; nothing for who has no part in it."""
    if not isinstance(user, User) or not user.is_active:
        return frozenset()
    if user.is_coordinator:
        return GRANTS["coordinator"]
    roles, districts = _roles_of(user)
    granted: set[Permission] = set()
    for role in roles.get(project.pk, []):
        granted |= GRANTS[role]
    if project.pk in user.__dict__["_handling"]:
        granted.add(Permission.HANDLE_CONCERNS)
    if not project.is_practice and project.district_id in districts:
        granted |= GRANTS["official"]
    return frozenset(granted)


def _roles_of(user: User) -> tuple[dict[int, list[str]], set[int]]:
    """The roles of ``user`` by project, and the districts they are an official of; read once per request."""
    if "_roles" not in user.__dict__:
        roles: dict[int, list[str]] = {}
        handling = set()
        rows = Membership.objects.filter(user=user).values_list("project", "role", "handles_concerns")
        for project, role, handles_concerns in rows:
            roles.setdefault(project, []).append(role)
            if handles_concerns:
                handling.add(project)
        user.__dict__["_handling"] = handling
        districts = set(DistrictOfficial.objects.filter(user=user).values_list("district", flat=True))
        user.__dict__["_roles"] = (roles, districts)
    found: tuple[dict[int, list[str]], set[int]] = user.__dict__["_roles"]
    return found


def may(user: Any, permission: Permission, project: Project | None = None) -> bool:
    """Whether ``user`` has ``permission`` in ``project``; without a project, in the whole city."""
    if project is None:
        return isinstance(user, User) and user.is_active and user.is_coordinator
    return permission in permissions_of(user, project)


def may_somewhere(user: Any, permission: Permission) -> bool:
    """Whether ``user`` has ``permission`` through a place in the team of whatever project, or as coordinator."""
    if not isinstance(user, User) or not user.is_active:
        return False
    if user.is_coordinator:
        return True
    roles, _districts = _roles_of(user)
    return any(permission in GRANTS[role] for found in roles.values() for role in found)


View = Callable[..., HttpResponse]


def project_view(permission: Permission, *, writing: Permission | None = None) -> Callable[[View], View]:
    """For views under ``/projecten/<slug>/``: another's project is 404, a missing permission 403.

    ``writing`` is what a POST needs where that is more than reading the page.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def wrapped(request: HttpRequest, slug: str, **kwargs: Any) -> HttpResponse:
            visible = Project.objects.visible_to(request.user).select_related("district")
            project = get_object_or_404(visible, slug=slug)
            needed = permission if request.method in {"GET", "HEAD", "OPTIONS"} or not writing else writing
            with within_project(project.pk):
                if not may(request.user, needed, project):
                    refuse(by=request.user, about=project, detail=needed.value)
                request.project = project  # type: ignore[attr-defined]
                return view(request, project, **kwargs)

        wrapped.guarded_by = permission  # type: ignore[attr-defined]
        return wrapped

    return decorate


def city_view(permission: Permission) -> Callable[[View], View]:
    """For views about the whole city: the coordinator's alone."""

    def decorate(view: View) -> View:
        @wraps(view)
        def wrapped(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            if not may(request.user, permission):
                refuse(by=request.user, detail=permission.value)
            return view(request, **kwargs)

        wrapped.guarded_by = permission  # type: ignore[attr-defined]
        return wrapped

    return decorate


def leads_somewhere(user: User) -> bool:
    """Whether ``user`` is the project leader of any project."""
    roles, _districts = _roles_of(user)
    return any(Role.PROJECT_LEADER in mine for mine in roles.values())


def led_by(user: Any, permission: Permission) -> list[Project]:
    """The projects in which ``user`` has ``permission``."""
    return [project for project in Project.objects.visible_to(user) if may(user, permission, project)]


def leading_view(permission: Permission) -> Callable[[View], View]:
    """For views over several projects: for the coordinator, and who has ``permission`` in at least one project.

    The view gets those projects as ``led``.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def wrapped(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            led = led_by(request.user, permission)
            if not led and not may(request.user, Permission.MANAGE_CITY):
                refuse(by=request.user, detail=permission.value)
            return view(request, led, **kwargs)

        wrapped.guarded_by = permission  # type: ignore[attr-defined]
        return wrapped

    return decorate


def team_view(permission: Permission) -> Callable[[View], View]:
    """For views about no project, open to who has ``permission`` in the team of any of them."""

    def decorate(view: View) -> View:
        @wraps(view)
        def wrapped(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            if not may_somewhere(request.user, permission):
                refuse(by=request.user, detail=permission.value)
            return view(request, **kwargs)

        wrapped.guarded_by = permission  # type: ignore[attr-defined]
        return wrapped

    return decorate


def district_view(view: View) -> View:
    """For an official's page: another district is 404; the coordinator may look at each."""

    @wraps(view)
    def wrapped(request: HttpRequest, slug: str, **kwargs: Any) -> HttpResponse:
        districts = District.objects.all()
        if not may(request.user, Permission.MANAGE_CITY):
            districts = districts.filter(officials__user=request.user.pk)
        return view(request, get_object_or_404(districts, slug=slug), **kwargs)

    wrapped.guarded_by = Permission.READ_FINAL_REPORT  # type: ignore[attr-defined]
    return wrapped


def open_to_all(view: View) -> View:
    """For views everybody with an account may open, or that are public: said by hand, so none is open by neglect."""
    view.guarded_by = None  # type: ignore[attr-defined]
    return view
