"""The shape of what is typed about visits by appointment, by the team."""

from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from excursions.models import Place, Visit
from matching.models import Couple
from mixen.fields import DateField, ManyChoice, TextLine, TimeField
from mixen.forms import EditForm, OurForm
from projects.models import Project


class CouplesChoice(ManyChoice):
    """Couples by the first names of who is in them."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.title)


class AskVisitForm(OurForm):
    """Who wants to visit which place, and when they can."""

    place = forms.ModelChoiceField(Place.objects.none(), label=_("Welke plek?"), empty_label=_("Kies een plek"))
    couples = CouplesChoice(Couple.objects.none(), label=_("Wie gaan er?"), widget=forms.CheckboxSelectMultiple)
    wished = TextLine(
        label=_("Wanneer kunnen ze?"),
        required=False,
        max_length=300,
        help_text=_("In eigen woorden. Bijvoorbeeld: liefst op dinsdag, na drie uur."),
    )

    def __init__(self, project: Project, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        places = Place.objects.for_project(project).filter(by_appointment=True).order_by("name")
        self.fields["place"].queryset = places  # type: ignore[attr-defined]
        self.fields["couples"].queryset = project.couples.active().with_members()  # type: ignore[attr-defined]


class ArrangeVisitForm(EditForm):
    """The final date, as agreed with the organisation."""

    day = DateField(label=_("Datum"))
    at = TimeField(label=_("Tijd"))
    meeting_point = TextLine(
        label=_("Waar verzamelen jullie?"), help_text=_("Zo precies dat iedereen het vindt. Dit staat in het bericht.")
    )

    def __init__(self, visit: Visit, data: Any = None) -> None:
        when = timezone.localtime(visit.starts_at) if visit.starts_at else None
        current = {
            "day": when.date() if when else None,
            "at": when.time() if when else None,
            "meeting_point": visit.meeting_point or visit.place.address,
        }
        super().__init__(data, current)

    def layout(self) -> Layout:
        return Layout("seen", Row(Column("day"), Column("at")), "meeting_point")
