"""The texts of the end report."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mixen.fields import LongText
from mixen.forms import EditForm
from projects.models import EndReport
from projects.report import SECTIONS

LONGEST_TEXT = 20_000


class ReportTextForm(EditForm):
    """The texts of the end report, section by section."""

    name_countries = forms.BooleanField(
        label=_("Noem alle landen van herkomst, zonder aantallen"),
        required=False,
        help_text=_("Anders staan alleen landen van 5 of meer deelnemers in het verslag."),
    )

    def __init__(self, report: EndReport, data: Any = None, *, may_name: bool) -> None:
        """``may_name``: whether the reader decides on naming countries of a few; others see what was decided."""
        current = {key: report.texts.get(key, "") for key in SECTIONS}
        super().__init__(data, {**current, "name_countries": report.name_countries})
        for key, title in SECTIONS.items():
            self.fields[key] = LongText(label=title, required=False, rows=8, max_length=LONGEST_TEXT)
        self.order_fields(["seen", *SECTIONS, "name_countries"])
        if not may_name:
            self.fields["name_countries"].disabled = True
            self.fields["name_countries"].help_text = _("De coördinator beslist dit.")

    def texts(self) -> dict[str, str]:
        """The texts by section."""
        return {key: self.cleaned_data[key] for key in SECTIONS}

    def take(self, typed: Any, section: str, text: str) -> None:
        """Fill the form with what was ``typed`` and not sent for good, and ``section`` with ``text``.

        What the page was opened with (``seen``) stays, so that a change of somebody else is still noticed.
        """
        kept = {key: typed.get(key, "") for key in ["seen", *SECTIONS]}
        kept[section] = text
        if not self.fields["name_countries"].disabled:
            kept["name_countries"] = bool(typed.get("name_countries"))
        self.initial = {**self.initial, **kept}
