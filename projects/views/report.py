"""The end report: writing it, freezing it, downloading it."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mixen.accounts.audit import record
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.downloads import give_out
from mixen.forms import posted, press
from mixen.sheets import XLSX_TYPE, download
from projects import actions
from projects.forms import ReportTextForm
from projects.forms.report import LONGEST_TEXT
from projects.models import EndReport, Project
from projects.permissions import Permission, may, project_view
from projects.report import SECTIONS, FigureSpec, Photos, by_section, compute, figures, photos_of
from projects.report import proposed_texts as proposals_for
from projects.report_files import figures_of, prepare_final, report_context, report_pdf

ROWS_ON_A_PAGE = 100


@require_safe
@project_view(Permission.WRITE_REPORT)
def report(request: MemberRequest, project: Project) -> HttpResponse:
    """The newest version: texts and figures, each with its definition."""
    newest = project.end_reports.order_by("-version").first()
    context = {
        "tab": "report",
        "project": project,
        "versions": project.end_reports.final().select_related("finalised_by"),
        "newest": newest,
    }
    if newest:
        photos = Photos([], 0) if newest.is_final else photos_of(project)
        context |= report_context(newest, figures_of(newest), photos)
        context |= {"followed": _with_rows(request, project)}
    return render(request, "projects/report.html", context)


@require_POST
@project_view(Permission.WRITE_REPORT)
def start(request: MemberRequest, project: Project) -> HttpResponse:
    """Begin the report, or a new version of it."""
    press(
        request,
        lambda: actions.start_report(project=project, by=request.user),
        _("Er is een concept. De cijfers staan er al in."),
    )
    return redirect("projects:report", project.slug)


@project_view(Permission.WRITE_REPORT)
def write(request: MemberRequest, project: Project) -> HttpResponse:
    """Edit the texts of the draft; ``take`` puts the proposal for one section in its field and saves nothing yet."""
    draft = get_object_or_404(project.end_reports, status=EndReport.Status.DRAFT)
    taken = request.POST.get("take", "")
    may_name = may(request.user, Permission.MANAGE_CITY)
    form = ReportTextForm(draft, None if taken in SECTIONS else posted(request), may_name=may_name)
    proposed = proposals_for(project)
    if taken in SECTIONS:
        form.take(request.POST, taken, proposed.get(taken, ""))
    elif request.method == "POST" and form.carry_out(
        lambda: actions.save_report_texts(
            report=draft, texts=form.texts(), name_countries=form.cleaned_data["name_countries"], by=request.user
        )
    ):
        messages.success(request, _("De tekst is opgeslagen."))
        return redirect("projects:report", project.slug)
    context = {
        "project": project,
        "tab": "report",
        "form": form,
        "report": draft,
        "taken": taken,
        "sections": _sections_to_write(project, form, proposed),
    }
    return render(request, "projects/report_write.html", context, status=422 if form.errors else 200)


def _sections_to_write(project: Project, form: ReportTextForm, proposed: dict[str, str]) -> list[dict[str, Any]]:
    """Each section with its field, its proposal and what it will look like."""
    texts = {key: str(form[key].value() or "")[:LONGEST_TEXT] for key in SECTIONS}
    return [
        {**section, "field": form[section["key"]], "proposal": proposed.get(section["key"], "")}
        for section in by_section(compute(project), texts, photos_of(project))
    ]


@require_POST
@project_view(Permission.WRITE_REPORT)
def preview(request: MemberRequest, project: Project, section: str) -> HttpResponse:
    """The text of one section as the report will show it, while somebody types."""
    if section not in SECTIONS:
        raise Http404
    text = request.POST.get(section, "")[:LONGEST_TEXT].replace("\r\n", "\n")
    return render(request, "projects/report_preview.html", {"text": text})


def _with_rows(request: MemberRequest, project: Project) -> set[str]:
    """The figures whose rows the reader may see."""
    return {spec.key for spec in figures if spec.behind and may(request.user, spec.behind_for, project)}


@require_safe
@project_view(Permission.VIEW_PARTICIPANTS)
def figure(request: MemberRequest, project: Project, key: str) -> HttpResponse:
    """One figure as it is now: its definition, its value, and the rows it counts."""
    spec = _figure_with_rows(request, project, key)
    value = next((item for item in compute(project) if item["key"] == key), None)
    if spec.behind is None or value is None:
        raise Http404
    rows = spec.behind(project)
    context = {
        "project": project,
        "tab": "report",
        "figure": value,
        "number": len(rows),
        "page_obj": Paginator(rows, ROWS_ON_A_PAGE).get_page(request.GET.get("bladzijde")),
        "may_report": may(request.user, Permission.WRITE_REPORT, project),
    }
    return render(request, "projects/report_figure.html", context)


def _figure_with_rows(request: MemberRequest, project: Project, key: str) -> FigureSpec:
    """The figure called ``key``; for who may not see its rows it has none."""
    for spec in figures:
        if spec.key == key and spec.key in _with_rows(request, project):
            return spec
    raise Http404


@project_view(Permission.WRITE_REPORT)
def finalise(request: MemberRequest, project: Project) -> HttpResponse:
    """Ask, telling what is still empty; then freeze the draft."""
    draft = get_object_or_404(project.end_reports.select_related("project__district"), status=EndReport.Status.DRAFT)
    if request.method != "POST":
        empty = [title for key, title in SECTIONS.items() if not draft.texts.get(key)]
        context = {"project": project, "tab": "report", "report": draft, "empty": empty}
        return render(request, "projects/report_finalise.html", context)
    press(
        request,
        lambda: actions.finalise_report(report=draft, files=prepare_final(draft), by=request.user),
        _("Het verslag is vastgesteld. Het stadsdeel kan het nu downloaden."),
    )
    return redirect("projects:report", project.slug)


@require_safe
@project_view(Permission.WRITE_REPORT)
def draft_pdf(request: MemberRequest, project: Project) -> HttpResponse:
    """The draft as it would look on paper."""
    draft = get_object_or_404(project.end_reports, status=EndReport.Status.DRAFT)
    content = report_pdf(draft, figures_of(draft), None)
    record(by=request.user, kind=AuditEvent.Kind.DOWNLOAD, about=draft, detail="pdf")
    return download(content, f"{project.slug}-concept.pdf", "application/pdf", inline=True)


@require_safe
@project_view(Permission.READ_FINAL_REPORT)
def final_file(request: MemberRequest, project: Project, version: int, kind: str) -> HttpResponse:
    """A final version as PDF or XLSX, for the team and for officials of the district."""
    final = get_object_or_404(project.end_reports.final(), version=version)
    stored, content_type = (final.pdf, "application/pdf") if kind == "pdf" else (final.xlsx, XLSX_TYPE)
    record(by=request.user, kind=AuditEvent.Kind.DOWNLOAD, about=final, detail=kind)
    return give_out(stored, f"eindverslag-{project.slug}-v{version}.{kind}", content_type)
