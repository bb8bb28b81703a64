"""The file with which a bank pays a whole run at once: a SEPA credit transfer (pain.001.001.09), made by sepaxml."""

import re

from django.utils import timezone
from django.utils.translation import gettext as _
from sepaxml import SepaTransfer
from sepaxml.validation import ValidationError as NotValid
from text_unidecode import unidecode

from mixen.errors import DomainError
from projects.models import Payable, PayingAccount, PaymentRun
from projects.paying import in_run

SCHEMA = "pain.001.001.09"
LONGEST_NAME = 70
NO_BANK_CHARACTER = re.compile(r"[^A-Za-z0-9/\-?:().,'+ ]+")  # outside what every bank in SEPA reads


def credit_transfer(run: PaymentRun) -> bytes:
    """The bank's file for ``run``, held against its schema; letters the bank does not know are written in Latin ones.

    Raises DomainError when no account of ours is known, or somebody in the run has no account number.
    """
    account = PayingAccount.objects.first()
    if account is None:
        raise DomainError(_("Vul eerst in Beheer in van welke rekening we betalen."))
    rows = in_run(run)
    without = [row.payee for row in rows if not row.iban]
    if without:
        raise DomainError(
            _("Van deze mensen is geen rekeningnummer bekend: %(names)s.") % {"names": ", ".join(without)}
        )
    transfer = SepaTransfer(_debtor(account), schema=SCHEMA, clean=True)
    transfer.msg_id = run.reference  # the same at each download, so that a bank knows a file it has had
    for row in rows:
        transfer.add_payment(_payment(run, row))
    try:
        content: bytes = transfer.export(validate=True)
    except (NotValid, ValueError) as error:
        raise DomainError(_("Het bestand voor de bank lukt niet. Kijk de namen en rekeningnummers na.")) from error
    return content


def name_for_bank(name: str) -> str:
    """``name`` in the letters every bank reads, cut to length; empty when nothing of it can be written so."""
    latin = NO_BANK_CHARACTER.sub(" ", unidecode(name))
    return " ".join(latin.split())[:LONGEST_NAME].strip()


def _debtor(account: PayingAccount) -> dict[str, object]:
    name = name_for_bank(account.name)
    debtor: dict[str, object] = {"name": name, "IBAN": account.iban, "batch": True, "currency": "EUR"}
    return debtor | ({"BIC": account.bic} if account.bic else {})


def _payment(run: PaymentRun, row: Payable) -> dict[str, object]:
    """One payment; the bank hears our reference and what kind it is, and nothing else about anybody."""
    return {
        "name": name_for_bank(row.payee) or name_for_bank(row.name_in_the_books) or row.mark,
        "IBAN": row.iban,
        "amount": int(row.amount * 100),
        "execution_date": timezone.localdate(),
        "description": f"Mixen in Mokum {run.reference}",
        "endtoend_id": f"{run.reference}{row.mark.replace('-', '')}"[:35],
    }
