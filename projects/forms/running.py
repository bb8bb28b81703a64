"""The shape of what is typed when a project starts and runs: its numbers, meetings and partners."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.fields import DateField, LongText, MoneyField, TextLine, TimeField
from mixen.forms import EditForm
from projects.models import ContactPerson, Meeting, Organisation, Project, StepFree


def moment(day: Any, at: Any) -> datetime:
    """``day`` at ``at`` on the clock in Amsterdam."""
    return timezone.make_aware(datetime.combine(day, at))


class ProjectForm(EditForm):
    """What may change while a project runs; the name and the district stay."""

    aim = LongText(label=_("Doel"), required=False)
    area = TextLine(label=_("Wijk of buurt"), max_length=100, required=False)
    starts_on = DateField(label=_("Begint op"))
    ends_on = DateField(label=_("Eindigt op"))
    min_old = forms.IntegerField(label=_("Oud: minimum"), min_value=0, max_value=500)
    target_old = forms.IntegerField(label=_("Oud: streefgetal"), min_value=1, max_value=500)
    max_old = forms.IntegerField(label=_("Oud: maximum"), min_value=1, max_value=500)
    min_new = forms.IntegerField(label=_("Nieuw: minimum"), min_value=0, max_value=500)
    target_new = forms.IntegerField(label=_("Nieuw: streefgetal"), min_value=1, max_value=500)
    max_new = forms.IntegerField(label=_("Nieuw: maximum"), min_value=1, max_value=500)
    couple_months = forms.IntegerField(label=_("Maanden samen op stap"), min_value=1, max_value=12)
    early_call_after = forms.IntegerField(
        label=_("Eerste belronde, hoeveel dagen na het begin van een koppel"), min_value=3, max_value=60
    )
    halfway_calls_from = DateField(
        label=_("Belronde halverwege vanaf"),
        required=False,
        help_text=_("Leeg: halverwege de tijd van elk koppel. Wie nog niet gebeld is, schuift mee."),
    )
    cap_expenses = MoneyField(label=_("Onkosten per deelnemer, ten hoogste"), zero=True, max_value=Decimal(500))
    cap_transport = MoneyField(
        label=_("Openbaar vervoer per deelnemer, ten hoogste"), zero=True, max_value=Decimal(500)
    )
    district_contact = forms.ModelChoiceField(
        ContactPerson.objects.none(),
        label=_("Vaste contactpersoon bij het stadsdeel"),
        required=False,
        empty_label=_("Nog niemand"),
    )

    def __init__(self, project: Project, data: Any = None) -> None:
        names = [name for name in self.base_fields if name != "seen"]
        super().__init__(data, {name: getattr(project, name) for name in names})
        government = Organisation.objects.within_reach_of(project).filter(kind=Organisation.Kind.GOVERNMENT)
        contacts = ContactPerson.objects.filter(organisation__in=government).select_related("organisation")
        self.fields["district_contact"].queryset = contacts  # type: ignore[attr-defined]

    def layout(self) -> Layout:
        return Layout(
            "seen",
            "aim",
            "area",
            Row(Column("starts_on"), Column("ends_on")),
            Row(Column("min_old"), Column("target_old"), Column("max_old")),
            Row(Column("min_new"), Column("target_new"), Column("max_new")),
            Row(Column("couple_months"), Column("cap_expenses"), Column("cap_transport")),
            Row(Column("early_call_after"), Column("halfway_calls_from")),
            "district_contact",
        )


class MeetingForm(EditForm):
    """A meeting: what, when, where."""

    kind = forms.ChoiceField(label=_("Soort"), choices=Meeting.Kind.choices)
    day = DateField(label=_("Datum"))
    begins = TimeField(label=_("Begint om"))
    ends = TimeField(label=_("Eindigt om"))
    venue = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("Zaal bij"), required=False, empty_label=_("Nog niet bekend")
    )
    place = TextLine(label=_("Adres of zaal"), required=False)
    step_free = forms.ChoiceField(
        label=_("Ingang"),
        choices=StepFree.choices,
        initial=StepFree.UNKNOWN,
        required=False,
        help_text=_("Nog niet bekend? Dan geldt wat er bij de organisatie staat."),
    )
    transit = TextLine(
        label=_("Tram of bus"), required=False, help_text=_("Bijvoorbeeld: tram 17, halte Osdorpplein.")
    )
    programme = LongText(label=_("Programma"), required=False)
    reason = TextLine(
        label=_("Waarom verandert de datum?"),
        max_length=300,
        required=False,
        help_text=_("De datum is al bekend. Alleen nodig als je hem verandert."),
    )

    def __init__(self, project: Project, data: Any = None, meeting: Meeting | None = None) -> None:
        super().__init__(data, _meeting_now(meeting) if meeting else {})
        venues = Organisation.objects.filter(partnerships__project=project)
        self.fields["venue"].queryset = venues  # type: ignore[attr-defined]
        if meeting is None or not meeting.announced_on:
            del self.fields["reason"]

    def layout(self) -> Layout:
        rows = ["kind", Row(Column("day"), Column("begins"), Column("ends")), Row(Column("venue"), Column("place"))]
        rows += [Row(Column("step_free"), Column("transit")), "programme"]
        reason = ["reason"] if "reason" in self.fields else []
        return Layout(rows[0], rows[1], *reason, *rows[2:])

    def meeting_fields(self) -> dict[str, Any]:
        """What ``plan_meeting`` and ``change_meeting`` need."""
        data = self.cleaned_data
        return {
            "kind": data["kind"],
            "starts_at": moment(data["day"], data["begins"]),
            "ends_at": moment(data["day"], data["ends"]),
            "venue": data["venue"],
            "place": data["place"],
            "step_free": data["step_free"] or StepFree.UNKNOWN,
            "transit": data["transit"],
            "programme": data["programme"],
            **({"reason": data["reason"]} if "reason" in data else {}),
        }


def _meeting_now(meeting: Meeting) -> dict[str, Any]:
    begin, end = timezone.localtime(meeting.starts_at), timezone.localtime(meeting.ends_at)
    return {
        "kind": meeting.kind,
        "day": begin.date(),
        "begins": begin.time(),
        "ends": end.time(),
        "venue": meeting.venue,
        "place": meeting.place,
        "step_free": meeting.step_free,
        "transit": meeting.transit,
        "programme": meeting.programme,
    }
