"""The three pages on which a project begins: from what and where, who and how many, and when."""

import itertools
from datetime import date, datetime, timedelta
from typing import Any

from crispy_forms.layout import HTML, Column, Layout, Row
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mixen.fields import DateField, NameField, PhoneField, TextLine, TimeField
from mixen.forms import OurForm
from projects.forms.running import moment
from projects.group_size import group_size
from projects.models import ContactPerson, District, Meeting, Organisation, PlanTemplate, Project, Role
from projects.scheduling import LABELS, Moment, Schedule
from projects.taking import takeables

LASTS = timedelta(hours=2, minutes=30)
OWN, PLAN, FOLLOW_UP = "", "plan", "project"
AMBASSADORS = 4
"""How many ambassadors a project aims at."""
NUMBERS = ("min", "target", "max")


def _sources() -> list[tuple[str, Any]]:
    """What a project can begin from, in groups."""
    earlier = Project.objects.real().order_by("-starts_on")
    kept = PlanTemplate.objects.all()
    choices: list[tuple[str, Any]] = [(OWN, _("Het sjabloon van Mixen in Mokum"))]
    if kept:
        choices.append((gettext("Eigen sjablonen"), [(f"{PLAN}:{one.pk}", one.name) for one in kept]))
    if earlier:
        choices.append((gettext("Vervolg op"), [(f"{FOLLOW_UP}:{one.pk}", one.name) for one in earlier]))
    return choices


class BasisForm(OurForm):
    """What the project begins from, and where it will be."""

    source = forms.ChoiceField(label=_("Begin met"), choices=_sources, required=False)
    take = forms.MultipleChoiceField(
        label=_("Bij een vervolg: wat gaat er mee?"),
        choices=lambda: [(one.key, one.label) for one in takeables],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Deelnemers gaan nooit mee."),
    )
    district = forms.ModelChoiceField(
        District.objects.all(),
        label=_("Stadsdeel"),
        empty_label=_("Hetzelfde als bij het eerdere project"),
        required=False,
    )
    area = TextLine(label=_("Wijk of buurt"), max_length=100, required=False)

    def __init__(self, data: Any = None, *, earlier: Project | None = None) -> None:
        initial: dict[str, Any] = {"take": [one.key for one in takeables]}
        if earlier:
            initial |= {"source": f"{FOLLOW_UP}:{earlier.pk}", "district": earlier.district, "area": earlier.area}
        super().__init__(data, initial=initial)
        self.fields["source"].label = _("Begin met")

    def layout(self) -> Layout:
        return Layout("source", "take", Row(Column("district"), Column("area")))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        kind, _colon, number = data.get("source", "").partition(":")
        data["previous"] = Project.objects.filter(pk=number).first() if kind == FOLLOW_UP else None
        data["template"] = PlanTemplate.objects.filter(pk=number).first() if kind == PLAN else None
        previous = data["previous"]
        if previous and not data.get("district"):
            data["district"], data["area"] = previous.district, data.get("area") or previous.area
        if not data.get("district") and "district" not in self.errors:
            self.add_error("district", _("Kies een stadsdeel."))
        return data

    def basis_fields(self) -> dict[str, Any]:
        """What ``start_project`` needs of this page."""
        names = ("previous", "template", "take", "district", "area")
        return {name: self.cleaned_data[name] for name in names}


