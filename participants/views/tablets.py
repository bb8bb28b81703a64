"""Tablets in registration mode, as the team sees them; and what they sent that a person must look at."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mixen.accounts.audit import record
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.forms import ReasonForm, posted, press
from mixen.languages import CHOICES
from participants import actions
from participants.forms.registration import RegistrationForm
from participants.forms.tablets import OpenTabletForm
from participants.middleware import COOKIE
from participants.models import Parked, Participant
from participants.registration.receiving import joining_of, language_of
from projects.models import Project
from projects.permissions import Permission, may, project_view

COOKIE_LASTS = 60 * 60 * 24 * 30  # longer than the mode itself: what is still on the tablet must find its way


@project_view(Permission.REGISTER)
def tablets(request: MemberRequest, project: Project) -> HttpResponse:
    """The tablets of the project, and putting this one in registration mode."""
    form = OpenTabletForm(project, posted(request))
    if request.method == "POST":
        opened = form.carry_out(lambda: actions.open_tablet(project=project, by=request.user, **form.cleaned_data))
        if opened:
            return _opened(request, opened)
    context = {
        "project": project,
        "tab": "participants",
        "form": form,
        "tablets": project.tablets.select_related("opened_by", "meeting")[:50],
        "reading_languages": CHOICES,
        "parked": Parked.objects.waiting().filter(project=project).count(),
        "may_manage": may(request.user, Permission.MANAGE_PARTICIPANTS, project),
    }
    return render(request, "participants/tablets.html", context, status=422 if form.errors else 200)


def _opened(request: MemberRequest, opened: Any) -> HttpResponse:
    """The ambassador is logged out; from here this machine is a tablet and nothing else."""
    logout(request)
    response = render(request, "participants/tablet/opened.html", {"tablet": opened.tablet, "token": opened.token})
    response.set_cookie(
        COOKIE, opened.token, max_age=COOKIE_LASTS, httponly=True, secure=settings.PRODUCTION, samesite="Strict"
    )
    response.headers["Cache-Control"] = "no-store, private"
    return response


@require_POST
@project_view(Permission.MANAGE_PARTICIPANTS)
def revoke(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """A tablet is gone: it can send nothing any more."""
    tablet = get_object_or_404(project.tablets, pk=pk)
    press(
        request,
        lambda: actions.revoke_tablet(tablet=tablet, by=request.user),
        _("%(name)s is ingetrokken. Wat erop staat kan niemand lezen.") % {"name": tablet.name},
    )
    return redirect("participants:tablets", project.slug)


@require_safe
@project_view(Permission.MANAGE_PARTICIPANTS)
def parked_list(request: MemberRequest, project: Project) -> HttpResponse:
    """Registrations that arrived and could not be accepted as they were."""
    rows = Parked.objects.filter(project=project).select_related("tablet", "solved_by", "participant__person")
    context = {
        "project": project,
        "tab": "participants",
        "waiting": rows.waiting(),
        "solved": rows.exclude(outcome="")[:25],
    }
    return render(request, "participants/parked_list.html", context)


@project_view(Permission.MANAGE_PARTICIPANTS)
def parked(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Solve one: correct it and register, or leave it."""
    row = get_object_or_404(Parked, project=project, outcome="", pk=pk)
    standing = Participant.objects.filter(registration_key=row.key, project=project).with_person().first()
    if request.method == "GET":
        record(by=request.user, kind=AuditEvent.Kind.READ, about=row, fields=["answers"])
    form = RegistrationForm(project, request.POST if request.method == "POST" else MultiValueDict(_given(row)))
    if request.method == "POST":
        joining = lambda: joining_of(form, language_of(row.answers), row.tablet)  # noqa: E731
        done = form.carry_out(lambda: actions.solve_by_registering(parked=row, joining=joining(), by=request.user))
        if done:
            messages.success(request, _("%(name)s is aangemeld.") % {"name": done.person.goes_by})
            return redirect("participants:parked_list", project.slug)
    context = {
        "project": project,
        "tab": "participants",
        "parked": row,
        "standing": standing,
        "form": form,
        "drop_form": ReasonForm(),
        "back": reverse("participants:parked_list", args=[project.slug]),
    }
    return render(request, "participants/parked.html", context, status=422 if request.method == "POST" else 200)


def _given(row: Parked) -> dict[str, list[str]]:
    return {**row.answers, "key": [str(row.key)]}


@require_POST
@project_view(Permission.MANAGE_PARTICIPANTS)
def parked_drop(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Do not use a parked registration; the reason stays on record."""
    row = get_object_or_404(Parked, project=project, outcome="", pk=pk)
    form = ReasonForm(request.POST)
    if form.carry_out(lambda: actions.drop_parked(parked=row, reason=form.cleaned_data["reason"], by=request.user)):
        messages.success(request, _("Deze aanmelding wordt niet gebruikt."))
        return redirect("participants:parked_list", project.slug)
    messages.error(request, _("Schrijf op waarom je deze aanmelding niet gebruikt."))
    return redirect("participants:parked", project.slug, row.pk)
