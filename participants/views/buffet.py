"""What people do at a meeting for the others, and the photos of it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mixen.accounts.audit import record_each
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.forms import OurForm, posted, press
from mixen.sheets import download
from participants import actions
from participants.forms import NewPhotoForm
from participants.forms.inviting import DishForm, HostForm
from participants.models import Dish, Host, Person
from participants.papers.buffet import buffet_list
from projects.models import Meeting, Project
from projects.permissions import Permission, project_view
from projects.views.form_page import form_page


@project_view(Permission.TICK_ATTENDANCE)
def new_dish(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Note a dish for the buffet."""
    meeting = _meeting(project, pk)
    form = DishForm(meeting, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.add_dish(meeting=meeting, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("Het gerecht staat op de lijst."))
        return _back(meeting, "buffet")
    return _form_page(request, meeting, form, _("Gerecht voor het buffet"), _("Gerecht toevoegen"))


@require_POST
@project_view(Permission.TICK_ATTENDANCE)
def dish_remove(request: MemberRequest, project: Project, pk: int, dish_pk: int) -> HttpResponse:
    """Take a dish off the list."""
    dish = get_object_or_404(Dish.objects.select_related("meeting__project"), meeting__project=project, pk=dish_pk)
    press(request, lambda: actions.remove_dish(dish=dish, by=request.user), _("Het gerecht is van de lijst."))
    return _back(dish.meeting, "buffet")


@require_safe
@project_view(Permission.TICK_ATTENDANCE)
def buffet(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The list of dishes to print and to hang in the kitchen."""
    meeting = _meeting(project, pk)
    people = list(Person.objects.filter(participations__dishes__meeting=meeting).distinct())
    record_each(by=request.user, kind=AuditEvent.Kind.DOWNLOAD, about=people or [meeting], fields=["buffet"])
    return download(buffet_list(meeting), f"buffet-{meeting.pk}.pdf", "application/pdf", inline=True)


@project_view(Permission.TICK_ATTENDANCE)
def new_host(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Note who receives the others."""
    meeting = _meeting(project, pk)
    form = HostForm(meeting, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.name_host(meeting=meeting, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("De gastheer of gastvrouw staat op de lijst."))
        return _back(meeting, "ontvangst")
    return _form_page(request, meeting, form, _("Gastheer of gastvrouw"), _("Toevoegen"))


@require_POST
@project_view(Permission.TICK_ATTENDANCE)
def host_remove(request: MemberRequest, project: Project, pk: int, host_pk: int) -> HttpResponse:
    """Somebody does not receive the others after all."""
    host = get_object_or_404(Host.objects.select_related("meeting__project"), meeting__project=project, pk=host_pk)
    press(request, lambda: actions.remove_host(host=host, by=request.user), _("De naam is van de lijst."))
    return _back(host.meeting, "ontvangst")


@project_view(Permission.REGISTER)
def new_photo(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Add a photo of this meeting, and say who is on it."""
    meeting = _meeting(project, pk)
    form = NewPhotoForm(project, posted(request), request.FILES if request.method == "POST" else None)
    if request.method == "POST" and form.carry_out(
        lambda: actions.add_photo(project=project, meeting=meeting, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("De foto is toegevoegd."))
        return _back(meeting, "fotos")
    return _form_page(request, meeting, form, _("Foto toevoegen"), _("Foto toevoegen"))


def _meeting(project: Project, pk: int) -> Meeting:
    return get_object_or_404(project.meetings.select_related("venue", "project"), pk=pk)


def _back(meeting: Meeting, place: str) -> HttpResponse:
    return redirect(f"{meeting.get_absolute_url()}#{place}")


def _form_page(request: MemberRequest, meeting: Meeting, form: OurForm, title: str, submit: str) -> HttpResponse:
    back = meeting.get_absolute_url()
    return form_page(request, meeting.project, form, title, submit, back, tab="meetings", lead=str(meeting))
