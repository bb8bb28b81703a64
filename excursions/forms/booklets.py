"""The shape of what is typed about an edition of the booklet."""

from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from excursions.models import Booklet, Place
from mixen.fields import LongText, ManyChoice
from mixen.forms import EditForm
from projects.models import Project


class Places(ManyChoice):
    """Places by section and name, with the discount that is agreed."""

    def label_from_instance(self, obj: Any) -> str:
        told = f"{obj.get_section_display()}: {obj.name}"
        return f"{told} ({obj.discount})" if obj.discount else told


class BookletForm(EditForm):
    """Which places, and what is said beforehand. A place whose agreement has ended is not offered."""

    foreword = LongText(label=_("Voorwoord"), required=False)
    places = Places(Place.objects.none(), label=_("Plekken"), widget=forms.CheckboxSelectMultiple)
    with_codes = forms.BooleanField(
        label=_("Zet bij elke strip een QR-code"),
        required=False,
        help_text=_("De code opent het adres op een kaart."),
    )

    def __init__(self, project: Project, newest: Booklet | None, data: Any = None) -> None:
        now: dict[str, Any] = {"foreword": "", "places": [], "with_codes": False}
        if newest:
            chosen = [entry.place for entry in newest.entries.select_related("place")]
            now = {"foreword": newest.foreword, "places": chosen, "with_codes": newest.with_codes}
        super().__init__(data, now)
        offered = Place.objects.for_project(project).agreed_on(timezone.localdate()).in_order_of_booklet()
        self.fields["places"].queryset = offered  # type: ignore[attr-defined]

    def layout(self) -> Layout:
        return Layout("foreword", Div("places", css_class="choices--scroll mb-3"), "with_codes")
