"""The card for a month of meetings: printing it and typing it over; and the next appointment."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from matching import actions
from matching.actions.outings import LineRefused
from matching.forms import LineForm, NextForm
from matching.models import Couple
from matching.papers.month import month_cards
from matching.places import places_for
from mixen.accounts.audit import record_each
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.forms import posted
from mixen.sheets import download
from projects.forms import moment
from projects.models import Project
from projects.permissions import Permission, may, project_view

LINES, LINES_FOR_MANY = 6, 3


@project_view(Permission.LOG_OUTINGS)
def enter(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Type over the card of one couple."""
    row = _couple(project, pk)
    return _enter(request, project, [row], LINES, _("Kaart van %(couple)s") % {"couple": row.title}, row)


@project_view(Permission.LOG_OUTINGS)
def enter_all(request: MemberRequest, project: Project) -> HttpResponse:
    """Type over the cards of all own couples at once."""
    rows = _own_couples(request, project)
    return _enter(request, project, rows, LINES_FOR_MANY, _("Kaarten invoeren"), None)


def _enter(
    request: MemberRequest, project: Project, couples: Sequence[Couple], lines: int, title: str, one: Couple | None
) -> HttpResponse:
    """All lines or none: a line that is not right is told at the line."""
    data = posted(request)
    groups = places_for(project)
    blocks = [
        (couple, [LineForm(couple, number, groups, data) for number in range(1, lines + 1)]) for couple in couples
    ]
    back = one.get_absolute_url() if one else reverse("matching:list", args=[project.slug])
    wrong = ""
    if request.method == "POST":
        filled = [form for _couple, forms in blocks for form in forms if form.is_filled]
        done, wrong = _keep(request, filled)
        if done:
            messages.success(
                request,
                ngettext("%(count)s ontmoeting genoteerd.", "%(count)s ontmoetingen genoteerd.", done)
                % {"count": done},
            )
            return redirect(back)
    context = {
        "project": project,
        "tab": "couples",
        "title": title,
        "blocks": blocks,
        "back": back,
        "one": one,
        "wrong": wrong,
        "with_places": bool(groups),
    }
    return render(request, "matching/card_entry.html", context, status=422 if wrong else 200)


def _keep(request: MemberRequest, filled: list[LineForm]) -> tuple[int, str]:
    """How many meetings were noted, or what is wrong."""
    if not filled:
        return 0, _("Vul ten minste één regel in.")
    wrong = [form for form in filled if not form.is_valid()]  # all are asked, so that each line tells what is wrong
    if wrong:
        return 0, _("Er is nog niets genoteerd. Verbeter de regels waar iets bij staat.")
    try:
        return len(actions.log_outings(lines=[form.outing() for form in filled], by=request.user)), ""
    except LineRefused as error:
        filled[error.line].refuse(error)
        return 0, _("Er is nog niets genoteerd. Verbeter de regels waar iets bij staat.")


@require_safe
@project_view(Permission.LOG_OUTINGS)
def card_pdf(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The card of one couple, to write a month of meetings on."""
    return _download(request, project, [_couple(project, pk)], f"maandkaart-{pk}")


@require_safe
@project_view(Permission.LOG_OUTINGS)
def cards_pdf(request: MemberRequest, project: Project) -> HttpResponse:
    """The cards of all own couples."""
    return _download(request, project, _own_couples(request, project), f"maandkaarten-{project.slug}")


def _download(request: MemberRequest, project: Project, couples: Sequence[Couple], name: str) -> HttpResponse:
    people = [one.person for couple in couples for one in couple.people]
    record_each(by=request.user, kind=AuditEvent.Kind.DOWNLOAD, about=people or [project], fields=["month_card"])
    return download(month_cards(couples), f"{name}.pdf", "application/pdf", inline=True)


@project_view(Permission.LOG_OUTINGS)
def next_appointment(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Note the next appointment for who cannot do so themselves."""
    row = _couple(project, pk)
    if not row.is_active:
        raise Http404
    form = NextForm(row, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.note_next_appointment(
            couple=row,
            at=moment(form.cleaned_data["day"], form.cleaned_data["at"]),
            place=form.cleaned_data["place"],
            by=request.user,
        )
    ):
        messages.success(request, _("De volgende afspraak staat erin."))
        return redirect(row)
    context = {
        "project": project,
        "tab": "couples",
        "form": form,
        "title": _("Volgende afspraak van %(couple)s") % {"couple": row.title},
        "submit": _("Afspraak vastleggen"),
        "back": row.get_absolute_url(),
    }
    return render(request, "projects/form_page.html", context, status=422 if form.errors else 200)


def _couple(project: Project, pk: int) -> Couple:
    return get_object_or_404(project.couples.with_members(), pk=pk)


def _own_couples(request: MemberRequest, project: Project) -> list[Couple]:
    """The couples that go out: all for who leads, an ambassador's own."""
    rows = project.couples.active().with_members()
    if not may(request.user, Permission.MANAGE_PARTICIPANTS, project):
        rows = rows.filter(ambassador=request.user)
    return list(rows)
