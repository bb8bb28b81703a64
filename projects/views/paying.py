"""Paying people back: allowances of ambassadors, and the runs in which everything is paid."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from mixen import pdf
from mixen.accounts.audit import record
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.forms import ReasonForm, posted, press
from mixen.sheets import download
from projects import actions
from projects.forms import AllowanceForm, RunPaidForm
from projects.models import Allowance, PayBy, PayingAccount, PaymentRun, Project
from projects.paying import ZERO, in_run, to_pay, total_by_run, total_of
from projects.permissions import Permission, project_view
from projects.sepa import credit_transfer
from projects.views.money import may_book, money_page


@require_safe
@project_view(Permission.VIEW_MONEY)
def allowances(request: MemberRequest, project: Project) -> HttpResponse:
    """What ambassadors get, those that wait first."""
    rows = Allowance.objects.of_project(project)
    context = {
        "project": project,
        "tab": "money",
        "part": "allowances",
        "waiting": rows.waiting(),
        "to_pay": rows.to_pay(),
        "settled": rows.exclude(pk__in=rows.unpaid())[:200],
        "may_decide": may_book(request, project),
    }
    return render(request, "projects/allowances.html", context)


@project_view(Permission.SPEND_MONEY)
def new_allowance(request: MemberRequest, project: Project) -> HttpResponse:
    """Note an allowance for an ambassador."""
    form = AllowanceForm(project, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.submit_allowance(by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("De vergoeding staat klaar om goed te keuren."))
        return redirect("projects:allowances", project.slug)
    title = _("Vrijwilligersvergoeding noteren")
    return money_page(request, project, form, title, _("Vergoeding noteren"), "projects:allowances")


@require_POST
@project_view(Permission.SPEND_MONEY)
def approve(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The allowance may be paid."""
    row = _allowance(project, pk)
    press(request, lambda: actions.approve_payable(payable=row, by=request.user), _("De vergoeding is goedgekeurd."))
    return redirect("projects:allowances", project.slug)


@project_view(Permission.SPEND_MONEY)
def refuse(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The allowance is not paid, and why."""
    row = _allowance(project, pk)
    form = ReasonForm(posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.refuse_payable(payable=row, reason=form.cleaned_data["reason"], by=request.user)
    ):
        messages.success(request, _("De vergoeding is afgewezen."))
        return redirect("projects:allowances", project.slug)
    return money_page(request, project, form, _("Vergoeding afwijzen"), _("Afwijzen"), "projects:allowances")


def _allowance(project: Project, pk: int) -> Allowance:
    return get_object_or_404(Allowance.objects.of_project(project), pk=pk)


@require_safe
@project_view(Permission.VIEW_MONEY)
def payments(request: MemberRequest, project: Project) -> HttpResponse:
    """What is ready to be paid, per means, and the runs so far."""
    ready, totals = [], total_by_run(project)
    for means in PayBy:
        rows = to_pay(project, means)
        ready.append({"by": means, "rows": rows, "total": total_of(rows)})
    context = {
        "project": project,
        "tab": "money",
        "part": "payments",
        "ready": ready,
        "runs": [{"run": run, "total": totals.get(run.pk, ZERO)} for run in project.payment_runs.all()[:50]],
        "may_spend": may_book(request, project),
        "has_account": PayingAccount.objects.exists(),
    }
    return render(request, "projects/payments.html", context)


@require_POST
@project_view(Permission.SPEND_MONEY)
def start_run(request: MemberRequest, project: Project, means: str) -> HttpResponse:
    """Put together what is ready."""
    if means not in PayBy.values:
        raise Http404
    made: list[PaymentRun] = []
    if press(
        request,
        lambda: made.append(actions.start_payment_run(project=project, pay_by=PayBy(means), by=request.user)),
        None,
    ):
        return redirect("projects:payment_run", project.slug, made[0].pk)
    return redirect("projects:payments", project.slug)


@project_view(Permission.VIEW_MONEY, writing=Permission.SPEND_MONEY)
def payment_run(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """One run: the list, the file for the bank, and saying that it was paid."""
    run = _run(project, pk)
    form = RunPaidForm(run, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.pay_run(
            run=run,
            on=form.cleaned_data["paid_on"],
            except_for=form.cleaned_data["except_for"],
            by=request.user,
        )
    ):
        messages.success(request, _("De ronde is betaald en geboekt."))
        return redirect("projects:payment_run", project.slug, run.pk)
    rows = in_run(run)
    if run.by == PayBy.TRANSFER:
        record(by=request.user, kind=AuditEvent.Kind.READ, about=run, fields=["iban"])
    context = {
        "project": project,
        "tab": "money",
        "part": "payments",
        "run": run,
        "rows": rows,
        "total": total_of(rows),
        "form": form,
        "may_spend": may_book(request, project),
    }
    return render(request, "projects/payment_run.html", context, status=422 if form.errors else 200)


@require_safe
@never_cache
@project_view(Permission.SPEND_MONEY)
def run_list(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The list on which people sign for what they were given."""
    run = _run(project, pk)
    rows = in_run(run)
    record(by=request.user, kind=AuditEvent.Kind.DOWNLOAD, about=run, detail="list")
    content = pdf.render(
        "pdf/payment_list.html", {"run": run, "project": project, "rows": rows, "total": total_of(rows)}
    )
    return download(content, f"uitbetalen-{run.reference}.pdf", "application/pdf", inline=True)


@require_safe
@never_cache
@project_view(Permission.SPEND_MONEY)
def run_file(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The file for the bank."""
    run = _run(project, pk)
    if run.by != PayBy.TRANSFER or run.state != PaymentRun.State.OPEN:
        raise Http404
    content = credit_transfer(run)
    record(by=request.user, kind=AuditEvent.Kind.EXPORT, about=run, detail="pain.001", fields=["iban"])
    return download(content, f"{run.reference}.xml", "application/xml")


@require_POST
@project_view(Permission.SPEND_MONEY)
def cancel(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Nothing of the run was paid."""
    run = _run(project, pk)
    press(request, lambda: actions.cancel_run(run=run, by=request.user), _("De ronde is vervallen."))
    return redirect("projects:payments", project.slug)


def _run(project: Project, pk: int) -> PaymentRun:
    return get_object_or_404(project.payment_runs.select_related("project"), pk=pk)
