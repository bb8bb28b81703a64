"""The shape of what is typed about excursions."""

from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from excursions.models import Excursion, Place
from matching.models import Couple
from mixen.accounts.models import User
from mixen.fields import DateField, NameField, TextLine, TimeField
from mixen.forms import OurForm
from participants.models import Participant
from participants.models.participant import TAKES_PART
from projects.forms import moment
from projects.models import Project


class ExcursionForm(OurForm):
    """A group excursion."""

    name = NameField(label=_("Naam"))
    place = forms.ModelChoiceField(
        Place.objects.none(), label=_("Plek uit het strippenboekje"), required=False, empty_label=_("Een andere plek")
    )
    day = DateField(label=_("Datum"))
    at = TimeField(label=_("Vertrek om"))
    meeting_point = TextLine(label=_("Verzamelen bij"))
    capacity = forms.IntegerField(
        label=_("Aantal plaatsen"),
        min_value=2,
        max_value=200,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"invalid": _("Vul een aantal in, bijvoorbeeld 20.")},
    )
    guide = forms.ModelChoiceField(
        User.objects.none(), label=_("Begeleider"), required=False, empty_label=_("Nog niemand")
    )

    def __init__(self, project: Project, data: Any = None) -> None:
        super().__init__(data)
        self.fields["place"].queryset = Place.objects.for_project(project)  # type: ignore[attr-defined]
        self.fields["guide"].queryset = User.objects.filter(memberships__project=project)  # type: ignore[attr-defined]

    def layout(self) -> Layout:
        return Layout(
            "name",
            "place",
            Row(Column("day"), Column("at")),
            "meeting_point",
            Row(Column("capacity"), Column("guide")),
        )

    def excursion_fields(self) -> dict[str, Any]:
        """What ``plan_excursion`` needs."""
        data = dict(self.cleaned_data)
        return {"starts_at": moment(data.pop("day"), data.pop("at")), **data}


class SignupForm(OurForm):
    """One participant, or a couple together."""

    who = forms.ChoiceField(label=_("Wie gaat mee?"))

    def __init__(self, excursion: Excursion, data: Any = None) -> None:
        super().__init__(data)
        listed = excursion.signups.exclude(state="cancelled").values("participant")
        people = excursion.project.participants.filter(status__in=TAKES_PART).exclude(pk__in=listed)
        self.people = {f"p{one.pk}": one for one in people.select_related("person").in_order_of_name()}
        couples = Couple.objects.active().filter(project=excursion.project).with_members()
        free = {one.pk for one in self.people.values()}
        self.couples = {f"c{couple.pk}": couple for couple in couples if {one.pk for one in couple.people} <= free}
        self.fields["who"].choices = [  # type: ignore[attr-defined]
            ("", _("Kies een koppel of een deelnemer")),
            (_("Samen als koppel"), [(key, couple.title) for key, couple in self.couples.items()]),
            (_("Alleen"), [(key, one.person.name) for key, one in self.people.items()]),
        ]

    def chosen(self) -> tuple[list[Participant], Couple | None]:
        """The people who go, and the couple when they go as one."""
        key = self.cleaned_data["who"]
        if key in self.couples:
            return self.couples[key].people, self.couples[key]
        return [self.people[key]], None
