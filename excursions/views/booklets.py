"""The strippenboekje: which places, in which order, and the files for the printer."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from excursions import actions
from excursions.forms import BookletForm
from excursions.models import Booklet, BookletEntry, Section
from excursions.papers import booklet_pdf
from mixen.accounts.requests import MemberRequest
from mixen.forms import posted, press
from mixen.sheets import download
from projects.models import Project
from projects.permissions import Permission, may, project_view


@project_view(Permission.MANAGE_PROGRAMME)
def choose(request: MemberRequest, project: Project) -> HttpResponse:
    """Which places: in the edition that is not printed yet, or in a new one."""
    newest = project.booklets.newest()
    draft = newest if newest and not newest.is_printed else None
    form = BookletForm(project, newest, posted(request))
    if request.method == "POST" and (made := form.carry_out(lambda: _save(request, project, draft, form))):
        messages.success(request, _("De plekken zijn gekozen. Zet ze nu in de goede volgorde."))
        return redirect("excursions:booklet", project.slug, made.pk)
    context = {
        "project": project,
        "tab": "programme",
        "form": form,
        "title": _("Plekken kiezen voor druk %(n)s") % {"n": draft.edition if draft else _next(newest)},
        "submit": _("Plekken kiezen"),
        "back": reverse("excursions:programme", args=[project.slug]),
    }
    return render(request, "projects/form_page.html", context, status=422 if form.errors else 200)


def _next(newest: Booklet | None) -> int:
    return newest.edition + 1 if newest else 1


def _save(request: MemberRequest, project: Project, draft: Booklet | None, form: BookletForm) -> Booklet:
    chosen: dict[str, Any] = {**form.cleaned_data, "places": list(form.cleaned_data["places"]), "by": request.user}
    if draft:
        return actions.change_booklet(booklet=draft, **chosen)
    return actions.make_booklet(project=project, **chosen)


@require_safe
@project_view(Permission.VIEW_PARTICIPANTS)
def booklet(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """One edition: its strips in order, the files, and whether it is printed."""
    row = get_object_or_404(project.booklets, pk=pk)
    entries = list(row.entries.select_related("place__organisation"))
    context = {
        "project": project,
        "tab": "programme",
        "booklet": row,
        "sections": [
            {"title": section.label, "entries": mine}
            for section in Section
            if (mine := [entry for entry in entries if entry.place.section == section])
        ],
        "editions": project.booklets.exclude(pk=pk).order_by("-edition"),
        "may_edit": may(request.user, Permission.MANAGE_PROGRAMME, project) and not row.is_printed,
    }
    return render(request, "excursions/booklet.html", context)


@require_safe
@project_view(Permission.VIEW_PARTICIPANTS)
def paper(request: MemberRequest, project: Project, pk: int, kind: str) -> HttpResponse:
    """One edition as PDF."""
    row = get_object_or_404(project.booklets.select_related("project"), pk=pk)
    name = f"strippenboekje-{project.slug}-druk-{row.edition}-{kind}.pdf"
    return download(booklet_pdf(row, kind), name, "application/pdf", inline=True)


@require_POST
@project_view(Permission.MANAGE_PROGRAMME)
def order(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """All strips in a new order, as they were dragged."""
    row = get_object_or_404(project.booklets, pk=pk)
    wanted = [int(number) for number in request.POST.getlist("strip") if number.isascii() and number.isdigit()]
    press(request, lambda: actions.put_in_order(booklet=row, entries=wanted, by=request.user), None)
    return redirect(f"{reverse('excursions:booklet', args=[project.slug, pk])}#strippen")


@require_POST
@project_view(Permission.MANAGE_PROGRAMME)
def move(request: MemberRequest, project: Project, pk: int, direction: str) -> HttpResponse:
    """One strip a place earlier or later in its section."""
    entry = get_object_or_404(BookletEntry.objects.select_related("booklet"), booklet__project=project, pk=pk)
    press(request, lambda: actions.move_strip(entry=entry, up=direction == "omhoog", by=request.user), None)
    return redirect(f"{reverse('excursions:booklet', args=[project.slug, entry.booklet_id])}#strip-{pk}")


@require_POST
@project_view(Permission.MANAGE_PROGRAMME)
def printed(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The edition went to the printer."""
    row = get_object_or_404(project.booklets, pk=pk)
    press(
        request,
        lambda: actions.mark_booklet_printed(booklet=row, by=request.user),
        _("Druk %(n)s ligt vast. Een wijziging wordt een nieuwe druk.") % {"n": row.edition},
    )
    return redirect("excursions:booklet", project.slug, pk)
