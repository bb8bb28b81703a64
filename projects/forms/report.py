"""The texts of the end report."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mixen.fields import LongText
from mixen.forms import EditForm
from projects.models import EndReport
from projects.report import SECTIONS


class ReportTextForm(EditForm):
    """The texts of the end report, section by section."""

    name_countries = forms.BooleanField(
        label=_("Noem alle landen van herkomst, zonder aantallen"),
        required=False,
        help_text=_("Anders staan alleen landen van 5 of meer deelnemers in het verslag."),
    )

    def __init__(self, report: EndReport, data: Any = None) -> None:
        current = {key: report.texts.get(key, "") for key in SECTIONS}
        super().__init__(data, {**current, "name_countries": report.name_countries})
        for key, title in SECTIONS.items():
            self.fields[key] = LongText(label=title, required=False, rows=6, max_length=20000)
        self.order_fields(["seen", *SECTIONS, "name_countries"])

    def texts(self) -> dict[str, str]:
        """The texts by section."""
        return {key: self.cleaned_data[key] for key in SECTIONS}
