"""How the list of couples is narrowed down and sorted."""

from datetime import timedelta
from typing import Any

import django_filters
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.models import Couple, CoupleMember
from matching.models.couple import CoupleQuerySet
from mixen.accounts.models import User
from projects.models import Project

STATES = [("active", _("op stap")), ("paused", _("pauze")), ("ending", _("tijd bijna om")), ("ended", _("gestopt"))]


class CoupleFilter(django_filters.FilterSet):
    """State, ambassador; search by name; sort."""

    q = django_filters.CharFilter(method="search", label=_("Zoek op naam"))
    state = django_filters.ChoiceFilter(choices=STATES, method="by_state", label=_("Status"), empty_label=_("Alle"))
    ambassador = django_filters.ModelChoiceFilter(
        queryset=User.objects.none(), label=_("Ambassadeur"), empty_label=_("Alle"), null_label=_("Nog niemand")
    )
    sort = django_filters.OrderingFilter(
        fields=[("formed_on", "sinds"), ("meetings", "ontmoetingen"), ("hours", "uren"), ("last_outing", "laatst")],
        field_labels={
            "formed_on": _("sinds"),
            "meetings": _("ontmoetingen"),
            "hours": _("uren"),
            "last_outing": _("laatst gezien"),
        },
        label=_("Volgorde"),
        empty_label=_("sinds"),
    )

    class Meta:
        model = Couple
        fields: list[str] = []

    def __init__(self, project: Project, data: Any, queryset: CoupleQuerySet) -> None:
        super().__init__(data, queryset)
        self.form.fields["ambassador"].queryset = User.objects.filter(memberships__project=project)
        self.filters["ambassador"].queryset = User.objects.filter(memberships__project=project)

    def search(self, rows: CoupleQuerySet, name: str, value: str) -> CoupleQuerySet:
        text = value.replace("\x00", "")[:100]
        named = CoupleMember.objects.filter(participant__person__name__icontains=text)
        return rows.filter(pk__in=named.values("couple"))

    def by_state(self, rows: CoupleQuerySet, name: str, value: str) -> CoupleQuerySet:
        if value == "ended":
            return rows.filter(ended_on__isnull=False)
        if value == "paused":
            return rows.filter(pk__in=Couple.objects.paused_on(timezone.localdate()).values("pk"))
        soon = timezone.localdate() + timedelta(days=14)
        return rows.active().filter(planned_end__lte=soon) if value == "ending" else rows.active()
