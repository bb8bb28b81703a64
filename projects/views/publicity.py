"""What a project tells the world: its texts, folder and poster, written and printed by the team."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mixen.accounts.requests import MemberRequest
from mixen.forms import posted, press
from mixen.languages import READING_LANGUAGES, SOURCE
from mixen.sheets import download
from projects import actions
from projects.forms.publicity import PublicContactForm, PublicityTextForm, StoryForm
from projects.models import Project, PublicContact, PublicityText
from projects.permissions import Permission, may, project_view
from projects.publicity import papers
from projects.publicity.checking import doubtful_days, moved, not_told
from projects.publicity.facts import contact_of, facts_of
from projects.publicity.proposing import WITH_A_STORY, proposed, words_of

Kind = PublicityText.Kind
PDF = "application/pdf"


def _known(kind: str) -> str:
    if kind not in Kind.values:
        raise Http404
    return kind


@require_safe
@project_view(Permission.VIEW_PROJECT)
def publicity(request: MemberRequest, project: Project) -> HttpResponse:
    """All texts of the project: which are proposed, which were written, and which are no longer right."""
    facts = facts_of(project)
    kept = {text.kind: text for text in project.publicity_texts.all()}
    rows = [
        {
            "kind": kind,
            "label": kind.label,
            "text": kept.get(kind),
            "moved": moved(kept[kind], facts) if kind in kept else [],
            "in_languages": kind in WITH_A_STORY,
        }
        for kind in Kind
    ]
    context = {
        "project": project,
        "tab": "publicity",
        "rows": rows,
        "contact": contact_of(project),
        "has_contact": PublicContact.objects.filter(project=project).exists(),
        "languages": READING_LANGUAGES.values(),
        "may_edit": may(request.user, Permission.EDIT_PROJECT, project),
    }
    return render(request, "projects/publicity/list.html", context)


@project_view(Permission.EDIT_PROJECT)
def contact(request: MemberRequest, project: Project) -> HttpResponse:
    """Whom people outside can ask."""
    form = PublicContactForm(contact_of(project), posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.name_public_contact(project=project, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("Dit contact staat nu in de teksten en op de openbare bladzijde."))
        return redirect("projects:publicity", project.slug)
    context = {
        "project": project,
        "tab": "publicity",
        "form": form,
        "title": _("Wie kunnen mensen bellen of mailen?"),
        "lead": _("Deze gegevens staan op internet, op de poster en in de folder. Vraag of dat goed is."),
        "submit": _("Opslaan"),
        "back": reverse("projects:publicity", args=[project.slug]),
    }
    return render(request, "projects/form_page.html", context, status=422 if form.errors else 200)


@project_view(Permission.EDIT_PROJECT)
def write(request: MemberRequest, project: Project, kind: str) -> HttpResponse:
    """Write one of the texts, beside what in it is no longer right."""
    words = words_of(project, _known(kind))
    make = StoryForm if kind in WITH_A_STORY else PublicityTextForm
    form = make(words, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.keep_publicity_text(project=project, kind=kind, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("De tekst is opgeslagen."))
        return redirect("projects:publicity_write", project.slug, kind)
    kept = project.publicity_texts.filter(kind=kind).first()
    context = {
        "project": project,
        "tab": "publicity",
        "form": form,
        "kind": Kind(kind),
        "kept": kept,
        **_checked(project, kept, str(form["text"].value() or "")),
        "proposal": proposed(project, kind),
    }
    return render(request, "projects/publicity/write.html", context, status=422 if form.errors else 200)


def _checked(project: Project, kept: PublicityText | None, text: str) -> dict[str, Any]:
    """What moved in the kept text, and what is odd about the days in ``text``."""
    facts = facts_of(project)
    changes = moved(kept, facts) if kept else []
    told = " ".join(change.old for change in changes).lower()
    is_story = bool(kept and kept.kind in WITH_A_STORY)
    return {
        "moved": changes,
        "may_refresh": any(change.new for change in changes),
        "doubtful": [day for day in doubtful_days(text, project) if day.lower() not in told],
        "not_told": not_told(text, project, facts) if kept and not changes and not is_story else [],
    }


@require_POST
@project_view(Permission.EDIT_PROJECT)
def refresh(request: MemberRequest, project: Project, kind: str) -> HttpResponse:
    """Put the facts of today in the text; what was typed stays."""
    kept = get_object_or_404(project.publicity_texts, kind=kind)
    press(
        request,
        lambda: actions.refresh_publicity_text(text=kept, by=request.user),
        _("De gegevens in de tekst zijn bijgewerkt. Wat je zelf schreef, staat er nog."),
    )
    return redirect("projects:publicity_write", project.slug, kind)


@require_POST
@project_view(Permission.EDIT_PROJECT)
def start_over(request: MemberRequest, project: Project, kind: str) -> HttpResponse:
    """Back to the text that the project proposes."""
    kept = get_object_or_404(project.publicity_texts, kind=kind)
    press(
        request,
        lambda: actions.drop_publicity_text(text=kept, by=request.user),
        _("Hier staat weer de tekst die het project voorstelt."),
    )
    return redirect("projects:publicity_write", project.slug, kind)


@require_safe
@project_view(Permission.VIEW_PROJECT)
def on_paper(request: MemberRequest, project: Project, kind: str, language: str = SOURCE) -> HttpResponse:
    """One of the texts as PDF; folder and poster in a language of participants."""
    name = f"{Kind(_known(kind)).label.lower().replace(' ', '-')}-{project.slug}"
    if kind not in WITH_A_STORY:
        if language != SOURCE:
            raise Http404
        return download(papers.letter(project, kind), f"{name}.pdf", PDF, inline=True)
    if language not in READING_LANGUAGES:
        raise Http404
    make = papers.folder if kind == Kind.FOLDER else papers.poster
    return download(make(project, language), f"{name}-{language}.pdf", PDF, inline=True)


@require_safe
@project_view(Permission.VIEW_PROJECT)
def as_text(request: MemberRequest, project: Project, kind: str) -> HttpResponse:
    """One of the texts to paste in a mail or on a website."""
    words = words_of(project, _known(kind))
    content = f"{words.title}\n\n{words.text}\n"
    return download(content.encode(), f"{kind}-{project.slug}.txt", "text/plain; charset=utf-8", inline=True)
