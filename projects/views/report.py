"""The end report: writing it, freezing it, downloading it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mixen.accounts.audit import record
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.forms import posted, press
from mixen.sheets import XLSX_TYPE, download
from projects import actions
from projects.forms import ReportTextForm
from projects.models import EndReport, Project
from projects.permissions import Permission, project_view
from projects.report import SECTIONS
from projects.report_files import figures_of, prepare_final, report_context, report_pdf


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
        context |= report_context(newest, figures_of(newest))
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
    """Edit the texts of the draft."""
    draft = get_object_or_404(project.end_reports, status=EndReport.Status.DRAFT)
    form = ReportTextForm(draft, posted(request))
    if request.method == "POST":
        saved = form.carry_out(
            lambda: actions.save_report_texts(
                report=draft,
                texts=form.texts(),
                name_countries=form.cleaned_data["name_countries"],
                by=request.user,
            )
        )
        if saved:
            messages.success(request, _("De tekst is opgeslagen."))
            return redirect("projects:report", project.slug)
    context = {"project": project, "tab": "report", "form": form, "report": draft}
    return render(request, "projects/report_write.html", context, status=422 if form.errors else 200)


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
    return download(content, f"{project.slug}-concept.pdf", "application/pdf", inline=True)


@require_safe
@project_view(Permission.READ_FINAL_REPORT)
def final_file(request: MemberRequest, project: Project, version: int, kind: str) -> HttpResponse:
    """A final version as PDF or XLSX, for the team and for officials of the district."""
    final = get_object_or_404(project.end_reports.final(), version=version)
    stored, content_type = (final.pdf, "application/pdf") if kind == "pdf" else (final.xlsx, XLSX_TYPE)
    record(by=request.user, kind=AuditEvent.Kind.DOWNLOAD, about=final, detail=kind)
    with stored.open("rb") as source:
        return download(source.read(), f"eindverslag-{project.slug}-v{version}.{kind}", content_type)
