"""The partners of a project: what is agreed with each, on paper and confirmed through a link."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mixen import pdf
from mixen.accounts.audit import record
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.errors import DomainError
from mixen.forms import OurForm, posted, press
from mixen.sheets import download
from projects import actions
from projects.forms import AgreementAnswerForm, PartnerChangeForm, PartnerForm
from projects.models import AgreementRequest, Organisation, Partnership, Project
from projects.outside import outside_view
from projects.permissions import Permission, led_by, may, project_view
from projects.views.form_page import form_page


@require_safe
@project_view(Permission.VIEW_PROJECT)
def partners(request: MemberRequest, project: Project) -> HttpResponse:
    """Organisations that take part, what is agreed, and which fixed partners could be asked."""
    rows = project.partnerships.select_related("organisation", "contact")
    may_edit = may(request.user, Permission.EDIT_PROJECT, project)
    context = {
        "project": project,
        "tab": "meetings",
        "partnerships": rows.prefetch_related("organisation__other_kinds", "requests"),
        "proposed": Organisation.objects.to_propose_in(project) if may_edit else [],
        "may_edit": may_edit,
    }
    return render(request, "projects/partners.html", context)


@project_view(Permission.EDIT_PROJECT)
def new_partner(request: MemberRequest, project: Project) -> HttpResponse:
    """Note that an organisation takes part; a fixed partner comes with what it did the last time."""
    form = PartnerForm(project, posted(request), _last_time(request, project))
    if request.method == "POST" and form.carry_out(
        lambda: actions.add_partner(project=project, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("De partner is toegevoegd."))
        return redirect("projects:partners", project.slug)
    return _form_page(request, project, form, _("Nieuwe partner"), _("Partner toevoegen"))


def _last_time(request: MemberRequest, project: Project) -> dict[str, Any]:
    """What the organisation in the address did in the newest project that the reader leads."""
    number = request.GET.get("organisatie", "")
    if not number.isascii() or not number.isdigit() or len(number) > 12:
        return {}
    organisation = Organisation.objects.within_reach_of(project).filter(pk=number).first()
    if organisation is None:
        return {}
    led = led_by(request.user, Permission.EDIT_PROJECT)
    before = organisation.partnerships.filter(project__in=led).order_by("-project__starts_on").first()
    contact = before.contact_id if before else None
    first = organisation.contact_people.first()
    return {
        "organisation": organisation,
        "contribution": before.contribution if before else "",
        "contact": contact or (first.pk if first else None),
    }


@project_view(Permission.EDIT_PROJECT)
def change_partner(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Change what was agreed, or with whom."""
    partnership = _partnership(project, pk)
    form = PartnerChangeForm(partnership, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.change_partner(partnership=partnership, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("De afspraak is aangepast."))
        return redirect("projects:partners", project.slug)
    title = _("Afspraak met %(name)s") % {"name": partnership.organisation.name}
    lead = ""
    if partnership.is_settled:
        lead = _("Deze afspraak is al bevestigd. Verander je de tekst? Dan moet de partner hem opnieuw bevestigen.")
    return _form_page(request, project, form, title, _("Afspraak opslaan"), lead=lead)


@require_POST
@project_view(Permission.EDIT_PROJECT)
def ask(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Mail the contact what was agreed, with a link to confirm it."""
    partnership = _partnership(project, pk)
    press(
        request,
        lambda: actions.ask_to_confirm(partnership=partnership, by=request.user),
        _("De mail gaat naar %(name)s.") % {"name": partnership.contact.name if partnership.contact else ""},
    )
    return redirect("projects:partners", project.slug)


@require_POST
@project_view(Permission.EDIT_PROJECT)
def confirm_partner(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Note that a partner confirmed the agreement in another way."""
    partnership = _partnership(project, pk)
    press(
        request,
        lambda: actions.confirm_partner(partnership=partnership, by=request.user),
        _("De afspraak is bevestigd."),
    )
    return redirect("projects:partners", project.slug)


@require_POST
@project_view(Permission.EDIT_PROJECT)
def signed(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Note that the agreement was signed on paper."""
    partnership = _partnership(project, pk)
    press(
        request,
        lambda: actions.note_signed(partnership=partnership, by=request.user),
        _("Genoteerd: de afspraak is op papier getekend."),
    )
    return redirect("projects:partners", project.slug)


@require_safe
@project_view(Permission.EDIT_PROJECT)
def paper(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The agreement to sign, on one sheet."""
    partnership = _partnership(project, pk)
    record(by=request.user, kind=AuditEvent.Kind.DOWNLOAD, about=partnership)
    content = pdf.render("pdf/agreement.html", {"project": project, "partnership": partnership})
    return download(content, f"afspraak-{project.slug}-{partnership.pk}.pdf", "application/pdf", inline=True)


@outside_view
def agreement(request: HttpRequest, token: str) -> HttpResponse:
    """What a partner reads behind the link: what was agreed; one press confirms it, or says what is not right."""
    row = AgreementRequest.of_token(token)
    if row is None:
        return _gone(request)
    if request.POST.get("answer") == AgreementRequest.Answer.CONFIRMED:
        try:
            actions.answer_agreement(request=row, right=True, by=None)
        except DomainError:  # withdrawn while it was being read
            return _gone(request)
        return redirect("projects:agreement", row.token)
    form = AgreementAnswerForm(posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.answer_agreement(request=row, right=False, by=None, **form.cleaned_data)
    ):
        return redirect("projects:agreement", row.token)
    context = {"row": row, "partnership": row.partnership, "project": row.project, "form": form}
    return render(request, "projects/outside/agreement.html", context, status=422 if form.errors else 200)


def _gone(request: HttpRequest) -> HttpResponse:
    """The same answer for a guessed, withdrawn and too old link."""
    return render(request, "projects/outside/gone.html", status=404)


def _partnership(project: Project, pk: int) -> Partnership:
    return get_object_or_404(project.partnerships.select_related("organisation", "contact"), pk=pk)


def _form_page(
    request: MemberRequest, project: Project, form: OurForm, title: str, submit: str, *, lead: str = ""
) -> HttpResponse:
    back = reverse("projects:partners", args=[project.slug])
    return form_page(request, project, form, title, submit, back, tab="meetings", lead=lead)
