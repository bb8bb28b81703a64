"""The programme: excursions, who goes along, and the newest booklet."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from excursions import actions
from excursions.forms import ChangeExcursionForm, NewExcursionForm, SignupForm
from excursions.models import Excursion, Section, Signup
from mixen.accounts.requests import MemberRequest
from mixen.forms import OurForm, ReasonForm, posted, press
from projects.models import Project
from projects.permissions import Permission, may, project_view


@require_safe
@project_view(Permission.VIEW_PARTICIPANTS)
def programme(request: MemberRequest, project: Project) -> HttpResponse:
    """The booklet's newest edition and the excursions."""
    booklet = project.booklets.newest()
    found = list(project.excursions.with_counts())
    entries = list(booklet.entries.select_related("place__organisation")) if booklet else []
    context = {
        "project": project,
        "tab": "programme",
        "booklet": booklet,
        "sections": [
            {"title": section.label, "entries": [entry for entry in entries if entry.place.section == section]}
            for section in Section
        ],
        "excursions": found,
        "too_many": sum(not one.is_cancelled for one in found) > actions.CUSTOMARY_NUMBER,
        "customary": actions.CUSTOMARY_NUMBER,
        "may_edit": may(request.user, Permission.MANAGE_PROGRAMME, project),
    }
    return render(request, "excursions/programme.html", context)


@project_view(Permission.MANAGE_PROGRAMME)
def new_excursion(request: MemberRequest, project: Project) -> HttpResponse:
    """Plan an excursion."""
    form = NewExcursionForm(project, posted(request))
    if request.method == "POST":
        made = form.carry_out(
            lambda: actions.plan_excursion(project=project, by=request.user, **form.excursion_fields())
        )
        if made:
            messages.success(request, _("De excursie staat in het programma."))
            return redirect(made)
    lead = _too_many(project)
    return _page(request, project, form, _("Nieuwe excursie"), _("Excursie plannen"), lead)


@project_view(Permission.MANAGE_PROGRAMME)
def change_excursion(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Change what was planned; everybody on the list hears of another time or place."""
    row = _excursion(project, pk)
    form = ChangeExcursionForm(row, posted(request))
    if request.method == "POST":
        moved = form.carry_out(
            lambda: actions.change_excursion(excursion=row, by=request.user, **form.excursion_fields())
        )
        if moved is not None:
            messages.success(request, _("De excursie is aangepast."))
            _tell_who_moved(request, moved)
            return redirect(row)
    lead = _("Verandert de tijd of de plaats? Dan krijgt iedereen op de lijst meteen bericht.")
    return _page(request, project, form, _("Excursie aanpassen"), _("Opslaan"), lead, row.get_absolute_url())


@project_view(Permission.MANAGE_PROGRAMME)
def cancel_excursion(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Call a whole excursion off."""
    row = _excursion(project, pk)
    form = ReasonForm(posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.cancel_excursion(excursion=row, reason=form.cleaned_data["reason"], by=request.user)
    ):
        messages.success(request, _("De excursie gaat niet door. Iedereen op de lijst krijgt bericht."))
        return redirect(row)
    title = _("%(name)s gaat niet door") % {"name": row.name}
    lead = _("Iedereen die meegaat of wacht, krijgt meteen bericht. De reden staat erbij.")
    return _page(request, project, form, title, _("Excursie afzeggen"), lead, row.get_absolute_url())


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
        _tell_who_moved(request, moved)
    return redirect(signup.excursion)


def _tell_who_moved(request: MemberRequest, moved: list[Signup]) -> None:
    for other in moved:
        name = other.participant.person.goes_by
        messages.info(request, _("%(name)s schuift door van de wachtlijst, en krijgt bericht.") % {"name": name})


def _excursion(project: Project, pk: int) -> Excursion:
    return get_object_or_404(project.excursions.for_page(), pk=pk)


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
        "may_edit": may(request.user, Permission.MANAGE_PROGRAMME, project),
        "may_spend": may(request.user, Permission.SPEND_MONEY, project),
        "form": form or (SignupForm(row) if may_sign_up and not row.is_cancelled else None),
    }
    return render(request, "excursions/excursion.html", context, status=422 if form and form.errors else 200)


def _too_many(project: Project) -> str:
    """A hint when there are as many as there usually are; no wall."""
    if project.excursions.taking_place().count() < actions.CUSTOMARY_NUMBER:
        return ""
    return _("Een project heeft meestal niet meer dan %(number)s excursies. Die zijn er al.") % {
        "number": actions.CUSTOMARY_NUMBER
    }


def _page(
    request: MemberRequest, project: Project, form: OurForm, title: str, submit: str, lead: str = "", back: str = ""
) -> HttpResponse:
    context = {
        "project": project,
        "tab": "programme",
        "form": form,
        "title": title,
        "lead": lead,
        "submit": submit,
        "back": back or reverse("excursions:programme", args=[project.slug]),
    }
    return render(request, "projects/form_page.html", context, status=422 if form.errors else 200)
