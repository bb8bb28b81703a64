"""The list of participants as a sheet."""

from django.utils.translation import gettext as _

from mixen.fields import readable_phone
from mixen.sheets import Sheet
from participants.models.participant import ParticipantQuerySet


def export_sheet(rows: ParticipantQuerySet) -> Sheet:
    """What the coordinator needs to call, mail and plan; nothing about women-only, country, children or notes."""
    header = [
        _("Naam"), _("Roepnaam"), _("Kant"), _("Status"), _("Telefoon"), _("E-mail"), _("Postcode"), _("Talen"),
        _("Ambassadeur"), _("Aangemeld op"), _("Keer geweest"),
    ]  # fmt: skip
    return Sheet(
        _("Deelnemers"),
        header,
        (
            [
                row.person.name,
                row.person.goes_by,
                row.get_side_display(),
                row.get_status_display(),
                readable_phone(row.person.phone) if row.person.phone else "",
                row.person.email,
                row.person.postcode,
                ", ".join(language.name for language in row.person.languages.all()),
                row.ambassador.name if row.ambassador else "",
                row.registered_on,
                row.times_present,
            ]
            for row in rows
        ),
    )
