"""The official's page: the projects of the own district, frozen figures, reports. No person, no note, no filter."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from mixen.accounts.requests import MemberRequest
from projects.models import District, EndReport, Project
from projects.monthly import by_month
from projects.permissions import district_view
from projects.report import headlines
from projects.timeline import timeline_of

# A project fills a screen, with its figures of each month.
PAGE_SIZE = 5


@require_safe
@district_view
def district(request: MemberRequest, district: District) -> HttpResponse:
    """What an official sees: the projects of the own district, their frozen figures and their reports."""
    final = Prefetch("end_reports", EndReport.objects.final(), to_attr="final_reports")
    projects = Project.objects.real().filter(district=district).for_overview()
    found = Paginator(projects.prefetch_related(final, "monthly_figures"), PAGE_SIZE)
    page = found.get_page(request.GET.get("bladzijde"))
    context = {"district": district, "page_obj": page, "rows": [_row(project) for project in page]}
    return render(request, "projects/district.html", context)


def _row(project: Any) -> dict[str, Any]:
    """One project. The four figures of the newest month; of a project without months, those of its report."""
    today = timezone.localdate()
    months = list(project.monthly_figures.all())
    newest = months[0] if months else None
    report = project.final_reports[0] if project.final_reports else None
    return {
        "project": project,
        "phase": project.phase(today),
        "timeline": timeline_of(project, today),
        "newest": newest,
        "main": headlines(newest.figures if newest else (report.figures or []) if report else []),
        "others": [item for item in newest.figures if item["target"] is None] if newest else [],
        "earlier": by_month(months[1:]),
        "reports": project.final_reports,
        "headlines": headlines(report.figures or []) if report else [],
    }
