"""Budget and settlement: what was agreed, what was spent, what is still to come, and closing the books."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mixen.accounts.audit import record
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.forms import OurForm, ReasonForm, posted, press
from mixen.sheets import xlsx_response
from projects import actions
from projects.budget import settlement_of
from projects.forms import AgreedForm
from projects.models import Project
from projects.permissions import Permission, may, project_view
from projects.settlement_sheets import settlement_sheets


def may_book(request: MemberRequest, project: Project) -> bool:
    """Whether the buttons that change an amount are shown: who may spend, while the books are open."""
    return may(request.user, Permission.SPEND_MONEY, project) and not project.books_closed_at


def money_page(
    request: MemberRequest, project: Project, form: OurForm, title: str, submit: str, back: str
) -> HttpResponse:
    """A form of this part of the house; ``back`` is the name of the page it came from."""
    context = {
        "project": project,
        "tab": "money",
        "form": form,
        "title": title,
        "submit": submit,
        "back": reverse(back, args=[project.slug]),
    }
    return render(request, "projects/form_page.html", context, status=422 if form.errors else 200)


@require_safe
@project_view(Permission.VIEW_MONEY)
def money(request: MemberRequest, project: Project) -> HttpResponse:
    """The budget per line: agreed, spent, still expected; where agreement and quantity x price part; who pays."""
    settlement = settlement_of(project)
    context = {
        "project": project,
        "tab": "money",
        "part": "budget",
        "budget": settlement.budget,
        "settlement": settlement,
        "may_spend": may_book(request, project),
    }
    return render(request, "projects/money.html", context)


@project_view(Permission.SPEND_MONEY)
def agree(request: MemberRequest, project: Project) -> HttpResponse:
    """Note what the district agreed to pay: in all, per group, per line."""
    form = AgreedForm(project, posted(request))
    if request.method == "POST" and form.carry_out(lambda: _agreed(request, project, form)):
        messages.success(request, _("De afspraak is opgeslagen."))
        return redirect("projects:money", project.slug)
    return money_page(request, project, form, _("Afgesproken met het stadsdeel"), _("Opslaan"), "projects:money")


def _agreed(request: MemberRequest, project: Project, form: AgreedForm) -> bool:
    actions.agree_budget(
        project=project,
        amounts=form.amounts(),
        lines=form.lines(),
        total=form.cleaned_data["total"],
        by=request.user,
    )
    return True


@require_safe
@project_view(Permission.VIEW_MONEY)
def settlement(request: MemberRequest, project: Project) -> HttpResponse:
    """Agreed, spent, left or short, unpaid, per line and in all; and closing the books."""
    sums = settlement_of(project)
    context = {
        "project": project,
        "tab": "money",
        "part": "settlement",
        "settlement": sums,
        "budget": sums.budget,
        "may_spend": may_book(request, project),
        "may_reopen": bool(project.books_closed_at) and may(request.user, Permission.MANAGE_CITY, project),
    }
    return render(request, "projects/settlement.html", context)


@require_safe
@project_view(Permission.VIEW_MONEY)
def settlement_xlsx(request: MemberRequest, project: Project) -> HttpResponse:
    """The settlement as a workbook, in which the totals are formulas."""
    record(by=request.user, kind=AuditEvent.Kind.EXPORT, about=project, detail="settlement")
    return xlsx_response(f"afrekening-{project.slug}", settlement_sheets(project))


@require_POST
@project_view(Permission.SPEND_MONEY)
def close_books(request: MemberRequest, project: Project) -> HttpResponse:
    """From now on nothing changes."""
    press(
        request,
        lambda: actions.close_books(project=project, by=request.user),
        _("De boeken zijn gesloten. De rekeningnummers zijn gewist."),
    )
    return redirect("projects:settlement", project.slug)


@project_view(Permission.MANAGE_CITY)
def reopen_books(request: MemberRequest, project: Project) -> HttpResponse:
    """The coordinator opens closed books again, and says why."""
    form = ReasonForm(posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.reopen_books(project=project, reason=form.cleaned_data["reason"], by=request.user)
    ):
        messages.success(request, _("De boeken zijn weer open."))
        return redirect("projects:settlement", project.slug)
    return money_page(request, project, form, _("Boeken weer openen"), _("Boeken weer openen"), "projects:settlement")
