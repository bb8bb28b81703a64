"""The knowledge centre: reading, searching, printing, and for the coordinator writing."""

from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mixen.accounts.requests import MemberRequest
from mixen.forms import posted, press
from mixen.sheets import download
from projects import actions
from projects.forms.knowledge import LONGEST_TEXT, EditKnowledgeForm, NewKnowledgeForm
from projects.knowledge.comparing import compare
from projects.knowledge.paper import book_pdf, page_pdf
from projects.knowledge.rendering import as_html, headings
from projects.knowledge.searching import search
from projects.models import KnowledgePage, KnowledgeVersion
from projects.permissions import Permission, city_view, may, team_view

PDF = "application/pdf"
LONGEST_QUESTION = 100


def _may_write(request: MemberRequest) -> bool:
    return may(request.user, Permission.MANAGE_CITY)


@require_safe
@team_view(Permission.READ_KNOWLEDGE)
def contents(request: MemberRequest) -> HttpResponse:
    """All pages by chapter; with a question, the pages that answer it."""
    question = request.GET.get("zoek", "").replace("\x00", "").strip()[:LONGEST_QUESTION]
    pages = KnowledgePage.objects.in_order().defer("text", "folded")
    context = {
        "chapters": [
            (KnowledgePage.Chapter(key).label, list(group)) for key, group in groupby(pages, lambda page: page.chapter)
        ],
        "question": question,
        "hits": search(question),
        "may_write": _may_write(request),
    }
    return render(request, "projects/knowledge/contents.html", context)


@require_safe
@team_view(Permission.READ_KNOWLEDGE)
def page(request: MemberRequest, page: str) -> HttpResponse:
    """One page."""
    found = get_object_or_404(KnowledgePage, slug=page)
    context = {
        "page": found,
        "html": as_html(found.text),
        "headings": headings(found.text),
        "neighbours": _neighbours(found),
        "may_write": _may_write(request),
    }
    return render(request, "projects/knowledge/page.html", context)


def _neighbours(page: KnowledgePage) -> dict[str, KnowledgePage | None]:
    """The page before and the page after, in the order of the table of contents."""
    pages = list(KnowledgePage.objects.in_order().defer("text", "folded"))
    place = pages.index(page)
    return {
        "before": pages[place - 1] if place else None,
        "after": pages[place + 1] if place + 1 < len(pages) else None,
    }


@require_safe
@team_view(Permission.READ_KNOWLEDGE)
def page_on_paper(request: MemberRequest, page: str) -> HttpResponse:
    """One page as PDF."""
    found = get_object_or_404(KnowledgePage, slug=page)
    return download(page_pdf(found), f"{found.slug}.pdf", PDF, inline=True)


@require_safe
@team_view(Permission.READ_KNOWLEDGE)
def book(request: MemberRequest) -> HttpResponse:
    """Everything as one PDF."""
    return download(book_pdf(KnowledgePage.objects.in_order()), "kenniscentrum.pdf", PDF, inline=True)


@city_view(Permission.MANAGE_CITY)
def new_page(request: MemberRequest) -> HttpResponse:
    """Write a page that is not there yet."""
    form = NewKnowledgeForm(_judged(request))
    if form.is_bound:
        made = form.carry_out(lambda: actions.add_knowledge_page(**form.answers(), by=request.user))
        if made:
            messages.success(request, _("De bladzijde staat in het kenniscentrum."))
            return redirect(made)
    return _writing(request, form, {})


@city_view(Permission.MANAGE_CITY)
def write(request: MemberRequest, page: str) -> HttpResponse:
    """Change a page. Who saves after somebody else sees both texts first; nothing that was typed is lost."""
    found = get_object_or_404(KnowledgePage, slug=page)
    form = EditKnowledgeForm(found, _judged(request))
    context: dict[str, Any] = {"page": found}
    if form.is_bound:
        saved = form.carry_out(lambda: actions.write_knowledge_page(page=found, **form.answers(), by=request.user))
        if saved:
            messages.success(request, _("De nieuwe versie is bewaard."))
            return redirect(saved)
        context |= _what_another_wrote(found, form)
    return _writing(request, form, context)


def _judged(request: MemberRequest) -> Any:
    """What was sent to be saved; nothing when somebody only wants to see what it looks like."""
    return None if "look" in request.POST else posted(request)


def _what_another_wrote(page: KnowledgePage, form: EditKnowledgeForm) -> dict[str, Any]:
    """What the page says now, held against what was typed, when somebody else saved after it was opened."""
    page.refresh_from_db()
    if str(form["seen_version"].value()) == str(page.version):
        return {}
    typed = str(form["text"].value() or "")[:LONGEST_TEXT]
    form.has_read(page.version)
    return {"theirs": compare(typed, page.text), "last": page.versions.select_related("made_by").first()}


def _writing(request: MemberRequest, form: Any, context: dict[str, Any]) -> HttpResponse:
    """The form, and beside it what the text will look like."""
    if "look" in request.POST:
        form.take(request.POST)
    text = str(form["text"].value() or "")[:LONGEST_TEXT]
    context |= {"form": form, "html": as_html(text), "looked": "look" in request.POST}
    return render(request, "projects/knowledge/write.html", context, status=422 if form.errors else 200)


@require_POST
@city_view(Permission.MANAGE_CITY)
def preview(request: MemberRequest) -> HttpResponse:
    """The text as the page will show it, while somebody types."""
    text = request.POST.get("text", "")[:LONGEST_TEXT].replace("\r\n", "\n")
    return render(request, "projects/knowledge/preview.html", {"html": as_html(text)})


@require_safe
@team_view(Permission.READ_KNOWLEDGE)
def versions(request: MemberRequest, page: str) -> HttpResponse:
    """Who changed what and when."""
    found = get_object_or_404(KnowledgePage, slug=page)
    context = {
        "page": found,
        "versions": found.versions.select_related("made_by").defer("text"),
        "may_write": _may_write(request),
    }
    return render(request, "projects/knowledge/versions.html", context)


@require_safe
@team_view(Permission.READ_KNOWLEDGE)
def version(request: MemberRequest, page: str, number: int) -> HttpResponse:
    """One version, and what it changed in the one before."""
    found = _version(page, number)
    before = found.page.versions.filter(number__lt=number).first()
    context = {
        "page": found.page,
        "version": found,
        "html": as_html(found.text),
        "changed": compare(before.text, found.text) if before else [],
        "before": before,
        "is_now": number == found.page.version,
        "may_write": _may_write(request),
    }
    return render(request, "projects/knowledge/version.html", context)


@require_POST
@city_view(Permission.MANAGE_CITY)
def put_back(request: MemberRequest, page: str, number: int) -> HttpResponse:
    """Let the page say again what it said then."""
    found = _version(page, number)
    press(
        request,
        lambda: actions.put_knowledge_back(version=found, by=request.user),
        _("Versie %(number)s staat er weer. Wat er stond, vind je bij de versies.") % {"number": number},
    )
    return redirect(found.page)


def _version(slug: str, number: int) -> KnowledgeVersion:
    return get_object_or_404(
        KnowledgeVersion.objects.select_related("page", "made_by"), page__slug=slug, number=number
    )
