"""A couple in between: a pause, who wants to go on, going on, and taking a couple apart."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from matching import actions
from matching.forms import PauseForm, ResumeForm, SeparateForm
from matching.models import Couple
from mixen.accounts.audit import record
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.forms import OurForm, posted, press
from projects.models import Project
from projects.permissions import Permission, project_view


@require_POST
@project_view(Permission.LOG_OUTINGS)
def wish(request: MemberRequest, project: Project, pk: int, member_pk: int) -> HttpResponse:
    """What a member told somebody of the team about going on after the agreed time."""
    row = _couple(project, pk)
    member = get_object_or_404(row.members, pk=member_pk)
    wants = request.POST.get("wil") == "door"
    press(
        request,
        lambda: actions.say_going_on(member=member, wants=wants, by=request.user),
        _("Het is genoteerd."),
    )
    return redirect(row)


@require_POST
@project_view(Permission.END_COUPLES)
def extend(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Three months longer."""
    row = _couple(project, pk)
    press(
        request,
        lambda: actions.extend_couple(couple=row, by=request.user),
        _("Het koppel gaat drie maanden langer door."),
    )
    return redirect(row)


@project_view(Permission.LOG_OUTINGS)
def pause(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The couple does not meet for a while."""
    row = _couple(project, pk)
    form = PauseForm(row, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.pause_couple(couple=row, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("De pauze is genoteerd. Zo lang wordt er niet gebeld."))
        return redirect(row)
    title = _("%(couple)s: pauze") % {"couple": row.title}
    return _page(request, row, form, title, _("Pauze noteren"))


@project_view(Permission.LOG_OUTINGS)
def resume(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The couple meets again."""
    row = _couple(project, pk)
    form = ResumeForm(row, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.resume_couple(couple=row, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("De pauze is voorbij."))
        return redirect(row)
    title = _("%(couple)s gaan weer op stap") % {"couple": row.title}
    return _page(request, row, form, title, _("Pauze beëindigen"))


@project_view(Permission.HANDLE_CONCERNS)
def separate(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Take apart the couple of who concern ``pk`` is about."""
    concern = get_object_or_404(project.concerns, pk=pk)
    couples = project.couples.active().filter(members__participant__in=concern.about.values("pk")).distinct()
    form = SeparateForm(couples.with_members(), posted(request))
    back = reverse("participants:concern", args=[project.slug, concern.pk])
    if request.method == "POST" and form.carry_out(
        lambda: actions.separate_couple(
            couple=form.cleaned_data["couple"],
            concern=concern,
            keep_from_matching=list(form.cleaned_data["kept"]),
            caller=request.user if form.cleaned_data["caller"] == "me" else None,
            by=request.user,
        )
    ):
        messages.success(request, _("Het koppel is uit elkaar. Bel allebei de kanten."))
        return redirect(back)
    record(by=request.user, kind=AuditEvent.Kind.READ, about=concern, fields=["concern"])
    context = {"project": project, "tab": "concerns", "form": form, "back": back}
    return render(request, "matching/separate.html", context, status=422 if form.errors else 200)


def _couple(project: Project, pk: int) -> Couple:
    return get_object_or_404(project.couples.with_members().with_pauses(), pk=pk)


def _page(request: MemberRequest, row: Couple, form: OurForm, title: str, submit: str) -> HttpResponse:
    context = {
        "project": row.project,
        "tab": "couples",
        "form": form,
        "title": title,
        "submit": submit,
        "back": row.get_absolute_url(),
    }
    return render(request, "projects/form_page.html", context, status=422 if form.errors else 200)
