"""How the library of places is narrowed down, searched and sorted."""

from datetime import date
from typing import Any

import django_filters
from django.db.models import Q
from django.forms import TextInput
from django.utils.translation import gettext_lazy as _

from excursions.models import Booklet, Place, Section
from excursions.models.booklet import PlaceQuerySet

WHERE = [("own", _("alleen dit stadsdeel")), ("city", _("voor de hele stad"))]
DISCOUNT = [("now", _("met korting")), ("ended", _("afspraak is voorbij")), ("none", _("zonder korting"))]
GOOD_FOR = [
    ("step_free", _("zonder drempels")),
    ("for_children", _("leuk met kinderen")),
    ("by_appointment", _("op afspraak")),
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
