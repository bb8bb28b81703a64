"""What was spent: the list, booking with a receipt, and putting mistakes right."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from mixen.accounts.audit import record
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.downloads import give_out
from mixen.forms import ReasonForm, posted
from mixen.sheets import csv_response, xlsx_response
from projects import actions
from projects.filters import ExpenseFilter
from projects.forms import ExpenseForm, ReceiptForm
from projects.models import Expense, Project
from projects.permissions import Permission, project_view
from projects.settlement_sheets import expense_sheet
from projects.views.money import may_book, money_page

PAGE_SIZE = 25


@require_safe
@project_view(Permission.VIEW_MONEY)
def expenses(request: MemberRequest, project: Project) -> HttpResponse:
    """All expenses, searched and filtered, the newest first."""
    found = ExpenseFilter(request.GET, Expense.objects.of_project(project).for_list(), project=project)
    context = {
        "project": project,
        "tab": "money",
        "part": "expenses",
        "filter": found,
        "narrowed": any(request.GET.get(name) for name in found.form.fields),
        "page_obj": Paginator(found.qs, PAGE_SIZE).get_page(request.GET.get("bladzijde")),
        "total": found.qs.total(),
        "may_spend": may_book(request, project),
    }
    return render(request, "projects/expenses.html", context)


@require_safe
@project_view(Permission.VIEW_MONEY)
def export(request: MemberRequest, project: Project, kind: str) -> HttpResponse:
    """The same list as a sheet."""
    found = ExpenseFilter(request.GET, Expense.objects.of_project(project).for_list(), project=project)
    record(by=request.user, kind=AuditEvent.Kind.EXPORT, about=project, detail=f"expenses {kind}")
    name = f"uitgaven-{project.slug}"
    sheet = expense_sheet(found.qs)
    return csv_response(name, sheet) if kind == "csv" else xlsx_response(name, [sheet])


@project_view(Permission.SPEND_MONEY)
def new_expense(request: MemberRequest, project: Project) -> HttpResponse:
    """Book money that was spent."""
    form = ExpenseForm(project, posted(request), request.FILES or None)
    if request.method == "POST" and form.carry_out(
        lambda: actions.book_purchase(project=project, by=request.user, **form.purchase())
    ):
        messages.success(request, _("De uitgave is geboekt."))
        return redirect("projects:expenses", project.slug)
    return money_page(request, project, form, _("Uitgave boeken"), _("Uitgave boeken"), "projects:expenses")


@project_view(Permission.SPEND_MONEY)
def correct_expense(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Put a mistake right with a counter-entry."""
    expense = get_object_or_404(Expense.objects.of_project(project), pk=pk)
    form = ReasonForm(posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.correct_expense(expense=expense, reason=form.cleaned_data["reason"], by=request.user)
    ):
        messages.success(request, _("De uitgave is teruggeboekt."))
        return redirect("projects:expenses", project.slug)
    title = _("Terugboeken: %(expense)s") % {"expense": expense}
    return money_page(request, project, form, title, _("Terugboeken"), "projects:expenses")


@project_view(Permission.SPEND_MONEY)
def add_receipt(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Add the receipt that came later."""
    expense = get_object_or_404(Expense.objects.of_project(project), pk=pk)
    form = ReceiptForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.carry_out(
        lambda: actions.add_receipt(expense=expense, file=form.cleaned_data["receipt"], by=request.user)
    ):
        messages.success(request, _("De bon is toegevoegd."))
        return redirect("projects:expenses", project.slug)
    title = _("Bon bij: %(expense)s") % {"expense": expense}
    return money_page(request, project, form, title, _("Bon toevoegen"), "projects:expenses")


@require_safe
@never_cache
@project_view(Permission.VIEW_MONEY)
def receipt(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """A receipt, opened in the browser."""
    row = get_object_or_404(project.receipts, pk=pk)
    record(by=request.user, kind=AuditEvent.Kind.DOWNLOAD, about=row)
    ending = "pdf" if row.media_type == "application/pdf" else "jpg"
    return give_out(row.file, f"bon-{row.pk}.{ending}", row.media_type, inline=True)
