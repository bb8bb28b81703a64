"""Budget, expenses and settlement."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mixen.accounts.requests import MemberRequest
from mixen.forms import OurForm, ReasonForm, posted
from projects import actions
from projects.budget import settlement_of
from projects.forms import AgreedForm, ExpenseForm
from projects.models import Expense, Project
from projects.permissions import Permission, may, project_view

PAGE_SIZE = 25


@require_safe
@project_view(Permission.VIEW_MONEY)
def money(request: MemberRequest, project: Project) -> HttpResponse:
    """The budget: agreed, quantity x price, spent; where they part; the settlement."""
    settlement = settlement_of(project)
    expenses = Expense.objects.filter(line__group__project=project).select_related("line", "corrected_by")
    context = {
        "project": project,
        "tab": "money",
        "budget": settlement.budget,
        "settlement": settlement,
        "page_obj": Paginator(expenses, PAGE_SIZE).get_page(request.GET.get("bladzijde")),
        "may_spend": may(request.user, Permission.SPEND_MONEY, project),
    }
    return render(request, "projects/money.html", context)


@project_view(Permission.SPEND_MONEY)
def new_expense(request: MemberRequest, project: Project) -> HttpResponse:
    """Book money that was spent."""
    form = ExpenseForm(project, posted(request))
    if request.method == "POST" and form.carry_out(lambda: actions.book_expense(by=request.user, **form.cleaned_data)):
        messages.success(request, _("De uitgave is geboekt."))
        return redirect("projects:money", project.slug)
    return _page(request, project, form, _("Uitgave boeken"), _("Uitgave boeken"))


@project_view(Permission.SPEND_MONEY)
def correct_expense(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Put a mistake right with a counter-entry."""
    expense = get_object_or_404(Expense, pk=pk, line__group__project=project)
    form = ReasonForm(posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.correct_expense(expense=expense, reason=form.cleaned_data["reason"], by=request.user)
    ):
        messages.success(request, _("De uitgave is teruggeboekt."))
        return redirect("projects:money", project.slug)
    return _page(request, project, form, _("Terugboeken: %(expense)s") % {"expense": expense}, _("Terugboeken"))


@project_view(Permission.SPEND_MONEY)
def agree(request: MemberRequest, project: Project) -> HttpResponse:
    """Note what the district agreed to pay, per group."""
    form = AgreedForm(project, posted(request))
    if request.method == "POST" and form.is_valid():
        actions.agree_budget(project=project, amounts=form.amounts(), by=request.user)
        messages.success(request, _("De afspraak is opgeslagen."))
        return redirect("projects:money", project.slug)
    return _page(request, project, form, _("Afgesproken met het stadsdeel"), _("Opslaan"))


def _page(request: MemberRequest, project: Project, form: OurForm, title: str, submit: str) -> HttpResponse:
    context = {
        "project": project,
        "form": form,
        "title": title,
        "submit": submit,
        "back": reverse("projects:money", args=[project.slug]),
    }
    return render(request, "projects/form_page.html", context, status=422 if form.errors else 200)
