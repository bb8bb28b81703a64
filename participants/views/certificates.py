"""Certificates: who gets one, issuing, printing, and the public check by number."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from mixen.accounts.audit import record
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.forms import ReasonForm, posted, press
from mixen.sheets import download
from participants import actions
from participants.certificate_files import certificate_pdf
from participants.models import Certificate
from projects.models import Project
from projects.permissions import Permission, open_to_all, project_view


@require_safe
@project_view(Permission.ISSUE_CERTIFICATES)
def certificates(request: MemberRequest, project: Project) -> HttpResponse:
    """The rule, who is entitled, who has one, and the print of all."""
    people = project.participants.entitled_to_certificate().with_person().select_related("certificate")
    context = {
        "project": project,
        "tab": "certificates",
        "people": people.in_order_of_name(),
        "to_issue": people.filter(certificate__isnull=True).count(),
        "issued": Certificate.objects.filter(participant__project=project).count(),
        "batch": project.certificate_batches.first(),
    }
    return render(request, "participants/certificates.html", context)


@require_POST
@project_view(Permission.ISSUE_CERTIFICATES)
def issue(request: MemberRequest, project: Project) -> HttpResponse:
    """Give everybody who is entitled a certificate."""
    made: list[Certificate] = []
    if press(request, lambda: made.extend(actions.issue_certificates(project=project, by=request.user)), None):
        text = ngettext("%(count)s certificaat uitgereikt.", "%(count)s certificaten uitgereikt.", len(made))
        messages.success(request, text % {"count": len(made)})
    return redirect("participants:certificates", project.slug)


@require_POST
@project_view(Permission.ISSUE_CERTIFICATES)
def print_all(request: MemberRequest, project: Project) -> HttpResponse:
    """Ask for one PDF of all certificates."""
    press(
        request,
        lambda: actions.ask_certificates_pdf(project=project, by=request.user),
        _("De certificaten worden gemaakt. Dat duurt even."),
    )
    return redirect("participants:certificates", project.slug)


@require_safe
@project_view(Permission.ISSUE_CERTIFICATES)
def batch(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """How far the print is; asked for every second while it runs."""
    row = get_object_or_404(project.certificate_batches, pk=pk)
    return render(request, "participants/batch.html", {"project": project, "batch": row})


@require_safe
@project_view(Permission.ISSUE_CERTIFICATES)
def batch_pdf(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The PDF of all certificates."""
    row = get_object_or_404(project.certificate_batches, pk=pk)
    if not row.pdf:
        raise Http404
    record(by=request.user, kind=AuditEvent.Kind.DOWNLOAD, about=row)
    with row.pdf.open("rb") as source:
        return download(source.read(), f"certificaten-{project.slug}.pdf", "application/pdf")


@require_safe
@project_view(Permission.ISSUE_CERTIFICATES)
def one(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """One participant's certificate."""
    certificate = get_object_or_404(
        Certificate.objects.select_related("participant__person", "participant__project__district"),
        participant__project=project,
        participant=pk,
    )
    record(by=request.user, kind=AuditEvent.Kind.DOWNLOAD, about=certificate)
    return download(
        certificate_pdf(certificate), f"certificaat-{certificate.number}.pdf", "application/pdf", inline=True
    )


@project_view(Permission.ISSUE_CERTIFICATES)
def decide(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The coordinator's decision that somebody completed the programme."""
    participant = get_object_or_404(project.participants.select_related("person", "project"), pk=pk)
    form = ReasonForm(posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.complete_by_decision(
            participant=participant, reason=form.cleaned_data["reason"], by=request.user
        )
    ):
        messages.success(request, _("%(name)s krijgt een certificaat.") % {"name": participant.person.goes_by})
        return redirect("participants:certificates", project.slug)
    context = {
        "project": project,
        "tab": "certificates",
        "form": form,
        "title": _("Toch een certificaat voor %(name)s") % {"name": participant.person.goes_by},
        "submit": _("Certificaat geven"),
        "back": reverse("participants:detail", args=[project.slug, pk]),
    }
    return render(request, "projects/form_page.html", context, status=422 if form.errors else 200)


@require_safe
@open_to_all
def check(request: MemberRequest, number: str) -> HttpResponse:
    """Public: whether a number is of a certificate; nothing else is told."""
    known = Certificate.objects.filter(number=number.upper()).exists()
    return render(request, "participants/certificate_check.html", {"valid": known, "number": number[:20]})
