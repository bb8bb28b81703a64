"""The shape of what is typed about a call: how it went, what was done about it, and who takes a list over."""

from datetime import datetime
from typing import Any

from crispy_forms.layout import HTML, Column, Layout, Row
from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from matching.models import CheckIn
from mixen.accounts.models import User
from mixen.fields import DateField, LongText, TextLine, TimeField
from mixen.forms import EditForm, OurForm
from projects.forms import moment
from projects.models import Project

APPOINTMENT = ("day", "at", "place")


class CallForm(EditForm):
    """How a call went, and the next appointment when it was told. The outcome is the button that is pressed."""

    outcome = forms.ChoiceField(
        label=_("Hoe ging het?"),
        choices=[choice for choice in CheckIn.Outcome.choices if choice[0] != CheckIn.Outcome.OPEN],
        widget=forms.RadioSelect,
    )
    note = LongText(
        label=_("Notitie"),
        required=False,
        max_length=2000,
        rows=3,
        help_text=_("Schrijf niets op over gezondheid, geloof of verblijfsstatus."),
    )
    day = DateField(label=_("Datum"), required=False)
    at = TimeField(label=_("Tijd"), required=False)
    place = TextLine(label=_("Plaats"), required=False)
    attempts = forms.IntegerField(required=False, min_value=0, max_value=999, widget=forms.HiddenInput)

    def __init__(self, check_in: CheckIn, data: Any = None) -> None:
        now = {"outcome": check_in.outcome, "note": check_in.note}
        super().__init__(data, now, starts_empty=("outcome", "note"))
        self.initial["attempts"] = check_in.attempts

    def layout(self) -> Layout:
        """All but the outcome, which the page shows as buttons."""
        summary = now_("Volgende afspraak noteren")
        shown = " open" if self.is_bound and any(self.data.get(name) for name in APPOINTMENT) else ""
        return Layout(
            "attempts",
            "note",
            HTML(f"<details class='more'{shown}><summary>{summary}</summary>"),
            Row(Column("day"), Column("at")),
            "place",
            HTML("</details>"),
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("outcome") == CheckIn.Outcome.HELP and not data.get("note") and "note" not in self.errors:
            self.add_error("note", _("Schrijf op waar hulp bij nodig is. De coördinator leest dit."))
        if not set(APPOINTMENT) & set(self.errors):
            self._hold_appointment_together(data)
        return data

    def _hold_appointment_together(self, data: dict[str, Any]) -> None:
        wanted = any(data.get(name) for name in APPOINTMENT)
        if wanted and not data.get("day"):
            self.add_error("day", _("Vul de datum van de afspraak in."))
        if wanted and not data.get("at"):
            self.add_error("at", _("Vul de tijd van de afspraak in."))

    @property
    def next_at(self) -> datetime | None:
        """The next appointment, once the form is right."""
        day, at = self.cleaned_data.get("day"), self.cleaned_data.get("at")
        return moment(day, at) if day and at else None


class HandledForm(OurForm):
    """What was done about a call."""

    note = TextLine(
        label=_("Wat is er gedaan?"),
        max_length=300,
        help_text=_("Wie belde, leest dit terug. Schrijf niets op over gezondheid, geloof of verblijfsstatus."),
    )
    again = forms.BooleanField(label=_("Zet terug op de bellijst: nog een keer bellen"), required=False)


class HandOverForm(OurForm):
    """Whose list goes to whom; who leads chooses whose, an ambassador hands over the own one."""

    of = forms.ModelChoiceField(User.objects.none(), label=_("Wie is er weg?"), empty_label=_("Kies iemand"))
    to = forms.ModelChoiceField(User.objects.none(), label=_("Wie neemt het over?"), empty_label=_("Kies iemand"))
    people_too = forms.BooleanField(
        label=_("Ook de koppels en de deelnemers"),
        required=False,
        initial=True,
        help_text=_("Zonder vinkje gaan alleen de gesprekken over die nu op de lijst staan."),
    )

    def __init__(
        self, project: Project, data: Any = None, *, own: User | None = None, initial: dict[str, Any] | None = None
    ) -> None:
        super().__init__(data, initial=initial)
        team = User.objects.filter(memberships__project=project, is_active=True).order_by("name")
        self.fields["of"].queryset = User.objects.filter(memberships__project=project)  # type: ignore[attr-defined]
        self.fields["to"].queryset = team.exclude(pk=own.pk) if own else team  # type: ignore[attr-defined]
        if own:
            del self.fields["of"]
