"""The shape of what is typed about a place."""

from decimal import Decimal
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from excursions.models import Place, Section
from mixen.fields import DateField, LongText, MoneyField, NameField, TextLine
from mixen.forms import EditForm, OurForm
from mixen.uploads import UploadField
from projects.models import ContactPerson, District, Organisation, Project

FIELDS = (
    "name", "section", "what", "district", "address", "opening", "price", "stadspas_price", "organisation", "discount",
    "discount_until", "contact", "spoken", "step_free", "for_children", "by_appointment", "picture_alt",
    "picture_rights",
)  # fmt: skip


class PlaceForm(OurForm):
    """What somebody needs to know to go there, and what was agreed."""

    name = NameField(label=_("Naam"))
    section = forms.ChoiceField(label=_("Deel"), choices=[("", _("Kies een deel")), *Section.choices])
    what = LongText(
        label=_("Wat doe je daar?"),
        required=False,
        max_length=400,
        rows=3,
        help_text=_("Twee korte zinnen met 'je'."),
    )
    district = forms.ModelChoiceField(
        District.objects.none(), label=_("Stadsdeel"), required=False, empty_label=_("Voor de hele stad")
    )
    address = TextLine(label=_("Adres"), required=False)
    opening = TextLine(
        label=_("Wanneer open?"), required=False, help_text=_("Bijvoorbeeld: dinsdag tot en met zondag, 10-17 uur.")
    )
    price = MoneyField(label=_("Prijs"), zero=True, initial=Decimal(0))
    stadspas_price = MoneyField(label=_("Prijs met Stadspas"), zero=True, initial=Decimal(0))
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("Organisatie"), required=False, empty_label=_("Geen")
    )
    discount = TextLine(
        label=_("Korting voor deelnemers"),
        required=False,
        help_text=_("Zoals het in het boekje staat. Bijvoorbeeld: gratis koffie met dit boekje."),
    )
    discount_until = DateField(label=_("Korting geldt tot en met"), required=False)
    contact = forms.ModelChoiceField(
        ContactPerson.objects.none(), label=_("Contactpersoon"), required=False, empty_label=_("Nog niemand")
    )
    spoken = TextLine(label=_("Talen die ze er spreken"), required=False, max_length=100)
    step_free = forms.BooleanField(label=_("Zonder drempels"), required=False)
    for_children = forms.BooleanField(label=_("Leuk met kinderen"), required=False)
    by_appointment = forms.BooleanField(
        label=_("Op afspraak"),
        required=False,
        help_text=_("Koppels vragen een bezoek aan. Jullie regelen het met de organisatie."),
    )
    picture = UploadField(
        photo=True, label=_("Foto"), required=False, help_text=_("JPG, PNG of WebP, ten hoogste 10 MB.")
    )
    picture_alt = TextLine(label=_("Wat is er op de foto te zien?"), required=False)
    picture_rights = TextLine(label=_("Van wie is de foto?"), required=False)

    def offer(self, project: Project, districts: Any, place: Place | None = None) -> None:
        """Offer ``districts``, the organisations that ``project`` may know of, and the people who work there.

        What ``place`` has already stays on offer.
        """
        reach = Organisation.objects.within_reach_of(project)
        has = (place.organisation_id, place.contact_id) if place else (None, None)
        organisations = Organisation.objects.filter(Q(pk__in=reach.values("pk")) | Q(pk=has[0]))
        people = ContactPerson.objects.filter(Q(organisation__in=reach.values("pk")) | Q(pk=has[1]))
        self.fields["district"].queryset = districts  # type: ignore[attr-defined]
        self.fields["organisation"].queryset = organisations.order_by("name")  # type: ignore[attr-defined]
        self.fields["contact"].queryset = people.select_related("organisation").order_by("name")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("discount_until") and not data.get("discount"):
            self.add_error("discount", _("Schrijf op wat de korting is, of haal de einddatum weg."))
        if self._has_picture(data):
            for name, message in (
                ("picture_alt", _("Schrijf op wat er te zien is, voor wie de foto niet kan zien.")),
                ("picture_rights", _("Schrijf op van wie de foto is.")),
            ):
                if name in data and not data[name]:
                    self.add_error(name, message)
        return data

    def _has_picture(self, data: dict[str, Any]) -> bool:
        return bool(data.get("picture"))

    def layout(self) -> Layout:
        last = [name for name in ("without_picture", "seen") if name in self.fields]
        return Layout(
            "name",
            Row(Column("section"), Column("district")),
            "what",
            "address",
            "opening",
            Row(Column("price"), Column("stadspas_price")),
            Row(Column("organisation"), Column("contact")),
            Row(Column("discount"), Column("discount_until")),
            "spoken",
            Row(Column("step_free"), Column("for_children")),
            "by_appointment",
            "picture",
            Row(Column("picture_alt"), Column("picture_rights")),
            *last,
        )


class NewPlaceForm(PlaceForm):
    """A place that is not in the library yet."""

    def __init__(self, project: Project, districts: Any, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files)
        self.offer(project, districts)


class ChangePlaceForm(PlaceForm, EditForm):
    """What is told about a place that is there."""

    without_picture = forms.BooleanField(label=_("Haal de foto weg"), required=False)

    def __init__(self, place: Place, project: Project, districts: Any, data: Any = None, files: Any = None) -> None:
        self.place = place
        super().__init__(data, {name: getattr(place, name) for name in FIELDS})
        if files is not None:
            self.files = files
        self.offer(project, districts, place)

    def _has_picture(self, data: dict[str, Any]) -> bool:
        return bool(data.get("picture")) or bool(self.place.picture and not data.get("without_picture"))
