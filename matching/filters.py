"""How the lists of couples and of calls are narrowed down and sorted."""

from datetime import timedelta
from typing import Any

import django_filters
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.models import CheckIn, Couple, CoupleMember
from matching.models.checkin import CheckInQuerySet
from matching.models.couple import CoupleQuerySet
from matching.seen import lost_sight
from mixen.accounts.models import User
from projects.models import Project

STATES = [
    ("active", _("op stap")),
    ("paused", _("pauze")),
    ("ending", _("tijd bijna om")),
    ("unseen", _("uit het oog")),
    ("ended", _("gestopt")),
]
SHOWN = [
    ("late", _("meer dan een week te laat")),
    ("coordinator", _("bij de coördinator")),
    ("handled", _("opgepakt")),
    ("spoken", _("gesproken")),
    ("all", _("alle gesprekken")),
]


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
            "last_outing": _("laatste ontmoeting"),
        },
        label=_("Volgorde"),
        empty_label=_("sinds"),
    )

    class Meta:
        model = Couple
        fields: list[str] = []

    def __init__(self, project: Project, data: Any, queryset: CoupleQuerySet) -> None:
        super().__init__(data, queryset)
        self.project = project
        self.form.fields["ambassador"].queryset = User.objects.filter(memberships__project=project)
        self.filters["ambassador"].queryset = User.objects.filter(memberships__project=project)

    def search(self, rows: CoupleQuerySet, name: str, value: str) -> CoupleQuerySet:
        text = value.replace("\x00", "")[:100]
        named = CoupleMember.objects.filter(participant__person__name__icontains=text)
        return rows.filter(pk__in=named.values("couple"))

    def by_state(self, rows: CoupleQuerySet, name: str, value: str) -> CoupleQuerySet:
        if value == "ended":
            return rows.filter(ended_on__isnull=False)
        today = timezone.localdate()
        if value == "paused":
            return rows.filter(pk__in=Couple.objects.paused_on(today).values("pk"))
        if value == "unseen":
            return rows.filter(pk__in=lost_sight(Couple.objects.active().filter(project=self.project), today))
        if value == "ending":
            return rows.active().filter(planned_end__lte=today + timedelta(days=14))
        return rows.active()


class CallFilter(django_filters.FilterSet):
    """Which calls, of whom, by whom; without a choice those to be made now."""

    q = django_filters.CharFilter(method="search", label=_("Zoek op naam"))
    toon = django_filters.ChoiceFilter(
        choices=SHOWN, method="by_state", label=_("Welke"), empty_label=_("nu te bellen")
    )
    kind = django_filters.ChoiceFilter(choices=CheckIn.Kind.choices, label=_("Wanneer"), empty_label=_("Alle"))
    ambassador = django_filters.ModelChoiceFilter(
        queryset=User.objects.none(), label=_("Ambassadeur"), empty_label=_("Alle"), null_label=_("Nog niemand")
    )

    class Meta:
        model = CheckIn
        fields: list[str] = []

    def __init__(self, project: Project, data: Any, queryset: CheckInQuerySet, *, leads: bool) -> None:
        super().__init__(data, queryset)
        team = User.objects.filter(memberships__project=project)
        self.filters["ambassador"].queryset = team
        self.form.fields["ambassador"].queryset = team
        if not leads:
            del self.form.fields["ambassador"], self.filters["ambassador"]

    @property
    def shown(self) -> str:
        """Which calls these are; nothing for those to be made now."""
        return str(self.form.cleaned_data.get("toon") or "") if self.is_bound and self.form.is_valid() else ""

    @property
    def calls(self) -> CheckInQuerySet:
        """The calls that were asked for, in order of need."""
        today = timezone.localdate()
        rows: CheckInQuerySet = self.qs
        return (rows if self.shown else rows.due_on(today)).by_need(today)

    def search(self, rows: CheckInQuerySet, name: str, value: str) -> CheckInQuerySet:
        text = value.replace("\x00", "")[:100]
        return rows.filter(member__participant__person__name__icontains=text)

    def by_state(self, rows: CheckInQuerySet, name: str, value: str) -> CheckInQuerySet:
        today = timezone.localdate()
        found = {
            "late": rows.overdue_on(today),
            "coordinator": rows.for_the_coordinator(),
            "handled": rows.filter(handled_on__isnull=False),
            "spoken": rows.spoken(),
        }
        return found.get(value, rows)
