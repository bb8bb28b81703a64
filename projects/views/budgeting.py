"""Changing the budget: groups, lines, and who pays for the project."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mixen.accounts.requests import MemberRequest
from mixen.forms import posted, press
from projects import actions
from projects.budget import budget_of
from projects.forms import ContributionForm, GroupForm, LineForm, ReceivedForm
from projects.models import BudgetLine, Project
from projects.permissions import Permission, project_view
from projects.views.money import may_book, money_page


@require_safe
@project_view(Permission.VIEW_MONEY)
def budget(request: MemberRequest, project: Project) -> HttpResponse:
    """Every line with what can be done to it."""
    context = {
        "project": project,
        "tab": "money",
        "part": "budget",
        "budget": budget_of(project),
        "may_spend": may_book(request, project),
    }
    return render(request, "projects/budget.html", context)


@project_view(Permission.SPEND_MONEY)
def new_group(request: MemberRequest, project: Project) -> HttpResponse:
    """Add a group of lines."""
    form = GroupForm(posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.add_budget_group(project=project, name=form.cleaned_data["name"], by=request.user)
    ):
        messages.success(request, _("De groep staat in de begroting. Voeg er nu regels aan toe."))
        return redirect("projects:budget", project.slug)
    return money_page(request, project, form, _("Groep toevoegen"), _("Groep toevoegen"), "projects:budget")


@project_view(Permission.SPEND_MONEY)
def new_line(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Add a line to a group."""
    group = get_object_or_404(project.budget_groups, pk=pk)
    form = LineForm(BudgetLine(), posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.add_budget_line(group=group, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("De regel is toegevoegd."))
        return redirect("projects:budget", project.slug)
    title = _("Regel toevoegen aan %(group)s") % {"group": group}
    return money_page(request, project, form, title, _("Regel toevoegen"), "projects:budget")


@project_view(Permission.SPEND_MONEY)
def change_line(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Change what a line is or costs."""
    line = _line(project, pk)
    form = LineForm(line, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.change_budget_line(line=line, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("De regel is opgeslagen."))
        return redirect("projects:budget", project.slug)
    title = _("Regel %(line)s aanpassen") % {"line": line}
    return money_page(request, project, form, title, _("Opslaan"), "projects:budget")


@require_POST
@project_view(Permission.SPEND_MONEY)
def leave_out(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Leave an optional line out of the project, or take it in again."""
    line = _line(project, pk)
    done = _("De regel doet weer mee.") if line.left_out else _("De regel doet niet meer mee.")
    press(
        request,
        lambda: actions.leave_out_line(line=line, left_out=not line.left_out, by=request.user),
        done,
    )
    return redirect("projects:budget", project.slug)


@require_POST
@project_view(Permission.SPEND_MONEY)
def remove_line(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Take away a line that was never used."""
    line = _line(project, pk)
    press(request, lambda: actions.remove_budget_line(line=line, by=request.user), _("De regel is weg."))
    return redirect("projects:budget", project.slug)


@project_view(Permission.SPEND_MONEY)
def new_contribution(request: MemberRequest, project: Project) -> HttpResponse:
    """Note that somebody pays a part."""
    form = ContributionForm(posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.promise_contribution(project=project, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("De bijdrage is genoteerd."))
        return redirect("projects:money", project.slug)
    return money_page(request, project, form, _("Bijdrage noteren"), _("Bijdrage noteren"), "projects:money")


@project_view(Permission.SPEND_MONEY)
def receive(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The money of a contribution came in."""
    contribution = get_object_or_404(project.contributions, pk=pk)
    form = ReceivedForm(posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.receive_contribution(
            contribution=contribution, on=form.cleaned_data["received_on"], by=request.user
        )
    ):
        messages.success(request, _("De bijdrage is ontvangen."))
        return redirect("projects:money", project.slug)
    title = _("Bijdrage van %(payer)s ontvangen") % {"payer": contribution.payer}
    return money_page(request, project, form, title, _("Als ontvangen noteren"), "projects:money")


@require_POST
@project_view(Permission.SPEND_MONEY)
def withdraw_contribution(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """A promise that is off."""
    contribution = get_object_or_404(project.contributions, pk=pk)
    press(
        request,
        lambda: actions.withdraw_contribution(contribution=contribution, by=request.user),
        _("De bijdrage is vervallen."),
    )
    return redirect("projects:money", project.slug)


def _line(project: Project, pk: int) -> BudgetLine:
    rows = BudgetLine.objects.select_related("group__project").filter(group__project=project)
    return get_object_or_404(rows, pk=pk)