class PeopleForm(OurForm):
    """What the project is called, how many people it is for, and who is the contact at the district."""

    name = NameField(label=_("Naam van het project"), max_length=100)
    ambassadors = forms.IntegerField(label=_("Aantal ambassadeurs"), min_value=1, max_value=50, initial=AMBASSADORS)
    min_old = forms.IntegerField(label=_("Oud: minimum"), min_value=0, max_value=500)
    target_old = forms.IntegerField(label=_("Oud: streefgetal"), min_value=1, max_value=500)
    max_old = forms.IntegerField(label=_("Oud: maximum"), min_value=1, max_value=500)
    min_new = forms.IntegerField(label=_("Nieuw: minimum"), min_value=0, max_value=500)
    target_new = forms.IntegerField(label=_("Nieuw: streefgetal"), min_value=1, max_value=500)
    max_new = forms.IntegerField(label=_("Nieuw: maximum"), min_value=1, max_value=500)
    contact = forms.ModelChoiceField(
        ContactPerson.objects.none(),
        label=_("Vaste contactpersoon bij het stadsdeel"),
        required=False,
        empty_label=_("Nog niemand, of hieronder een nieuwe"),
    )
    contact_name = NameField(label=_("Iemand nieuw: naam"), required=False)
    contact_email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        error_messages={"invalid": _("Vul een e-mailadres in als naam@voorbeeld.nl.")},
    )
    contact_phone = PhoneField(label=_("Telefoon"), required=False)
    is_practice = forms.BooleanField(
        label=_("Dit is een oefenproject"), required=False, help_text=_("Telt in geen enkel cijfer of verslag mee.")
    )

    def __init__(self, basis: dict[str, Any], year: int, data: Any = None) -> None:
        previous: Project | None = basis["previous"]
        team = AMBASSADORS
        if previous and "team" in basis["take"]:
            team = previous.memberships.filter(role=Role.AMBASSADOR).count() or AMBASSADORS
        initial: dict[str, Any] = {"ambassadors": team, **numbers_for(team)}
        initial["name"] = _free_name(basis["area"] or basis["district"].name, year)
        contacts = ContactPerson.objects.filter(
            organisation__kind=Organisation.Kind.GOVERNMENT, organisation__district=basis["district"]
        )
        if previous and previous.district_id == basis["district"].pk:
            initial["contact"] = previous.district_contact_id
            contacts |= ContactPerson.objects.filter(pk=previous.district_contact_id or 0)
        super().__init__(data, initial=initial)
        self.fields["contact"].queryset = contacts.select_related("organisation")  # type: ignore[attr-defined]

    def layout(self) -> Layout:
        return Layout(
            "name",
            "ambassadors",
            HTML("{% include 'projects/starting_rule.html' %}"),
            Row(Column("min_old"), Column("target_old"), Column("max_old")),
            Row(Column("min_new"), Column("target_new"), Column("max_new")),
            HTML(f"<h2 class='group-title'>{gettext('Het stadsdeel')}</h2>"),
            "contact",
            Row(Column("contact_name"), Column("contact_email"), Column("contact_phone")),
            "is_practice",
        )

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if Project.objects.filter(name__iexact=name).exists():
            raise forms.ValidationError(_("Er is al een project met deze naam. Kies een andere naam."))
        return name

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for side in ("old", "new"):
            order = [f"{number}_{side}" for number in NUMBERS]
            for smaller, larger in itertools.pairwise(order):
                if None not in (data.get(smaller), data.get(larger)) and data[larger] < data[smaller]:
                    self.add_error(larger, _("Dit getal mag niet kleiner zijn dan het getal ervoor."))
        if not data.get("contact_name") and (data.get("contact_email") or data.get("contact_phone")):
            self.add_error("contact_name", _("Vul ook de naam in."))
        return data

    def people_fields(self) -> dict[str, Any]:
        """What ``start_project`` needs of this page."""
        data = self.cleaned_data
        person = {name: data[f"contact_{name}"] for name in ("name", "email", "phone")}
        return {
            "name": data["name"],
            "is_practice": data["is_practice"],
            "contact": data["contact"],
            "new_contact": person if person["name"] else None,
            **{f"{number}_{side}": data[f"{number}_{side}"] for number in NUMBERS for side in SIDES},
        }


SIDES = ("old", "new")


def numbers_for(ambassadors: int) -> dict[str, int]:
    """The numbers that are proposed for so many ambassadors, by field."""
    size = group_size(ambassadors)
    proposed = {"min": size.minimum, "target": size.target, "max": size.maximum}
    return {f"{number}_{side}": count for number, count in proposed.items() for side in SIDES}


def _free_name(where: str, year: int) -> str:
    """``Osdorp 2027``, or with a number where that is taken."""
    wish = f"{where[:80]} {year}"
    names = itertools.chain([wish], (f"{wish} ({number})" for number in itertools.count(2)))
    return next(name for name in names if not Project.objects.filter(name__iexact=name).exists())


class DatesForm(OurForm):
    """All dates of the project; which were looked at last stands in ``weighed``."""

    start = DateField(label=LABELS[Moment.START])
    information = DateField(label=LABELS[Moment.INFORMATION])
    mix = DateField(label=LABELS[Moment.MIX])
    interim = DateField(label=LABELS[Moment.INTERIM])
    closing = DateField(label=LABELS[Moment.CLOSING])
    evaluation = DateField(label=LABELS[Moment.EVALUATION])
    end = DateField(label=LABELS[Moment.END])
    begins = TimeField(label=_("Bijeenkomsten beginnen om"), initial="14:00")
    with_interim = forms.BooleanField(label=_("Ook een tussentijdse bijeenkomst houden, halverwege"), required=False)
    weighed = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for earlier, later in itertools.pairwise(Moment):
            if data.get(earlier) and data.get(later) and data[later] <= data[earlier]:
                self.add_error(later, _("Deze dag moet na '%(earlier)s' komen.") % {"earlier": LABELS[earlier]})
        return data

    def schedule(self) -> Schedule:
        """The dates as typed; empty where one of them is no date."""
        data = getattr(self, "cleaned_data", {})
        typed = {each: data.get(each) or self._typed(each) for each in Moment}
        return {each: day for each, day in typed.items() if day} if all(typed.values()) else {}

    def _typed(self, name: str) -> date | None:
        """A date that was typed right, though its place in the order is wrong."""
        try:
            return self.fields[name].clean(self.data.get(name))
        except forms.ValidationError:
            return None

    def date_fields(self) -> dict[str, Any]:
        """What ``start_project`` needs of this page; meetings last two and a half hours."""
        data = self.cleaned_data
        kinds = [Meeting.Kind.INFORMATION, Meeting.Kind.MIX, Meeting.Kind.CLOSING]
        kinds += [Meeting.Kind.INTERIM] if data["with_interim"] else []
        meetings: dict[Meeting.Kind, tuple[datetime, datetime]] = {}
        for kind in kinds:
            begin = moment(data[kind.value], data["begins"])
            meetings[kind] = (begin, begin + LASTS)
        return {
            "starts_on": data["start"],
            "ends_on": data["end"],
            "evaluates_on": data["evaluation"],
            "meetings": meetings,
        }
