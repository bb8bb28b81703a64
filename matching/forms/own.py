"""The shape of what somebody in a couple types on their own page."""

from datetime import date, time
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.appointments import coming
from matching.forms.places import LONGEST, offer_places, what_was_done
from matching.models import Couple
from matching.places import places_for
from mixen.fields import DateField, HoursField, TextLine, TimeField
from mixen.forms import EditForm, OurForm


class OwnOutingForm(OurForm):
    """When, how long and what: from the booklet or in own words. ``another`` is asked only where there is a double."""

    day = DateField(label=_("Welke dag?"), initial=timezone.localdate)
    hours = HoursField(label=_("Hoeveel uur?"))
    place = forms.ChoiceField(label=_("Waar waren jullie?"), required=False)
    what = TextLine(label=_("Wat deden jullie?"), required=False)
    another = forms.BooleanField(label=_("Dit was nog een andere ontmoeting op deze dag"), required=False)

    def __init__(self, couple: Couple, data: Any = None) -> None:
        super().__init__(data, initial={"hours": couple.outings.usual_hours()})
        self.groups = places_for(couple.project)
        offer_places(self, self.groups)

    def layout(self) -> Layout:
        asked = [name for name in ("place", "what") if name in self.fields]
        return Layout(Row(Column("day"), Column("hours")), *asked, *(["another"] if "another" in self.errors else []))

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if len(what_was_done(data, self.groups)) > LONGEST:
            self.add_error("what", _("Dit is te lang. Schrijf het korter."))
        return data

    def outing(self) -> dict[str, Any]:
        """What ``log_outing`` needs."""
        data = self.cleaned_data
        return {
            "day": data["day"],
            "hours": data["hours"],
            "what": what_was_done(data, self.groups),
            "another": data["another"],
            "place": data.get("place", ""),
        }


class NextForm(EditForm):
    """The next appointment, changed by either of them."""

    day = DateField(label=_("Welke dag?"))
    at = TimeField(label=_("Hoe laat?"))
    place = TextLine(label=_("Waar?"), help_text=_("Zo precies dat je elkaar vindt, bijvoorbeeld: bij de kassa."))

    def __init__(self, couple: Couple, data: Any = None) -> None:
        super().__init__(data, _as_it_is(couple))

    def layout(self) -> Layout:
        return Layout("seen", Row(Column("day"), Column("at")), "place")


def _as_it_is(couple: Couple) -> dict[str, date | time | str | None]:
    now = coming(couple)
    if now is None:
        return {"day": None, "at": None, "place": ""}
    when = timezone.localtime(now.at)
    return {"day": when.date(), "at": when.time(), "place": now.place}
