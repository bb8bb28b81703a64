"""The calls: who is to be called, how each call went, what was done about it, and who takes a list over."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from matching import actions
from matching.calling import GUIDE
from matching.filters import CallFilter
from matching.forms import CallForm, HandledForm, HandOverForm
from matching.models import CheckIn, Couple
from matching.models.checkin import CheckInQuerySet
from matching.seen import seen_on
from mixen.accounts.audit import record
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.forms import posted
from participants.visibility import sees_contact
from projects.models import Project
from projects.permissions import Permission, may, project_view

PAGE_SIZE = 20


def _of(request: MemberRequest, project: Project) -> tuple[CheckInQuerySet, bool]:
    """The calls somebody sees, and whether they lead: an ambassador sees the own ones."""
    leads = may(request.user, Permission.MANAGE_PARTICIPANTS, project)
    rows = CheckIn.objects.filter(project=project).with_people()
    return (rows if leads else rows.filter(ambassador=request.user)), leads


@require_safe
@project_view(Permission.MAKE_CALLS)
def calls(request: MemberRequest, project: Project) -> HttpResponse:
    """Whom to call: the own list for an ambassador, everybody's for who leads."""
    rows, leads = _of(request, project)
    found = CallFilter(project, request.GET or None, rows, leads=leads)
    context = {
        "project": project,
        "tab": "calls",
        "leads": leads,
        "filter": found,
        "shown": dict(found.filters["toon"].extra["choices"]).get(found.shown, ""),
        "page_obj": Paginator(found.calls, PAGE_SIZE).get_page(request.GET.get("bladzijde")),
        "help": rows.for_the_coordinator().by_need(timezone.localdate())[:PAGE_SIZE]
        if leads and not found.shown
        else [],
    }
    return render(request, "matching/calls.html", context)


@project_view(Permission.MAKE_CALLS)
def call(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """One person to call: number, what to ask, how it went."""
    rows, leads = _of(request, project)
    check_in = get_object_or_404(rows, pk=pk)
    form = CallForm(check_in, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.record_call(
            check_in=check_in,
            outcome=form.cleaned_data["outcome"],
            note=form.cleaned_data["note"],
            next_at=form.next_at,
            next_place=form.cleaned_data["place"],
            known_attempts=form.cleaned_data["attempts"],
            by=request.user,
        )
    ):
        messages.success(request, _said_after(check_in))
        return redirect("matching:calls", project.slug)
    participant = check_in.member.participant
    participant.project = project
    contact = sees_contact(request.user, participant) or check_in.ambassador_id == request.user.pk
    _note_read(request, check_in, ["phone"] if contact else [])
    today = timezone.localdate()
    passed_on = CheckIn.objects.for_the_coordinator().filter(pk=pk).exists()
    context = {
        "project": project,
        "tab": "calls",
        "check_in": check_in,
        "participant": participant,
        "contact": contact,
        "guide": GUIDE[CheckIn.Kind(check_in.kind)],
        "form": form,
        "next": rows.due_on(today).exclude(pk=pk).by_need(today).first(),
        "passed_on": passed_on,
        "may_handle": leads and passed_on,
        **_of_the_couple(project, check_in.member.couple_id),
    }
    return render(request, "matching/call.html", context, status=422 if form.errors else 200)


def _note_read(request: MemberRequest, check_in: CheckIn, shown: list[str]) -> None:
    """Write down that somebody's number was shown, and what was noted of the call when something was."""
    fields = [*shown, *(["call_note"] if check_in.note or check_in.handled_note else [])]
    if fields:
        person = check_in.member.participant.person
        record(by=request.user, kind=AuditEvent.Kind.READ, about=person, fields=fields)


def _said_after(check_in: CheckIn) -> str:
    if CheckIn.objects.for_the_coordinator().filter(pk=check_in.pk).exists():
        return _("Het gesprek is genoteerd. De coördinator neemt het over.")
    return _("Het gesprek is genoteerd.")


def _of_the_couple(project: Project, pk: int) -> dict[str, Any]:
    """The couple, the last day it saw each other, and the appointment that is to come."""
    couple = get_object_or_404(Couple.objects.with_members(), project=project, pk=pk)
    appointments = [
        (couple.first_appointment_at, couple.first_appointment_place),
        (couple.next_appointment_at, couple.next_appointment_place),
    ]
    ahead = sorted((at, place) for at, place in appointments if at and at > timezone.now())
    return {
        "couple": couple,
        "seen": seen_on([couple]).get(couple.pk),
        "appointment": ahead[0] if ahead else None,
    }


@project_view(Permission.MANAGE_PARTICIPANTS)
def handle(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """What was done about a call for help, or about somebody who does not answer or stops."""
    check_in = get_object_or_404(project.check_ins.with_people(), pk=pk)
    form = HandledForm(posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.handle_check_in(check_in=check_in, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("Genoteerd. Wie belde, kan lezen wat er is gedaan."))
        return redirect("matching:calls", project.slug)
    _note_read(request, check_in, [])
    context = {
        "project": project,
        "tab": "calls",
        "form": form,
        "title": _("Opgepakt: %(name)s") % {"name": check_in.member.participant.person.goes_by},
        "lead": check_in.note,
        "submit": _("Noteren wat er is gedaan"),
        "back": reverse("matching:call", args=[project.slug, pk]),
    }
    return render(request, "projects/form_page.html", context, status=422 if form.errors else 200)


@project_view(Permission.MAKE_CALLS)
def hand_over(request: MemberRequest, project: Project) -> HttpResponse:
    """Somebody is away: another takes over the calls. An ambassador hands over the own list, who leads anybody's."""
    leads = may(request.user, Permission.MANAGE_PARTICIPANTS, project)
    asked = {"of": request.GET.get("van"), "to": request.GET.get("naar"), "people_too": True}
    form = HandOverForm(project, posted(request), own=None if leads else request.user, initial=asked)
    if request.method == "POST":
        handed = form.carry_out(
            lambda: actions.hand_over_calls(
                project=project, by=request.user, **{"of": request.user, **form.cleaned_data}
            )
        )
        if handed:
            told = {"name": form.cleaned_data["to"].name, **handed._asdict()}
            messages.success(
                request,
                _(
                    "%(name)s neemt het over. Gesprekken: %(calls)s, koppels: %(couples)s, deelnemers: %(people)s. "
                    "De bellijst komt per mail."
                )
                % told,
            )
            return redirect("matching:calls", project.slug)
    context = {
        "project": project,
        "tab": "calls",
        "form": form,
        "title": _("Bellijst overdragen"),
        "lead": _("Ben je er een tijd niet? Dan belt iemand anders de deelnemers die nog niet gebeld zijn."),
        "submit": _("Overdragen"),
        "back": reverse("matching:calls", args=[project.slug]),
    }
    return render(request, "projects/form_page.html", context, status=422 if form.errors else 200)
