"""What an excursion costs: what was paid for whom, and booking it on the budget."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from excursions import actions
from excursions.costs import costs_of
from excursions.forms import BookCostsForm, PaidForm
from excursions.models import Excursion
from mixen.accounts.requests import MemberRequest
from mixen.forms import posted, press
from projects.models import Project
from projects.permissions import Permission, project_view


@project_view(Permission.VIEW_MONEY, writing=Permission.SPEND_MONEY)
def costs(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The price for each person, and noting what was paid."""
    row = _excursion(project, pk)
    form = PaidForm(costs_of(row), posted(request))
    if request.method == "POST":
        changed = form.carry_out(lambda: actions.note_paid(excursion=row, amounts=form.amounts(), by=request.user))
        if changed is not None:
            messages.success(request, _("De bedragen zijn genoteerd."))
            return redirect("excursions:costs", project.slug, pk)
    return _page(request, project, row, paid=form)


@require_POST
@project_view(Permission.SPEND_MONEY)
def pay_all(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """For everybody of whom nothing was noted, the price was paid."""
    row = _excursion(project, pk)
    press(
        request,
        lambda: actions.pay_the_price(excursion=row, by=request.user),
        _("Voor iedereen staat nu een bedrag."),
    )
    return redirect("excursions:costs", project.slug, pk)


@require_POST
@project_view(Permission.SPEND_MONEY)
def book(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Book what was paid on the budget, once."""
    row = _excursion(project, pk)
    form = BookCostsForm(row, costs_of(row), request.POST, request.FILES or None)
    if form.carry_out(lambda: actions.book_costs(excursion=row, by=request.user, **form.cleaned_data)):
        messages.success(request, _("De kosten staan bij de uitgaven."))
        return redirect("excursions:costs", project.slug, pk)
    return _page(request, project, row, booking=form)


def _excursion(project: Project, pk: int) -> Excursion:
    return get_object_or_404(project.excursions.for_page(), pk=pk)


def _page(
    request: MemberRequest,
    project: Project,
    row: Excursion,
    paid: PaidForm | None = None,
    booking: BookCostsForm | None = None,
) -> HttpResponse:
    found = costs_of(row)
    context = {
        "project": project,
        "tab": "programme",
        "excursion": row,
        "costs": found,
        "paid": paid or PaidForm(found),
        "booking": booking or BookCostsForm(row, found),
        "may_change": not row.is_booked and project.books_closed_at is None,
    }
    wrong = any(form is not None and form.errors for form in (paid, booking))
    return render(request, "excursions/costs.html", context, status=422 if wrong else 200)
