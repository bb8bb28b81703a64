"""Certificates: who gets one, in which order, who signs, printing, and the public check by number."""

from collections.abc import Callable

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
from mixen.downloads import give_out
from mixen.forms import ReasonForm, posted, press
from mixen.limits import at_most
from mixen.sheets import download
from participants import actions
from participants.certificate_files import certificate_pdf
from participants.forms import SignatoriesForm
from participants.models import Certificate, Participant
from projects.models import Project
from projects.permissions import Permission, open_to_all, project_view


@require_safe
@project_view(Permission.ISSUE_CERTIFICATES)
def certificates(request: MemberRequest, project: Project) -> HttpResponse:
    """The rule, who gets one in the order of the programme, who does not and why, and the print of all."""
    people = list(project.participants.entitled_to_certificate().in_order_of_programme())
    issued = [one for one in people if hasattr(one, "certificate")]
    context = {
        "project": project,
        "tab": "certificates",
        "people": people,
        "issued": len(issued),
        "to_issue": len(people) - len(issued),
        "last_issued": issued[-1] if issued else None,
        "without": project.participants.without_certificate().with_reason_why_not(),
        "signatories": project.signatories.all(),
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


@require_POST
@project_view(Permission.ISSUE_CERTIFICATES)
def arrange(request: MemberRequest, project: Project, way: str) -> HttpResponse:
    """The order anew: couple by couple, or by name."""
    if way not in {"koppels", "naam"}:
        raise Http404
    press(
        request,
        lambda: actions.arrange_certificates(project=project, in_couples=way == "koppels", by=request.user),
        _("De volgorde is veranderd. Druk de certificaten opnieuw af als ze al afgedrukt zijn."),
    )
    return redirect(f"{reverse('participants:certificates', args=[project.slug])}#volgorde")


@require_POST
@project_view(Permission.ISSUE_CERTIFICATES)
def move(request: MemberRequest, project: Project, pk: int, direction: str) -> HttpResponse:
    """One certificate a place earlier or later."""
    certificate = get_object_or_404(
        Certificate.objects.select_related("participant__project"), participant__project=project, pk=pk
    )
    if direction not in {"omhoog", "omlaag"}:
        raise Http404
    up = direction == "omhoog"
    press(request, lambda: actions.move_certificate(certificate=certificate, up=up, by=request.user), None)
    return redirect(f"{reverse('participants:certificates', args=[project.slug])}#certificaat-{pk}")


@require_safe
@project_view(Permission.ISSUE_CERTIFICATES)
def batch(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """How far the print is; asked for every second while it runs. Without script it is a line on the page itself."""
    row = get_object_or_404(project.certificate_batches, pk=pk)
    if not request.headers.get("HX-Request"):
        return redirect("participants:certificates", project.slug)
    return render(request, "participants/batch.html", {"project": project, "batch": row})


@require_safe
@project_view(Permission.ISSUE_CERTIFICATES)
def batch_pdf(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The PDF of all certificates."""
    row = get_object_or_404(project.certificate_batches, pk=pk)
    if not row.pdf:
        raise Http404
    record(by=request.user, kind=AuditEvent.Kind.DOWNLOAD, about=row)
    return give_out(row.pdf, f"certificaten-{project.slug}.pdf", "application/pdf")


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
    """The coordinator's decision that somebody gets a certificate after all."""
    participant = get_object_or_404(project.participants.select_related("person", "project"), pk=pk)
    name = participant.person.goes_by
    return _decision(
        request,
        participant,
        actions.complete_by_decision,
        title=_("Toch een certificaat voor %(name)s") % {"name": name},
        submit=_("Certificaat geven"),
        done=_("%(name)s krijgt een certificaat.") % {"name": name},
    )


@project_view(Permission.ISSUE_CERTIFICATES)
def withhold(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The coordinator's decision that somebody gets no certificate."""
    participant = get_object_or_404(project.participants.select_related("person", "project"), pk=pk)
    name = participant.person.goes_by
    return _decision(
        request,
        participant,
        actions.withhold_certificate,
        title=_("Geen certificaat voor %(name)s") % {"name": name},
        submit=_("Geen certificaat geven"),
        done=_("%(name)s krijgt geen certificaat.") % {"name": name},
    )


def _decision(
    request: MemberRequest,
    participant: Participant,
    deed: Callable[..., object],
    *,
    title: str,
    submit: str,
    done: str,
) -> HttpResponse:
    """A form that asks why, and what comes of it."""
    project, form = participant.project, ReasonForm(posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: deed(participant=participant, reason=form.cleaned_data["reason"], by=request.user)
    ):
        messages.success(request, done)
        return redirect("participants:certificates", project.slug)
    context = {
        "project": project,
        "tab": "certificates",
        "form": form,
        "title": title,
        "lead": _("Wat je opschrijft, staat in de lijst van certificaten."),
        "submit": submit,
        "back": reverse("participants:certificates", args=[project.slug]),
    }
    return render(request, "projects/form_page.html", context, status=422 if form.errors else 200)


@project_view(Permission.ISSUE_CERTIFICATES)
def signatories(request: MemberRequest, project: Project) -> HttpResponse:
    """Who sign the certificates."""
    form = SignatoriesForm(project, posted(request))
    if request.method == "POST":
        named = form.carry_out(
            lambda: actions.name_signatories(
                project=project, signatories=form.cleaned_data["signatories"], by=request.user
            )
        )
        if named is not None:  # nobody is an answer too
            messages.success(request, _("De ondertekenaars zijn opgeslagen."))
            return redirect("participants:certificates", project.slug)
    context = {
        "project": project,
        "tab": "certificates",
        "form": form,
        "title": _("Wie tekenen de certificaten?"),
        "lead": _("De namen staan onder de lijnen op het certificaat. Vul je niemand in, dan blijven de lijnen open."),
        "submit": _("Ondertekenaars opslaan"),
        "back": reverse("participants:certificates", args=[project.slug]),
    }
    return render(request, "projects/form_page.html", context, status=422 if form.errors else 200)


@at_most(120, seconds=600, methods=("GET",))
@require_safe
@open_to_all
def check(request: MemberRequest, number: str) -> HttpResponse:
    """Public: whether a number is of a valid certificate; nothing else is told."""
    valid = Certificate.objects.valid().filter(number=number.upper()).exists()
    return render(request, "participants/certificate_check.html", {"valid": valid, "number": number[:20]})
