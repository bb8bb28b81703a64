"""Paper: printing the form and the copies, and typing a filled-in form over quickly."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mixen.accounts.audit import record
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.forms import posted
from mixen.languages import CHOICES, READING_LANGUAGES, SOURCE
from mixen.sheets import download
from participants import actions, papers
from participants.forms.registration import RegistrationForm
from participants.models import Participant
from participants.models.participant import ParticipantQuerySet
from participants.registration.receiving import digest_of, joining_of
from projects.models import Project
from projects.permissions import Permission, project_view

PDF = "application/pdf"


@project_view(Permission.REGISTER)
def quick_entry(request: MemberRequest, project: Project) -> HttpResponse:
    """All questions on one page, in the order and with the numbers of the paper form."""
    language = request.POST.get("page_language", SOURCE)
    language = language if language in READING_LANGUAGES else SOURCE
    form = RegistrationForm(project, posted(request), initial={"copy_by": Participant.CopyBy.PAPER})
    if request.method == "POST":
        made = form.carry_out(lambda: _join(request, project, form, language))
        if made:
            messages.success(request, _("%(name)s is ingeschreven.") % {"name": made.person.goes_by})
            return redirect("participants:quick_entry", project.slug)
    context = {
        "project": project,
        "tab": "participants",
        "form": form,
        "languages": CHOICES,
        "chosen_language": language,
    }
    return render(request, "participants/quick_entry.html", context, status=422 if form.errors else 200)


def _join(request: MemberRequest, project: Project, form: RegistrationForm, language: str) -> Participant:
    made, _first = actions.join(
        project=project,
        key=form.cleaned_data["key"],
        digest=digest_of({name: list(map(str, values)) for name, values in request.POST.lists()}),
        joining=joining_of(form, language),
        by=request.user,
    )
    return made


@require_safe
@project_view(Permission.REGISTER)
def paper_form(request: MemberRequest, project: Project, language: str) -> HttpResponse:
    """The empty form as PDF, in Dutch with another language beside it."""
    if language not in READING_LANGUAGES:
        raise Http404
    return download(papers.paper_form(project, language), f"aanmeldformulier-{language}.pdf", PDF, inline=True)


@require_safe
@project_view(Permission.VIEW_PARTICIPANTS)
def inlay(request: MemberRequest, project: Project) -> HttpResponse:
    """The inlay for the folder: when, where, and a code to sign up with."""
    return download(papers.inlay(project), f"inlegvel-{project.slug}.pdf", PDF, inline=True)


@require_safe
@project_view(Permission.VIEW_PRIVATE)
def own_copy(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Somebody's copy of the own form."""
    participant = get_object_or_404(_signed(project), pk=pk)
    record(by=request.user, kind=AuditEvent.Kind.READ, about=participant.person, fields=["form"])
    return download(papers.copy_of([participant]), "kopie.pdf", PDF, inline=True)


@project_view(Permission.VIEW_PRIVATE)
def copies(request: MemberRequest, project: Project) -> HttpResponse:
    """Who still waits for a copy on paper: all of them in one PDF, and a button for when they are handed out."""
    waiting = _signed(project).filter(copy_by=Participant.CopyBy.PAPER, copy_given_at__isnull=True)
    if request.method == "POST":
        given = actions.hand_out_copies(participants=list(waiting.filter(pk__in=_numbers(request))), by=request.user)
        messages.success(request, _("%(count)s kopieën zijn uitgedeeld.") % {"count": given})
        return redirect("participants:copies", project.slug)
    if "pdf" in request.GET:
        record(by=request.user, kind=AuditEvent.Kind.EXPORT, about=project, fields=["form"], detail="pdf")
        return download(papers.copy_of(waiting), f"kopieen-{project.slug}.pdf", PDF, inline=True)
    context = {
        "project": project,
        "tab": "participants",
        "waiting": waiting,
        "back": reverse("participants:list", args=[project.slug]),
    }
    return render(request, "participants/copies.html", context)


def _numbers(request: MemberRequest) -> list[int]:
    return [
        int(text)
        for text in request.POST.getlist("participant")
        if text.isascii() and text.isdigit() and len(text) < 15
    ]


def _signed(project: Project) -> ParticipantQuerySet:
    rows = project.participants.active().filter(personal_link__isnull=False, signatures__isnull=False)
    return rows.with_person().distinct().in_order_of_name()
