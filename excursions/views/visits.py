"""Visits by appointment: what was asked for, arranging it, and telling everybody."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from excursions import actions
from excursions.filters import VisitFilter
from excursions.forms import ArrangeVisitForm, AskVisitForm
from excursions.models import Visit
from excursions.visits import told_of
from mixen.accounts.audit import record
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.forms import OurForm, ReasonForm, posted, press
from projects.forms import moment
from projects.models import Project
from projects.permissions import Permission, may, project_view

PAGE_SIZE = 50


@require_safe
@project_view(Permission.VIEW_PARTICIPANTS)
def visits(request: MemberRequest, project: Project) -> HttpResponse:
    """The visits of this project; without a choice those that are not over."""
    found = VisitFilter(request.GET or None, project.visits.with_people().by_need(), timezone.localdate())
    context = {
        "project": project,
        "tab": "programme",
        "filter": found,
        "narrowed": any(request.GET.get(name) for name in found.filters),
        "page_obj": Paginator(found.visits, PAGE_SIZE).get_page(request.GET.get("bladzijde")),
        "may_ask": may(request.user, Permission.SIGN_UP_EXCURSION, project),
    }
    return render(request, "excursions/visits.html", context)


@project_view(Permission.SIGN_UP_EXCURSION)
def ask(request: MemberRequest, project: Project) -> HttpResponse:
    """A couple, or a few together, wants to visit a place."""
    initial = {"couples": [request.GET["koppel"]]} if request.GET.get("koppel", "").isdecimal() else None
    form = AskVisitForm(project, posted(request), initial)
    if request.method == "POST":
        made = form.carry_out(lambda: actions.ask_visit(project=project, by=request.user, **form.cleaned_data))
        if made:
            messages.success(request, _("Het bezoek is gevraagd. Regel nu een dag met de organisatie."))
            return redirect(made)
    back = reverse("excursions:visits", args=[project.slug])
    return _form_page(request, project, form, _("Bezoek vragen"), _("Bezoek vragen"), back)


@require_safe
@project_view(Permission.VIEW_PARTICIPANTS)
def visit(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """One visit: who goes, whom to call to arrange it, and who knows the date."""
    row = _visit(project, pk)
    if row.place.contact and row.place.contact.phone:
        record(by=request.user, kind=AuditEvent.Kind.READ, about=row.place.contact, fields=["phone", "email"])
    context = {
        "project": project,
        "tab": "programme",
        "visit": row,
        "late": row.is_late(),
        "told": told_of(row) if row.is_going_on else [],
        "has_been": row.starts_at is not None and timezone.localdate(row.starts_at) <= timezone.localdate(),
        "may_arrange": may(request.user, Permission.SIGN_UP_EXCURSION, project),
    }
    return render(request, "excursions/visit.html", context)


@project_view(Permission.SIGN_UP_EXCURSION)
def arrange(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The final date."""
    row = _visit(project, pk)
    form = ArrangeVisitForm(row, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.arrange_visit(
            visit=row,
            at=moment(form.cleaned_data["day"], form.cleaned_data["at"]),
            meeting_point=form.cleaned_data["meeting_point"],
            by=request.user,
        )
    ):
        messages.success(request, _("De dag staat vast. Iedereen met e-mail of mobiel krijgt bericht."))
        return redirect(row)
    title = _("%(place)s: wanneer is het bezoek?") % {"place": row.place}
    return _form_page(request, project, form, title, _("Dag vastleggen"), row.get_absolute_url())


@project_view(Permission.SIGN_UP_EXCURSION)
def call_off(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """It will not happen."""
    row = _visit(project, pk)
    form = ReasonForm(posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.call_off_visit(visit=row, reason=form.cleaned_data["reason"], by=request.user)
    ):
        messages.success(request, _("Het bezoek gaat niet door."))
        return redirect(row)
    title = _("%(place)s: bezoek afzeggen") % {"place": row.place}
    return _form_page(request, project, form, title, _("Bezoek afzeggen"), row.get_absolute_url())


@require_POST
@project_view(Permission.SIGN_UP_EXCURSION)
def told(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Everybody knows."""
    row = _visit(project, pk)
    press(request, lambda: actions.note_visit_told(visit=row, by=request.user), _("Genoteerd."))
    return redirect(row)


@require_POST
@project_view(Permission.SIGN_UP_EXCURSION)
def done(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """They were there."""
    row = _visit(project, pk)
    press(
        request,
        lambda: actions.note_visit_done(visit=row, by=request.user),
        _("Genoteerd. De strip van deze plek is gebruikt."),
    )
    return redirect(row)


def _visit(project: Project, pk: int) -> Visit:
    return get_object_or_404(project.visits.with_people(), pk=pk)


def _form_page(
    request: MemberRequest, project: Project, form: OurForm, title: str, submit: str, back: str
) -> HttpResponse:
    context: dict[str, Any] = {
        "project": project,
        "tab": "programme",
        "form": form,
        "title": title,
        "submit": submit,
        "back": back,
    }
    return render(request, "projects/form_page.html", context, status=422 if form.errors else 200)
