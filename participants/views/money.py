"""Claims: handing in, deciding, paying."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mixen.accounts.requests import MemberRequest
from mixen.forms import OurForm, ReasonForm, posted, press
from mixen.languages import CHOICES, READING_LANGUAGES
from mixen.sheets import download
from participants import actions
from participants.forms import ClaimForm
from participants.models import Claim
from participants.papers.slip import claim_slip
from projects import actions as money
from projects.models import Project
from projects.permissions import Permission, may, project_view


@require_safe
@project_view(Permission.VIEW_MONEY)
def claims(request: MemberRequest, project: Project) -> HttpResponse:
    """All claims, those that wait first."""
    rows = Claim.objects.of_project(project)
    context = {
        "project": project,
        "tab": "money",
        "part": "claims",
        "languages": CHOICES,
        "waiting": rows.waiting(),
        "to_pay": rows.to_pay(),
        "settled": rows.exclude(pk__in=rows.unpaid())[:200],
        "may_decide": may(request.user, Permission.SPEND_MONEY, project) and not project.books_closed_at,
    }
    return render(request, "participants/claims.html", context)


@require_safe
@project_view(Permission.SUBMIT_CLAIM)
def slip(request: MemberRequest, project: Project, language: str) -> HttpResponse:
    """The slip for who has no phone, in Dutch and in another language."""
    if language not in READING_LANGUAGES:
        raise Http404
    content = claim_slip(project, language)
    return download(content, f"declaratie-{project.slug}-{language}.pdf", "application/pdf", inline=True)


@project_view(Permission.SUBMIT_CLAIM)
def new_claim(request: MemberRequest, project: Project) -> HttpResponse:
    """Hand in a claim for a participant."""
    who = request.GET.get("deelnemer", "")
    form = ClaimForm(project, posted(request), {"participant": who if who.isdecimal() else None})
    if request.method == "POST" and form.carry_out(lambda: actions.submit_claim(by=request.user, **form.claim())):
        messages.success(request, _("De declaratie is ingediend."))
        back = "participants:claims" if may(request.user, Permission.VIEW_MONEY, project) else "projects:overview"
        return redirect(back, project.slug)
    return _page(request, project, form, _("Declaratie indienen"), _("Declaratie indienen"))


@require_POST
@project_view(Permission.SPEND_MONEY)
def approve(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The claim may be paid."""
    claim = _claim(project, pk)
    press(request, lambda: money.approve_payable(payable=claim, by=request.user), _("De declaratie is goedgekeurd."))
    return redirect("participants:claims", project.slug)


@require_POST
@project_view(Permission.SPEND_MONEY)
def pay(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The money was handed over."""
    claim = _claim(project, pk)
    press(
        request, lambda: money.pay_payable(payable=claim, by=request.user), _("De declaratie is betaald en geboekt.")
    )
    return redirect("participants:claims", project.slug)


@project_view(Permission.SPEND_MONEY)
def refuse(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The claim is not paid, and why."""
    claim = _claim(project, pk)
    form = ReasonForm(posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: money.refuse_payable(payable=claim, reason=form.cleaned_data["reason"], by=request.user)
    ):
        messages.success(request, _("De declaratie is afgewezen."))
        return redirect("participants:claims", project.slug)
    return _page(request, project, form, _("Declaratie afwijzen"), _("Declaratie afwijzen"))


def _claim(project: Project, pk: int) -> Claim:
    return get_object_or_404(Claim.objects.of_project(project), pk=pk)


def _page(request: MemberRequest, project: Project, form: OurForm, title: str, submit: str) -> HttpResponse:
    sees_claims = may(request.user, Permission.VIEW_MONEY, project)
    back = reverse("participants:claims" if sees_claims else "projects:overview", args=[project.slug])
    context = {"project": project, "tab": "money", "form": form, "title": title, "submit": submit, "back": back}
    return render(request, "projects/form_page.html", context, status=422 if form.errors else 200)
