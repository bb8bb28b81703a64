"""The shape of what is typed about excursions."""

import hashlib
from decimal import Decimal
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from excursions.models import Excursion, Place
from excursions.overlap import near
from matching.models import Couple
from mixen.accounts.models import User
from mixen.fields import DateField, ManyChoice, MoneyField, NameField, TextLine, TimeField
from mixen.forms import EditForm, OurForm
from participants.models import Participant
from participants.models.participant import TAKES_PART
from projects.forms import moment
from projects.models import Project

HIGHEST = Decimal("999.99")

FACTS = ("name", "place", "meeting_point", "capacity", "price", "stadspas_price")


class ExcursionForm(OurForm):
    """A group excursion. What else is on around that time is warned of: sent again unchanged, it is taken."""

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
    guides = ManyChoice(
        User.objects.none(), label=_("Wie begeleidt?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    price = MoneyField(
        label=_("Prijs per persoon"),
        required=False,
        zero=True,
        max_value=HIGHEST,
        help_text=_("Leeg: de prijs van de plek."),
    )
    stadspas_price = MoneyField(
        label=_("Prijs met Stadspas"),
        required=False,
        zero=True,
        max_value=HIGHEST,
        help_text=_("Leeg: hetzelfde, of de prijs van de plek."),
    )
    warned = forms.CharField(widget=forms.HiddenInput, required=False)

    project: Project
    excursion: Excursion | None = None

    def offer(self, project: Project) -> None:
        """Offer the places of ``project`` and its team, and who guides already."""
        self.project = project
        self.fields["place"].queryset = Place.objects.for_project(project)  # type: ignore[attr-defined]
        team = Q(memberships__project=project)
        if self.excursion is not None:
            team |= Q(excursions_guided=self.excursion)
        people = User.objects.filter(team).distinct().order_by("name")
        self.fields["guides"].queryset = people  # type: ignore[attr-defined]

    def layout(self) -> Layout:
        last = [name for name in ("warned", "seen") if name in self.fields]
        return Layout(
            "name",
            "place",
            Row(Column("day"), Column("at")),
            "meeting_point",
            "capacity",
            Row(Column("price"), Column("stadspas_price")),
            "guides",
            *last,
        )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        warned = data.pop("warned", "")
        if data.get("day") and data.get("at"):
            self._warn(near(self.project, moment(data["day"], data["at"]), self.excursion), warned)
        return data

    def _warn(self, others: list[str], warned: str) -> None:
        """Refuse once what is close to ``others``; the second time the form says that somebody read it."""
        mark = hashlib.sha256("\n".join(others).encode()).hexdigest()[:16] if others else ""
        if others and warned != mark:
            self.add_error(
                "at",
                gettext("Binnen drie uur is er ook: %(others)s. Klopt dat? Sla het dan nog een keer op.")
                % {"others": ", ".join(others)},
            )
        self.data = self.data.copy()  # type: ignore[attr-defined]
        self.data["warned"] = mark  # type: ignore[index]

    def excursion_fields(self) -> dict[str, Any]:
        """What ``plan_excursion`` and ``change_excursion`` need."""
        data = dict(self.cleaned_data)
        return {"starts_at": moment(data.pop("day"), data.pop("at")), **data}


class NewExcursionForm(ExcursionForm):
    """An excursion to plan."""

    def __init__(self, project: Project, data: Any = None) -> None:
        super().__init__(data)
        self.offer(project)


class ChangeExcursionForm(ExcursionForm, EditForm):
    """An excursion that was planned."""

    def __init__(self, excursion: Excursion, data: Any = None) -> None:
        self.excursion = excursion
        begins = timezone.localtime(excursion.starts_at)
        current = {name: getattr(excursion, name) for name in FACTS}
        current |= {"day": begins.date(), "at": begins.time(), "guides": list(excursion.guides.all())}
        super().__init__(data, current)
        self.offer(excursion.project)


class SignupForm(OurForm):
    """One participant, or a couple together."""

    who = forms.ChoiceField(label=_("Wie gaat mee?"))

    def __init__(self, excursion: Excursion, data: Any = None) -> None:
        """``excursion`` comes with its counts."""
        super().__init__(data)
        self.fields["who"].help_text = room_for(excursion.free)
        listed = excursion.signups.listed().values("participant")
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


def room_for(free: int) -> str:
    """What somebody is to know before they hope."""
    if free == 0:
        return gettext("Vol. Wie zich nu inschrijft, komt op de wachtlijst.")
    if free == 1:
        return gettext("Er is nog 1 plek. Een koppel komt op de wachtlijst.")
    return gettext("Er zijn nog %(free)s plekken. Past een koppel niet? Dan wacht het samen.") % {"free": free}
