"""The part of the world that is about money and paper: budget, payments, certificates, report, photos."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile
from django.utils import timezone
from pypdf import PdfWriter

from mixen.uploads import clean_document
from participants.actions import submit_claim
from participants.models import Certificate, CertificateBatch, Claim, Evaluation, Participant, Signatory
from projects.actions import (
    add_receipt,
    approve_payable,
    book_expense,
    keep_publicity_text,
    name_public_contact,
    promise_contribution,
    refuse_payable,
    start_payment_run,
    submit_allowance,
)
from projects.models import BudgetLine, EndReport, MonthlyFigures, PayBy, PayingAccount, Project
from tests.pictures import photo_in_report

if TYPE_CHECKING:
    from tests.access.world import Filled


def fill_money(filled: "Filled", by: Any) -> None:
    """Budget, an expense, and claims in two states."""
    mark, project, rows, today = filled.mark, filled.project, filled.rows, timezone.localdate()
    for group in project.budget_groups.all():
        group.name = f"{mark} groep {group.number}"
        group.save()
    rows["line"] = BudgetLine.objects.filter(group__project=project).order_by("pk")[0]
    rows["line"].name = f"{mark} regel"
    rows["line"].save()
    rows["expense"] = book_expense(
        line=rows["line"], amount=Decimal(5), spent_on=today, payee=mark, description=mark, by=by
    )
    rows["budget_group"] = rows["line"].group
    file = clean_document(BytesIO(small_pdf(mark)))
    rows["receipt"] = add_receipt(expense=rows["expense"], file=file, by=by)
    rows["contribution"] = promise_contribution(project=project, payer=mark, amount=Decimal(100), by=by)
    for key in ("claim", "refused_claim"):
        rows[key] = submit_claim(
            participant=rows["old_3"], kind="expenses", amount=Decimal(2), spent_on=today, description=mark, by=by
        )
    Claim.objects.filter(pk=rows["refused_claim"].pk).update(status="refused", reason=mark)
    fill_payments(filled, by)


def fill_publicity(filled: "Filled", by: Any) -> None:
    """Whom to ask about the project, and a text somebody wrote."""
    mark, project, rows = filled.mark, filled.project, filled.rows
    rows["public_contact"] = name_public_contact(
        project=project, name=f"{mark} pers", email=f"{mark.lower()}@pers.example", phone="+31201234567", by=by
    )
    rows["publicity_text"] = keep_publicity_text(
        project=project, kind="press", title=f"{mark} kop", text=f"{mark} tekst", by=by
    )


def fill_payments(filled: "Filled", by: Any) -> None:
    """An allowance that waits, one that was refused, a claim in cash and one for the bank, each in a run."""
    mark, project, rows, today = filled.mark, filled.project, filled.rows, timezone.localdate()
    PayingAccount.objects.get_or_create(name="Mozeshuis", iban="NL91ABNA0417164300")
    membership = project.memberships.filter(role="ambassador").first()
    for key in ("allowance", "refused_allowance"):
        rows[key] = submit_allowance(
            membership=membership, amount=Decimal(5), spent_on=today, description=mark, account_holder=mark, by=by
        )
    refuse_payable(payable=rows["refused_allowance"], reason=mark, by=by)
    for key, means, iban in (("payment_run", "cash", ""), ("bank_run", "transfer", "NL02ABNA0123456789")):
        claim = submit_claim(
            participant=rows["old_3"],
            kind="public_transport",
            amount=Decimal(2),
            spent_on=today,
            pay_by=means,
            iban=iban,
            account_holder=mark,
            by=by,
        )
        approve_payable(payable=claim, by=by)
        rows[key] = start_payment_run(project=project, pay_by=PayBy(means), by=by)
    Project.objects.filter(pk=project.pk).update(books_reopened_because=mark)


def fill_papers(filled: "Filled", by: Any) -> None:
    """Certificates, their print, a final report and the draft of the next; files are set, not rendered."""
    mark, project, rows = filled.mark, filled.project, filled.rows
    rows["certificate"] = Certificate.objects.create(
        participant=rows["old_1"], issued_on=timezone.localdate(), issued_by=by
    )
    batch = CertificateBatch(project=project, total=1, done=1, state="ready", error=mark, asked_by=by)
    batch.pdf.save("batch.pdf", ContentFile(small_pdf(mark)), save=True)
    rows["batch"] = batch
    figure = {"section": "results", "key": "x", "label": mark, "kind": "count", "value": 3, "definition": mark}
    texts = {"background": mark, "lessons": mark}
    final = EndReport(project=project, version=1, status="final", texts=texts, sha256="0" * 64)
    final.figures, final.finalised_at, final.finalised_by = [{**figure, "target": 20}], timezone.now(), by
    final.pdf.save("report.pdf", ContentFile(small_pdf(mark)), save=False)
    final.xlsx.save("report.xlsx", ContentFile(small_xlsx(mark)), save=False)
    final.save()
    rows["final_report"] = final
    rows["draft"] = EndReport.objects.create(project=project, version=2, texts=texts)
    rows["evaluation"] = Evaluation.objects.create(
        participant=rows["old_1"], again="yes", words=f"{mark} evaluatie", via="link"
    )


def fill_pictures(filled: "Filled", ambassador: Any, by: Any) -> None:
    """A photo, who signs the certificates, the figures of a month, and somebody who gets no certificate."""
    mark, project = filled.mark, filled.project
    filled.rows["photo"] = photo_in_report(project, mark, by=ambassador)
    filled.rows["signatory"] = Signatory.objects.create(project=project, position=1, name=mark, role=mark)
    MonthlyFigures.objects.create(project=project, month=date(2027, 2, 1), figures=[])
    Participant.objects.filter(pk=filled["new_3"].pk).update(no_certificate_reason=mark)


def small_pdf(mark: str) -> bytes:
    """A PDF of one empty page that bears ``mark`` as its title."""
    writer, target = PdfWriter(), BytesIO()
    writer.add_blank_page(width=72, height=72)
    writer.add_metadata({"/Title": mark})
    writer.write(target)
    return target.getvalue()


def small_xlsx(mark: str) -> bytes:
    """A workbook with ``mark`` in one cell."""
    from mixen.sheets import Sheet, xlsx

    return xlsx([Sheet("Cijfers", ["Cijfer"], [[mark]])])
