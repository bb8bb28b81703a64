"""The library of places as a sheet."""

from django.utils.translation import gettext as _

from excursions.models.booklet import PlaceQuerySet
from mixen.sheets import Sheet


def places_sheet(rows: PlaceQuerySet) -> Sheet:
    """What is known of each place; of contact persons only the name."""
    header = [
        _("Naam"), _("Deel"), _("Wat doe je daar"), _("Stadsdeel"), _("Adres"), _("Open"), _("Prijs"),
        _("Met Stadspas"), _("Organisatie"), _("Korting"), _("Tot en met"), _("Contactpersoon"), _("Talen"),
        _("Zonder drempels"), _("Met kinderen"), _("Op afspraak"), _("Gebruikt in dit project"),
        _("Gebruikt in alle projecten"),
    ]  # fmt: skip
    yes, no = _("ja"), _("nee")
    return Sheet(
        _("Plekken"),
        header,
        (
            [
                row.name,
                row.get_section_display(),
                row.what,
                row.district.name if row.district else _("hele stad"),
                row.address,
                row.opening,
                row.price,
                row.stadspas_price,
                row.organisation.name if row.organisation else "",
                row.discount,
                row.discount_until,
                row.contact.name if row.contact else "",
                row.spoken,
                yes if row.step_free else no,
                yes if row.for_children else no,
                yes if row.by_appointment else no,
                row.used_here,
                row.used_in_all,
            ]
            for row in rows
        ),
    )
