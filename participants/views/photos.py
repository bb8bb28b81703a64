"""Photos of a project: adding one, saying who is on it, choosing it for the end report."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mixen.accounts.audit import refuse
from mixen.accounts.requests import MemberRequest
from mixen.downloads import give_out
from mixen.forms import posted, press
from participants import actions
from participants.forms import ChangePhotoForm, NewPhotoForm
from participants.models import Photo
from projects.models import Project
from projects.permissions import Permission, may, project_view


def _photos(project: Project) -> "QuerySet[Photo]":
    return Photo.objects.filter(project=project).with_blocked()


@require_safe
@project_view(Permission.REGISTER)
def photos(request: MemberRequest, project: Project) -> HttpResponse:
    """All photos: which are chosen, and which may no longer be shown."""
    found = list(_photos(project).prefetch_related("people__person"))
    context = {
        "project": project,
        "tab": "report",
        "photos": [photo for photo in found if not photo.is_blocked],
        "blocked": [photo for photo in found if photo.is_blocked],
        "may_choose": may(request.user, Permission.WRITE_REPORT, project),
    }
    return render(request, "participants/photos.html", context)


@project_view(Permission.REGISTER)
def add(request: MemberRequest, project: Project) -> HttpResponse:
    """Add a photo, and say who is on it."""
    form = NewPhotoForm(project, posted(request), request.FILES if request.method == "POST" else None)
    if request.method == "POST" and form.carry_out(
        lambda: actions.add_photo(project=project, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("De foto is toegevoegd."))
        return redirect("participants:photos", project.slug)
    return _page(request, project, form, {"title": _("Foto toevoegen"), "submit": _("Foto toevoegen")})


@project_view(Permission.WRITE_REPORT)
def change(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Put right what is told about a photo."""
    photo = get_object_or_404(_photos(project).select_related("project"), pk=pk, is_blocked=False)
    form = ChangePhotoForm(photo, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.change_photo(photo=photo, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("De foto is aangepast."))
        return redirect("participants:photos", project.slug)
    return _page(request, project, form, {"title": _("Over deze foto"), "submit": _("Opslaan"), "photo": photo})


def _page(request: MemberRequest, project: Project, form: object, more: dict[str, object]) -> HttpResponse:
    context = {
        "project": project,
        "tab": "report",
        "form": form,
        "back": reverse("participants:photos", args=[project.slug]),
        **more,
    }
    status = 422 if getattr(form, "errors", None) else 200
    return render(request, "participants/photo_form.html", context, status=status)


@require_safe
@project_view(Permission.REGISTER)
def photo_file(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The picture itself, for the team; a blocked one for nobody. ``NoStoreMiddleware`` keeps it uncached."""
    photo = get_object_or_404(_photos(project), pk=pk, is_blocked=False)
    return give_out(photo.file, f"foto-{photo.pk}.jpg", "image/jpeg", inline=True)


@require_POST
@project_view(Permission.WRITE_REPORT)
def choose(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Into the report, or out of it."""
    photo = get_object_or_404(_photos(project), pk=pk)
    wanted = not photo.in_report
    press(
        request,
        lambda: actions.choose_photo(photo=photo, in_report=wanted, by=request.user),
        _("De foto komt in het verslag.") if wanted else _("De foto komt niet in het verslag."),
    )
    return redirect("participants:photos", project.slug)


@require_POST
@project_view(Permission.REGISTER)
def remove(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Take a photo away: who writes the report any, an ambassador what they added themselves."""
    photo = get_object_or_404(_photos(project), pk=pk)
    if photo.added_by_id != request.user.pk and not may(request.user, Permission.WRITE_REPORT, project):
        refuse(by=request.user, about=photo, detail=Permission.WRITE_REPORT.value)
    press(request, lambda: actions.remove_photo(photo=photo, by=request.user), _("De foto is weg."))
    return redirect("participants:photos", project.slug)
