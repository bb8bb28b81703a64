"""How places and visits are narrowed down, searched and sorted."""

from datetime import date
from typing import Any

import django_filters
from django.db.models import Q
from django.forms import TextInput
from django.utils.translation import gettext_lazy as _

from excursions.models import Booklet, Place, Section, Visit
from excursions.models.booklet import PlaceQuerySet
from excursions.models.visit import VisitQuerySet
from matching.models import CoupleMember

WHERE = [("own", _("alleen dit stadsdeel")), ("city", _("voor de hele stad"))]
DISCOUNT = [("now", _("met korting")), ("ended", _("afspraak is voorbij")), ("none", _("zonder korting"))]
GOOD_FOR = [
    ("step_free", _("zonder drempels")),
    ("for_children", _("leuk met kinderen")),
    ("by_appointment", _("op afspraak")),
]
VISITS = [
    ("open", _("zonder datum")),
    ("dated", _("met datum")),
    ("late", _("te laat")),
    ("done", _("geweest")),
    ("off", _("gaat niet door")),
    ("all", _("alle bezoeken")),
]
IN_BOOKLET = [("yes", _("in het boekje")), ("no", _("niet in het boekje"))]


class PlaceFilter(django_filters.FilterSet):
    """By section, where, discount, what it is good for and whether the newest booklet has it."""

    q = django_filters.CharFilter(
        method="search", label=_("Zoek een plek"), widget=TextInput(attrs={"type": "search", "maxlength": 100})
    )
    section = django_filters.ChoiceFilter(choices=Section.choices, label=_("Deel"), empty_label=_("Alle"))
    where = django_filters.ChoiceFilter(choices=WHERE, method="by_where", label=_("Waar"), empty_label=_("Alle"))
    discount = django_filters.ChoiceFilter(
        choices=DISCOUNT, method="by_discount", label=_("Korting"), empty_label=_("Alle")
    )
    good_for = django_filters.ChoiceFilter(
        choices=GOOD_FOR, method="by_good_for", label=_("Geschikt"), empty_label=_("Alle")
    )
    booklet = django_filters.ChoiceFilter(
        choices=IN_BOOKLET, method="by_booklet", label=_("Strippenboekje"), empty_label=_("Alle")
    )
    sort = django_filters.OrderingFilter(
        fields=[
            ("name", "naam"),
            ("price", "prijs"),
            ("discount_until", "tot"),
            ("used_here", "hier"),
            ("used_in_all", "alle"),
        ],
        field_labels={
            "name": _("naam"),
            "price": _("prijs"),
            "discount_until": _("korting geldt tot"),
            "used_here": _("gebruikt in dit project"),
            "used_in_all": _("gebruikt in alle projecten"),
        },
        label=_("Volgorde"),
        empty_label=_("Zoals in het boekje"),
    )

    class Meta:
        model = Place
        fields: list[str] = []

    def __init__(self, data: Any, rows: PlaceQuerySet, newest: Booklet | None, today: date) -> None:
        super().__init__(data, rows)
        self.newest, self.today = newest, today

    def search(self, rows: PlaceQuerySet, name: str, value: str) -> PlaceQuerySet:
        for word in value.replace("\x00", "").split()[:6]:
            rows = rows.filter(
                Q(name__icontains=word)
                | Q(what__icontains=word)
                | Q(address__icontains=word)
                | Q(organisation__name__icontains=word)
            )
        return rows

    def by_where(self, rows: PlaceQuerySet, name: str, value: str) -> PlaceQuerySet:
        return rows.filter(district__isnull=value == "city")

    def by_discount(self, rows: PlaceQuerySet, name: str, value: str) -> PlaceQuerySet:
        if value == "ended":
            return rows.ended_on(self.today)
        return rows.filter(discount="") if value == "none" else rows.exclude(discount="").agreed_on(self.today)

    def by_good_for(self, rows: PlaceQuerySet, name: str, value: str) -> PlaceQuerySet:
        return rows.filter(**{value: True})

    def by_booklet(self, rows: PlaceQuerySet, name: str, value: str) -> PlaceQuerySet:
        mine = set(self.newest.entries.values_list("place", flat=True)) if self.newest else set()
        return rows.filter(pk__in=mine) if value == "yes" else rows.exclude(pk__in=mine)


class VisitFilter(django_filters.FilterSet):
    """In which state, of whom, where; without a choice those that are not over."""

    q = django_filters.CharFilter(
        method="search",
        label=_("Zoek een plek of een naam"),
        widget=TextInput(attrs={"type": "search", "maxlength": 100}),
    )
    toon = django_filters.ChoiceFilter(
        choices=VISITS, method="by_state", label=_("Welke"), empty_label=_("nog niet geweest")
    )

    class Meta:
        model = Visit
        fields: list[str] = []

    def __init__(self, data: Any, rows: VisitQuerySet, today: date) -> None:
        super().__init__(data, rows)
        self.today = today

    @property
    def visits(self) -> VisitQuerySet:
        """The visits that were asked for."""
        rows: VisitQuerySet = self.qs
        chosen = self.is_bound and self.form.is_valid() and self.form.cleaned_data.get("toon")
        return rows if chosen else rows.not_over()

    def search(self, rows: VisitQuerySet, name: str, value: str) -> VisitQuerySet:
        text = value.replace("\x00", "")[:100]
        named = CoupleMember.objects.filter(participant__person__name__icontains=text)
        goes = Visit.couples.through.objects.filter(couple__in=named.values("couple"))
        return rows.filter(Q(place__name__icontains=text) | Q(pk__in=goes.values("visit")))

    def by_state(self, rows: VisitQuerySet, name: str, value: str) -> VisitQuerySet:
        if value == "late":
            return rows.late_on(self.today)
        if value == "dated":
            return rows.going_on()
        return rows if value == "all" else rows.filter(state=value)
