"""From the bytes of a file to a table, whatever the file is called."""

from django.utils.translation import gettext as _

from participants.class_list.columns import best_score
from participants.class_list.spreadsheet import read_xlsx
from participants.class_list.table import NOT_A_LIST, Table, Unreadable
from participants.class_list.text import read_csv

MOST_BYTES = 2 * 1024 * 1024
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8")


def read(content: bytes) -> Table:
    """The list in a file: of a workbook the sheet with the clearest header. Raises Unreadable, with what to do."""
    if len(content) > MOST_BYTES:
        raise Unreadable(_("Dit bestand is te groot. Ten hoogste 2 MB: haal plaatjes en andere bladen eruit."))
    if not content.strip(b"\x00\r\n\t ;,"):
        raise Unreadable(_("Dit bestand is leeg."))
    if content.startswith(b"PK"):
        tables = read_xlsx(content)
        if not tables:
            raise Unreadable(_("In dit bestand staat niets."))
        return max(tables, key=lambda table: best_score(table.rows))
    _refuse_by_first_bytes(content)
    return read_csv(content)


def _refuse_by_first_bytes(content: bytes) -> None:
    start = content[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    if content.startswith(OLD_OFFICE):
        if ENCRYPTED in content:
            raise Unreadable(_("Dit bestand heeft een wachtwoord. Haal het wachtwoord eraf en kies het opnieuw."))
        raise Unreadable(_("Dit is een oud Excel-bestand (.xls). Bewaar het als .xlsx en kies het opnieuw."))
    if start.startswith(b"%PDF"):
        raise Unreadable(_("Dit is een PDF. Vraag de school om de lijst als Excel-bestand of CSV."))
    if start.startswith(PICTURES):
        raise Unreadable(_("Dit is een foto. Vraag de school om de lijst als Excel-bestand of CSV."))
    if start.startswith(b"{\\rtf"):
        raise Unreadable(NOT_A_LIST)
    if start.startswith(b"<"):
        raise Unreadable(
            _("Dit is een webpagina, ook al heet het bestand anders. Open het in Excel en bewaar het als .xlsx.")
        )
