"""The library of places, as one project sees it: those of the whole city and of its own district."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from excursions import actions
from excursions.export import places_sheet
from excursions.filters import PlaceFilter
from excursions.forms import ChangePlaceForm, NewPlaceForm
from excursions.models import Place
from excursions.models.booklet import PlaceQuerySet
from excursions.strips import with_uses
from mixen.accounts.audit import record, refuse
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.downloads import give_out
from mixen.forms import OurForm, posted
from mixen.sheets import csv_response, xlsx_response
from projects.models import District, Project
from projects.permissions import Permission, may, project_view

PAGE_SIZE = 50


def _library(project: Project) -> PlaceQuerySet:
    return Place.objects.for_project(project)


def _filtered(request: MemberRequest, project: Project) -> PlaceFilter:
    rows = with_uses(_library(project).in_order_of_booklet(), project).select_related(
        "district", "organisation", "contact"
    )
    return PlaceFilter(request.GET or None, rows, project.booklets.newest(), timezone.localdate())


@require_safe
@project_view(Permission.VIEW_PARTICIPANTS)
def places(request: MemberRequest, project: Project) -> HttpResponse:
    """The places that fit this project."""
    found = _filtered(request, project)
    newest = project.booklets.newest()
    context = {
        "project": project,
        "tab": "programme",
        "filter": found,
        "narrowed": any(request.GET.get(name) for name in found.filters),
        "page_obj": Paginator(found.qs, PAGE_SIZE).get_page(request.GET.get("bladzijde")),
        "in_booklet": set(newest.entries.values_list("place", flat=True)) if newest else set(),
        "today": timezone.localdate(),
        "may_edit": may(request.user, Permission.MANAGE_PROGRAMME, project),
    }
    return render(request, "excursions/places.html", context)


@require_safe
@project_view(Permission.VIEW_PARTICIPANTS)
def export(request: MemberRequest, project: Project, kind: str) -> HttpResponse:
    """The filtered list as CSV or XLSX."""
    sheet, name = places_sheet(_filtered(request, project).qs), f"plekken-{project.slug}"
    record(by=request.user, kind=AuditEvent.Kind.EXPORT, fields=sheet.header, detail=f"places {kind}")
    return csv_response(name, sheet) if kind == "csv" else xlsx_response(name, [sheet])


@project_view(Permission.MANAGE_PROGRAMME)
def add(request: MemberRequest, project: Project) -> HttpResponse:
    """A place for the library."""
    files = request.FILES if request.method == "POST" else None
    form = NewPlaceForm(project, _districts(request, project), posted(request), files)
    if request.method == "POST" and form.carry_out(
        lambda: actions.add_place(by=request.user, **_allowed(request, project, form))
    ):
        messages.success(request, _("De plek staat in de bibliotheek."))
        return redirect("excursions:places", project.slug)
    return _page(request, project, form, _("Plek toevoegen"), _("Plek toevoegen"))


@project_view(Permission.MANAGE_PROGRAMME)
def change(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Put a place right. One of the whole city is changed by the coordinator alone."""
    place = get_object_or_404(_library(project), pk=pk)
    if place.district_id is None and not may(request.user, Permission.MANAGE_CITY):
        refuse(by=request.user, about=place, detail=Permission.MANAGE_CITY.value)
    files = request.FILES if request.method == "POST" else None
    form = ChangePlaceForm(place, project, _districts(request, project), posted(request), files)
    if request.method == "POST" and form.carry_out(
        lambda: actions.change_place(place=place, by=request.user, **_allowed(request, project, form))
    ):
        messages.success(request, _("De plek is aangepast."))
        return redirect("excursions:places", project.slug)
    return _page(request, project, form, place.name, _("Opslaan"))


@require_safe
@project_view(Permission.VIEW_PARTICIPANTS)
def picture(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The picture of a place, for the team."""
    place = get_object_or_404(_library(project), pk=pk)
    if not place.picture:
        raise Http404
    return give_out(place.picture, f"plek-{place.pk}.jpg", "image/jpeg", inline=True)


def _districts(request: MemberRequest, project: Project) -> Any:
    """All districts for the coordinator; a project leader adds places of the own district."""
    if may(request.user, Permission.MANAGE_CITY):
        return District.objects.all()
    return District.objects.filter(pk=project.district_id)


def _allowed(request: MemberRequest, project: Project, form: OurForm) -> dict[str, Any]:
    data = dict(form.cleaned_data)
    if not may(request.user, Permission.MANAGE_CITY):
        data["district"] = project.district
    return data


def _page(request: MemberRequest, project: Project, form: OurForm, title: str, submit: str) -> HttpResponse:
    context = {
        "project": project,
        "tab": "programme",
        "form": form,
        "title": title,
        "submit": submit,
        "back": reverse("excursions:places", args=[project.slug]),
    }
    return render(request, "projects/form_page.html", context, status=422 if form.errors else 200)
