"""The register of consents of a project, and every text that people agreed to."""

from itertools import groupby

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mixen.accounts.audit import record
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.sheets import csv_response, xlsx_response
from participants.consent_register import ConsentFilter, how_signed, register_of, register_sheet
from participants.models import Consent, ConsentText
from participants.models.participant import TAKES_PART
from projects.models import Project
from projects.permissions import Permission, leading_view, project_view

PAGE_SIZE = 50


@require_safe
@project_view(Permission.VIEW_PRIVATE)
def consents(request: MemberRequest, project: Project) -> HttpResponse:
    """Who agreed to what, in which words; also what was withdrawn."""
    found = ConsentFilter(request.GET or None, register_of(project))
    page_obj = Paginator(found.qs, PAGE_SIZE).get_page(request.GET.get("bladzijde"))
    taking_part = project.participants.filter(status__in=TAKES_PART).select_related("person", "project")
    agreed = Consent.objects.standing().filter(kind=ConsentText.Kind.TAKING_PART).values("participant")
    context = {
        "project": project,
        "tab": "participants",
        "filter": found,
        "narrowed": any(value for key, value in request.GET.items() if key != "bladzijde"),
        "query": request.GET.urlencode(),
        "page_obj": page_obj,
        "rows": [(consent, how_signed(consent)) for consent in page_obj],
        "without": taking_part.exclude(pk__in=agreed),
    }
    return render(request, "participants/consents.html", context)


@require_safe
@project_view(Permission.VIEW_PRIVATE)
def export(request: MemberRequest, project: Project, kind: str) -> HttpResponse:
    """The same as a sheet; who took it along is recorded."""
    sheet = register_sheet(ConsentFilter(request.GET or None, register_of(project)).qs)
    record(by=request.user, kind=AuditEvent.Kind.EXPORT, about=project, fields=["consents"], detail=kind)
    name = f"toestemmingen-{project.slug}"
    return csv_response(name, sheet) if kind == "csv" else xlsx_response(name, [sheet])


@require_safe
@leading_view(Permission.VIEW_PRIVATE)
def texts(request: MemberRequest, led: list[Project]) -> HttpResponse:
    """Every version of every text, in every language it has."""
    rows = ConsentText.objects.order_by("kind", "-version", "language")
    order = ConsentText.Kind.values
    groups = [
        (ConsentText.Kind(kind).label, version, sorted(found, key=lambda text: text.language != "nl"))
        for (kind, version), found in groupby(rows, key=lambda text: (text.kind, text.version))
    ]
    groups.sort(key=lambda group: order.index(group[2][0].kind))
    return render(request, "participants/consent_texts.html", {"groups": groups, "title": _("Toestemmingsteksten")})
