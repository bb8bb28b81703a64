"""A line of the card on which a couple wrote its meetings, typed over by an ambassador."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from matching.actions.outings import NewOuting
from matching.forms.places import LONGEST, offer_places, what_was_done
from matching.models import Couple
from matching.places import Groups
from mixen.fields import DateField, HoursField, TextLine
from mixen.forms import OurForm

TYPED = ("day", "hours", "place", "what")


class LineForm(OurForm):
    """One meeting; a line on which nothing was typed does not count."""

    day = DateField(label=gettext_lazy("Datum"), required=False)
    hours = HoursField(label=gettext_lazy("Uren"), required=False)
    place = forms.ChoiceField(label=gettext_lazy("Strip"), required=False)
    what = TextLine(label=gettext_lazy("Wat"), required=False)
    another = forms.BooleanField(label=gettext_lazy("Dit is nog een andere ontmoeting"), required=False)

    def __init__(self, couple: Couple, number: int, groups: Groups, data: Any = None) -> None:
        self.couple, self.number, self.groups = couple, number, groups
        super().__init__(data, prefix=f"{couple.pk}-{number}")
        offer_places(self, groups, none="–")
        for name in (name for name in TYPED if name in self.fields):
            label = _("%(what)s, regel %(number)s, %(couple)s") % {
                "what": LineForm.base_fields[name].label,  # type: ignore[attr-defined]
                "number": number,
                "couple": couple.title,
            }
            kind = "form-select" if name == "place" else "form-control"
            self.fields[name].widget.attrs |= {"class": kind, "aria-label": label}

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if self.is_filled:
            if not data.get("day") and "day" not in self.errors:
                self.add_error("day", _("Vul de datum in."))
            if not data.get("hours") and "hours" not in self.errors:
                self.add_error("hours", _("Vul in hoeveel uur."))
            if len(what_was_done(data, self.groups)) > LONGEST:
                self.add_error("what", _("Dit is te lang. Schrijf het korter."))
        return data

    @property
    def is_filled(self) -> bool:
        """Whether anything was typed on this line."""
        return any(str(self.data.get(self.add_prefix(name), "")).strip() for name in TYPED)

    @property
    def asks_another(self) -> bool:
        """Whether the box that says 'no double' is shown: where it was asked, or ticked."""
        return "another" in self.errors or bool(self.data.get(self.add_prefix("another")))

    def outing(self) -> NewOuting:
        """What ``log_outings`` needs."""
        data = self.cleaned_data
        what = what_was_done(data, self.groups)
        return NewOuting(self.couple, data["day"], data["hours"], what, data["another"], data.get("place", ""))
