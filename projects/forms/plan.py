"""The shape of what is typed about the stappenplan, the checklists, and a meeting that moves."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.accounts.models import User
from mixen.fields import DateField, LongText, TextLine, TimeField
from mixen.forms import EditForm, OurForm
from projects.forms.running import moment
from projects.models import Meeting, PlanStep, Project


class StepForm(EditForm):
    """A step of the plan: what, when, what it moves along with, and who does it."""

    name = TextLine(label=_("Wat moet er gebeuren?"))
    phase = forms.ChoiceField(label=_("Fase"), choices=PlanStep.Phase.choices)
    due_on = DateField(label=_("Klaar op"))
    anchor = forms.ChoiceField(
        label=_("Schuift mee met"),
        choices=PlanStep.Anchor.choices,
        help_text=_("Verandert die datum, dan verandert deze dag ook. Een stap die klaar is, blijft staan."),
    )
    owner = forms.ModelChoiceField(
        User.objects.none(), label=_("Wie doet het?"), required=False, empty_label=_("Wie de rol heeft, hiernaast")
    )
    owner_role = forms.ChoiceField(label=_("Rol"), choices=PlanStep.OwnerRole.choices)
    note = LongText(
        label=_("Notitie"),
        max_length=1000,
        rows=3,
        required=False,
        help_text=_("Schrijf niets op over gezondheid, geloof of status van mensen."),
    )

    def __init__(self, project: Project, data: Any = None, step: PlanStep | None = None) -> None:
        names = [name for name in self.base_fields if name != "seen"]
        super().__init__(data, {name: getattr(step, name) for name in names} if step else {})
        team = User.objects.filter(Q(memberships__project=project) | Q(is_coordinator=True), is_active=True)
        self.fields["owner"].queryset = team.distinct().order_by("name")  # type: ignore[attr-defined]

    def layout(self) -> Layout:
        return Layout(
            "seen",
            "name",
            Row(Column("phase"), Column("due_on")),
            "anchor",
            Row(Column("owner"), Column("owner_role")),
            "note",
        )


class TaskForm(OurForm):
    """One more line on a checklist."""

    name = TextLine(label=_("Nog iets"), help_text=_("Bijvoorbeeld: beamer lenen."))


class KeepPlanForm(OurForm):
    """A plan that is kept as a template."""

    name = TextLine(
        label=_("Naam van het sjabloon"), max_length=100, help_text=_("Zo vind je het terug bij een nieuw project.")
    )


class MoveForm(EditForm):
    """Another day or time for a meeting; why, when people know the old one. ``weighed`` is what was looked at last."""

    day = DateField(label=_("Nieuwe datum"))
    begins = TimeField(label=_("Begint om"))
    ends = TimeField(label=_("Eindigt om"))
    reason = TextLine(label=_("Waarom verandert het?"), max_length=300)
    weighed = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, meeting: Meeting, data: Any = None, typed: Mapping[str, str] | None = None) -> None:
        """``typed`` is what was filled in on a page that only looked."""
        begin, end = timezone.localtime(meeting.starts_at), timezone.localtime(meeting.ends_at)
        super().__init__(data, {"day": begin.date(), "begins": begin.time(), "ends": end.time()})
        self.initial = {**self.initial, **{name: typed[name] for name in self.base_fields if typed and name in typed}}
        if not meeting.announced_on:
            self.fields["reason"].required = False
            self.fields["reason"].label = _("Waarom verandert het? (mag leeg)")

    def layout(self) -> Layout:
        return Layout(Row(Column("day"), Column("begins"), Column("ends")), "reason", "weighed")

    def typed_day(self) -> date | None:
        """The day as it stands in the form, when it is one."""
        try:
            return self.fields["day"].clean(self["day"].value())
        except forms.ValidationError:
            return None

    def set_looked_at(self, day: date) -> None:
        """The page that is about to be shown is about ``day``."""
        if self.is_bound:
            self.data["weighed"] = day.isoformat()  # type: ignore[index]
        else:
            self.initial["weighed"] = day.isoformat()

    def move_fields(self) -> dict[str, Any]:
        """What ``change_meeting`` needs."""
        data = self.cleaned_data
        return {
            "starts_at": moment(data["day"], data["begins"]),
            "ends_at": moment(data["day"], data["ends"]),
            "reason": data["reason"],
        }
