"""The shape of what is typed about strips and visits."""

from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from excursions.models import BookletEntry
from mixen.fields import DateField
from mixen.forms import OurForm
from projects.models import Project


class UseStripForm(OurForm):
    """Which strip a couple used, and when."""

    on = DateField(label=_("Wanneer waren ze er?"), initial=timezone.localdate)
    strip = forms.ModelChoiceField(BookletEntry.objects.none(), label=_("Strip"), empty_label=_("Kies een strip"))

    def __init__(self, project: Project, data: Any = None) -> None:
        super().__init__(data)
        booklet = project.booklets.in_use()
        entries = booklet.entries.select_related("place", "booklet") if booklet else BookletEntry.objects.none()
        self.fields["strip"].queryset = entries  # type: ignore[attr-defined]

    def layout(self) -> Layout:
        return Layout(Row(Column("strip"), Column("on")))
