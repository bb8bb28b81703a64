"""The trail: who saw, changed or took along what; for the coordinator, over everything and of one person."""

from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mixen.accounts.audit import record
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.sheets import Sheet, csv_response, xlsx_response
from mixen.templatetags.display import day
from participants.forms.trail import TrailForm
from participants.models import Person
from participants.trail.lines import lines_of
from participants.trail.rows import trail
from projects.permissions import Permission, city_view

PAGE_SIZE = 100
MOST_EXPORTED = 10_000


@require_safe
@city_view(Permission.MANAGE_CITY)
def everything(request: MemberRequest) -> HttpResponse:
    """What was asked for, in pages; the last thirty days when nothing was."""
    return _page(request, None)


@require_safe
@city_view(Permission.MANAGE_CITY)
def of_person(request: MemberRequest, pk: int) -> HttpResponse:
    """Who saw or changed the data of one person, since they are known; looking at it is written down too."""
    person = get_object_or_404(Person, pk=pk)
    record(by=request.user, kind=AuditEvent.Kind.READ, about=person, fields=["trail"])
    return _page(request, person)


def _page(request: MemberRequest, person: Person | None) -> HttpResponse:
    form = TrailForm(request.GET or None)
    rows = trail(form.asked(person))
    page_obj = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("bladzijde"))
    context: dict[str, Any] = {
        "form": form,
        "person": person,
        "page_obj": page_obj,
        "lines": lines_of(page_obj),
        "query": request.GET.urlencode(),
    }
    return render(request, "participants/trail.html", context, status=422 if form.errors else 200)


@require_safe
@city_view(Permission.MANAGE_CITY)
def export(request: MemberRequest, kind: str) -> HttpResponse:
    """The same as a sheet, of one person with ``?nummer=``; who took it along is recorded."""
    number = request.GET.get("nummer", "")
    known = number.isascii() and number.isdecimal() and len(number) < 18
    person = get_object_or_404(Person, pk=number) if known else None
    found = list(trail(TrailForm(request.GET or None).asked(person))[: MOST_EXPORTED + 1])
    lines = lines_of(found[:MOST_EXPORTED])
    record(by=request.user, kind=AuditEvent.Kind.EXPORT, about=person, fields=["trail"], detail=kind)
    header = [_("Wanneer"), _("Wat"), _("Over wie"), _("Project"), _("Geschreven")]
    rows = [
        [
            line.at,
            line.sentence,
            line.person.name if line.person else "",
            line.project.name if line.project else "",
            line.written,
        ]
        for line in lines
    ]
    if len(found) > MOST_EXPORTED:
        rows.insert(0, ["", _cut_short(lines[-1].at), "", "", ""])
    sheet = Sheet(_("Spoor"), header, rows)
    return csv_response("spoor", sheet) if kind == "csv" else xlsx_response("spoor", [sheet])


def _cut_short(oldest: datetime) -> str:
    said = _("Let op: dit is niet alles. Hier staat het nieuwste, vanaf %(day)s. Voor de rest: kies een einddag.")
    return said % {"day": day(oldest)}
