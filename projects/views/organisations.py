"""Organisations over all projects: the list, one organisation, and whom one speaks to there."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mixen.accounts.audit import record
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.forms import OurForm, posted, press
from mixen.sheets import csv_response, xlsx_response
from projects import actions
from projects.filters import OrganisationFilter
from projects.forms import ContactForm, ContactNoteForm, OrganisationForm
from projects.models import ContactPerson, District, Meeting, Organisation, Partnership, Project
from projects.organisations import brought_by
from projects.organisations.listing import for_list, notes_within_reach, organisation_sheet, within_reach
from projects.permissions import Permission, leading_view, may

PAGE_SIZE = 25


def _reach(request: MemberRequest, led: list[Project]) -> Any:
    return within_reach(led, everywhere=may(request.user, Permission.MANAGE_CITY))


def _organisation(request: MemberRequest, led: list[Project], pk: int) -> Organisation:
    return get_object_or_404(_reach(request, led).select_related("district").prefetch_related("other_kinds"), pk=pk)


def _found(request: MemberRequest, led: list[Project]) -> OrganisationFilter:
    everywhere = may(request.user, Permission.MANAGE_CITY)
    districts = District.objects.all()
    if not everywhere:
        districts = districts.filter(pk__in={project.district_id for project in led})
    return OrganisationFilter(request.GET, for_list(_reach(request, led), led), districts=districts)


@require_safe
@leading_view(Permission.EDIT_PROJECT)
def organisations(request: MemberRequest, led: list[Project]) -> HttpResponse:
    """All organisations within reach, searched, filtered and sorted."""
    found = _found(request, led)
    context = {
        "filter": found,
        "narrowed": any(request.GET.get(name) for name in found.form.fields),
        "page_obj": Paginator(found.qs, PAGE_SIZE).get_page(request.GET.get("bladzijde")),
        "today": timezone.localdate(),
        "may_merge": may(request.user, Permission.MANAGE_CITY),
    }
    return render(request, "projects/organisations.html", context)


@require_safe
@leading_view(Permission.EDIT_PROJECT)
def export(request: MemberRequest, led: list[Project], kind: str) -> HttpResponse:
    """The same list as a sheet."""
    record(by=request.user, kind=AuditEvent.Kind.EXPORT, detail=f"organisations {kind}")
    sheet = organisation_sheet(_found(request, led).qs)
    return csv_response("organisaties", sheet) if kind == "csv" else xlsx_response("organisaties", [sheet])


@require_safe
@leading_view(Permission.EDIT_PROJECT)
def organisation(request: MemberRequest, led: list[Project], pk: int) -> HttpResponse:
    """Who it is, whom to call, what was spoken of, and what it does in which project."""
    row = _organisation(request, led, pk)
    notes = notes_within_reach(led).filter(organisation=row).select_related("project", "contact", "noted_by")
    parts = Partnership.objects.filter(organisation=row, project__in=led).select_related("project", "contact")
    meetings = Meeting.objects.filter(venue=row, project__in=led).select_related("project").order_by("-starts_at")
    contacts = list(row.contact_people.all())
    if contacts:
        record(by=request.user, kind=AuditEvent.Kind.READ, about=row, fields=["phone", "email"])
    context = {
        "organisation": row,
        "contacts": contacts,
        "notes": notes,
        "partnerships": parts.order_by("-project__starts_on"),
        "brought": _brought_table(row, led),
        "meetings": meetings,
        "today": timezone.localdate(),
    }
    return render(request, "projects/organisation.html", context)


def _brought_table(row: Organisation, led: list[Project]) -> dict[str, Any]:
    """What it brought, per project with something to tell; a practice project counts nowhere."""
    real = [project for project in led if not project.is_practice]
    columns = brought_by(row, real)
    rows = [
        (project, [(column.label, column.counts.get(project.pk, 0)) for column in columns])
        for project in real
        if any(column.counts.get(project.pk) for column in columns)
    ]
    return {"labels": [column.label for column in columns], "rows": rows}


def _led_by_no_coordinator(request: MemberRequest, led: list[Project]) -> list[Project] | None:
    return None if may(request.user, Permission.MANAGE_CITY) else led


@leading_view(Permission.EDIT_PROJECT)
def new_organisation(request: MemberRequest, led: list[Project]) -> HttpResponse:
    """Add an organisation."""
    form = OrganisationForm(posted(request), led=_led_by_no_coordinator(request, led))
    if request.method == "POST" and (
        made := form.carry_out(lambda: actions.save_organisation(by=request.user, **form.cleaned_data))
    ):
        messages.success(request, _("%(name)s is toegevoegd. Wie kun je er bellen?") % {"name": made.name})
        return redirect(made)
    back = reverse("projects:organisations")
    return _form_page(request, form, _("Nieuwe organisatie"), _("Organisatie toevoegen"), back)


@leading_view(Permission.EDIT_PROJECT)
def change_organisation(request: MemberRequest, led: list[Project], pk: int) -> HttpResponse:
    """Change who an organisation is."""
    row = _organisation(request, led, pk)
    form = OrganisationForm(posted(request), row, led=_led_by_no_coordinator(request, led))
    if request.method == "POST" and form.carry_out(
        lambda: actions.save_organisation(organisation=row, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("Opgeslagen."))
        return redirect(row)
    return _form_page(request, form, row.name, _("Opslaan"), row.get_absolute_url())


@leading_view(Permission.EDIT_PROJECT)
def new_contact(request: MemberRequest, led: list[Project], pk: int) -> HttpResponse:
    """Add somebody to call."""
    row = _organisation(request, led, pk)
    form = ContactForm(posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.save_contact(organisation=row, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("De contactpersoon is toegevoegd."))
        return redirect(row)
    title = _("Contactpersoon bij %(name)s") % {"name": row.name}
    return _form_page(request, form, title, _("Contactpersoon toevoegen"), row.get_absolute_url())


@leading_view(Permission.EDIT_PROJECT)
def change_contact(request: MemberRequest, led: list[Project], pk: int, contact_pk: int) -> HttpResponse:
    """Change how somebody can be reached."""
    row = _organisation(request, led, pk)
    contact = get_object_or_404(ContactPerson, organisation=row, pk=contact_pk)
    form = ContactForm(posted(request), contact)
    if request.method == "POST" and form.carry_out(
        lambda: actions.save_contact(organisation=row, contact=contact, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("Opgeslagen."))
        return redirect(row)
    return _form_page(request, form, contact.name, _("Opslaan"), row.get_absolute_url())


@require_POST
@leading_view(Permission.EDIT_PROJECT)
def remove_contact(request: MemberRequest, led: list[Project], pk: int, contact_pk: int) -> HttpResponse:
    """Somebody does not work there any more."""
    row = _organisation(request, led, pk)
    contact = get_object_or_404(ContactPerson, organisation=row, pk=contact_pk)
    press(
        request,
        lambda: actions.remove_contact(contact=contact, by=request.user),
        _("%(name)s is weggehaald.") % {"name": contact.name},
    )
    return redirect(row)


@leading_view(Permission.EDIT_PROJECT)
def note_contact(request: MemberRequest, led: list[Project], pk: int) -> HttpResponse:
    """Note what was spoken of, and what comes next."""
    row = _organisation(request, led, pk)
    form = ContactNoteForm(row, led, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.note_contact(organisation=row, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("Het contact is genoteerd."))
        return redirect(row)
    title = _("Contact met %(name)s") % {"name": row.name}
    return _form_page(request, form, title, _("Noteren"), row.get_absolute_url())


@require_POST
@leading_view(Permission.EDIT_PROJECT)
def finish_step(request: MemberRequest, led: list[Project], pk: int, note_pk: int) -> HttpResponse:
    """The next step was taken."""
    row = _organisation(request, led, pk)
    note = get_object_or_404(notes_within_reach(led), organisation=row, pk=note_pk)
    press(request, lambda: actions.finish_contact_step(note=note, by=request.user), _("De stap is gezet."))
    return redirect(row)


def _form_page(request: MemberRequest, form: OurForm, title: str, submit: str, back: str) -> HttpResponse:
    context = {"form": form, "title": title, "submit": submit, "back": back}
    return render(request, "components/form_page.html", context, status=422 if form.errors else 200)
