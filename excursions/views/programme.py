"""The programme: excursions, who goes along and who went, and the newest booklet."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from excursions import actions
from excursions.forms import ExcursionForm, SignupForm
from excursions.models import Excursion, Section, Signup
from mixen.accounts.requests import MemberRequest
from mixen.forms import OurForm, posted, press
from projects.models import Project
from projects.permissions import Permission, may, project_view


@require_safe
@project_view(Permission.VIEW_PARTICIPANTS)
def programme(request: MemberRequest, project: Project) -> HttpResponse:
    """The booklet's newest edition and the excursions."""
    booklet = project.booklets.newest()
    entries = list(booklet.entries.select_related("place__organisation")) if booklet else []
    context = {
        "project": project,
        "tab": "programme",
        "booklet": booklet,
        "sections": [
            {"title": section.label, "entries": [entry for entry in entries if entry.place.section == section]}
            for section in Section
        ],
        "excursions": project.excursions.with_counts().select_related("guide"),
        "customary": actions.CUSTOMARY_NUMBER,
        "may_edit": may(request.user, Permission.MANAGE_PROGRAMME, project),
    }
    return render(request, "excursions/programme.html", context)


@project_view(Permission.MANAGE_PROGRAMME)
def new_excursion(request: MemberRequest, project: Project) -> HttpResponse:
    """Plan an excursion."""
    form = ExcursionForm(project, posted(request))
    if request.method == "POST":
        made = form.carry_out(
            lambda: actions.plan_excursion(project=project, by=request.user, **form.excursion_fields())
        )
        if made:
            messages.success(request, _("De excursie staat in het programma."))
            return redirect(made)
    return _page(request, project, form, _("Nieuwe excursie"), _("Excursie plannen"))


@require_safe
@project_view(Permission.VIEW_PARTICIPANTS)
def excursion(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """One excursion: who goes, who waits, who came."""
    return _excursion_page(request, project, _excursion(project, pk))


@require_POST
@project_view(Permission.SIGN_UP_EXCURSION)
def sign_up(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Sign up one participant, or a couple together."""
    row = _excursion(project, pk)
    form = SignupForm(row, request.POST)

    def deed() -> list[Signup]:
        people, couple = form.chosen()
        return actions.sign_up(excursion=row, people=people, couple=couple, by=request.user)

    made = form.carry_out(deed)
    if made is None:
        return _excursion_page(request, project, row, form)
    going = made[0].state == Signup.State.GOING
    messages.success(
        request,
        _("De inschrijving is genoteerd.")
        if going
        else _("Er is niet genoeg plaats. De inschrijving staat op de wachtlijst."),
    )
    return redirect(row)


@require_POST
@project_view(Permission.SIGN_UP_EXCURSION)
def cancel(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Somebody does not go after all."""
    signup = _signup(project, pk)
    moved: list[Signup] = []
    if press(
        request,
        lambda: moved.extend(actions.cancel_signup(signup=signup, by=request.user)),
        _("%(name)s is van de lijst gehaald.") % {"name": signup.participant.person.goes_by},
    ):
        for other in moved:
            name = other.participant.person.goes_by
            messages.info(request, _("%(name)s schuift door van de wachtlijst.") % {"name": name})
    return redirect(signup.excursion)


@require_POST
@project_view(Permission.SIGN_UP_EXCURSION)
def attended(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Note whether somebody came along."""
    signup = _signup(project, pk)
    came = request.POST.get("attended") == "1"
    press(
        request,
        lambda: actions.note_attendance(signup=signup, attended=came, by=request.user),
        _("Genoteerd."),
    )
    return redirect(reverse("excursions:excursion", args=[project.slug, signup.excursion_id]) + f"#inschrijving-{pk}")


def _excursion(project: Project, pk: int) -> Excursion:
    return get_object_or_404(project.excursions.with_counts().select_related("guide", "place", "project"), pk=pk)


def _signup(project: Project, pk: int) -> Signup:
    rows = Signup.objects.select_related("participant__person", "excursion__project")
    return get_object_or_404(rows, pk=pk, excursion__project=project)


def _excursion_page(
    request: MemberRequest, project: Project, row: Excursion, form: SignupForm | None = None
) -> HttpResponse:
    may_sign_up = may(request.user, Permission.SIGN_UP_EXCURSION, project)
    signups = row.signups.select_related("participant__person", "couple")
    context: dict[str, Any] = {
        "project": project,
        "tab": "programme",
        "excursion": row,
        "going": signups.going(),
        "waiting": signups.in_line(),
        "may_sign_up": may_sign_up,
        "form": form or (SignupForm(row) if may_sign_up else None),
    }
    return render(request, "excursions/excursion.html", context, status=422 if form and form.errors else 200)


def _page(request: MemberRequest, project: Project, form: OurForm, title: str, submit: str) -> HttpResponse:
    context = {
        "project": project,
        "tab": "programme",
        "form": form,
        "title": title,
        "submit": submit,
        "back": reverse("excursions:programme", args=[project.slug]),
    }
    return render(request, "projects/form_page.html", context, status=422 if form.errors else 200)
