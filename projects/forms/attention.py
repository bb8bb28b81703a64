"""The shape of what is typed when something may wait."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.fields import DateField, TextLine
from mixen.forms import OurForm
from mixen.templatetags.display import day

SOON = {1: _("morgen, %(day)s"), 3: _("over drie dagen, %(day)s"), 7: _("over een week, %(day)s")}
ANOTHER_DAY = "day"


def _waits() -> list[tuple[str, Any]]:
    """The days to choose from, by their date today."""
    today = timezone.localdate()
    soon = [(str(days), text % {"day": day(today + timedelta(days=days))}) for days, text in SOON.items()]
    return [*soon, (ANOTHER_DAY, _("een andere dag"))]


class SnoozeForm(OurForm):
    """Until when, and why. ``longest`` is how many days it may wait at most."""

    wait = forms.ChoiceField(label=_("Tot en met"), choices=_waits, widget=forms.RadioSelect)
    until = DateField(label=_("Welke andere dag?"), required=False)
    reason = TextLine(
        label=_("Waarom kan dit wachten?"),
        max_length=300,
        help_text=_("Bijvoorbeeld: de penningmeester is met vakantie. Schrijf niets op over gezondheid of geloof."),
    )

    def __init__(self, longest: timedelta, data: Any = None) -> None:
        super().__init__(data, initial={"wait": "1"})
        last = day(timezone.localdate() + longest)
        self.fields["until"].help_text = _("Uiterlijk %(day)s.") % {"day": last}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("wait") == ANOTHER_DAY and not data.get("until") and "until" not in self.errors:
            self.add_error("until", _("Kies een dag."))
        return data

    @property
    def last_day(self) -> date:
        """The last day on which it waits, once the form is right."""
        wait = self.cleaned_data["wait"]
        if wait == ANOTHER_DAY:
            chosen: date = self.cleaned_data["until"]
            return chosen
        return timezone.localdate() + timedelta(days=int(wait))
