"""How a list of participants is narrowed down, searched and sorted."""

from typing import Any

import django_filters
from django.db.models import Q
from django.forms import TextInput
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.accounts.models import User
from participants.messages import not_to_be_reached
from participants.models import Attendance, Concern, Participant, Side, Status
from participants.models.concern import ConcernQuerySet
from participants.models.participant import ParticipantQuerySet
from projects.models import Meeting, Project

ATTENDANCE = [
    ("came_to_mix", _("was bij een mixbijeenkomst")),
    ("missed_mix", _("kwam niet naar de mixbijeenkomst")),
    ("never_seen", _("nog nergens geweest")),
]
MESSAGES = [("no_way", _("krijgt geen herinnering"))]
COUPLE = [("with", _("met koppel")), ("without", _("zonder koppel"))]


CONCERNS = [("open", _("open")), ("held", _("iemand wordt niet gekoppeld")), ("closed", _("afgesloten"))]


class ConcernFilter(django_filters.FilterSet):
    """How far it is, and where it was."""

    state = django_filters.ChoiceFilter(choices=CONCERNS, method="by_state", label=_("Status"), empty_label=_("Alle"))
    where = django_filters.ChoiceFilter(choices=Concern.Where.choices, label=_("Waar"), empty_label=_("Overal"))

    class Meta:
        model = Concern
        fields: list[str] = []

    def by_state(self, rows: ConcernQuerySet, name: str, value: str) -> ConcernQuerySet:
        if value == "held":
            held = Participant.objects.filter(not_matched_since__isnull=False)
            return rows.filter(pk__in=Concern.about.through.objects.filter(participant__in=held).values("concern"))
        return rows.open() if value == "open" else rows.filter(closed_at__isnull=False)


class ParticipantFilter(django_filters.FilterSet):
    """Side, status, attendance, couple, ambassador; search by name; sort."""

    q = django_filters.CharFilter(
        method="search", label=_("Zoek op naam"), widget=TextInput(attrs={"type": "search", "maxlength": 100})
    )
    side = django_filters.ChoiceFilter(choices=Side.choices, label=_("Kant"), empty_label=_("Alle"))
    status = django_filters.ChoiceFilter(choices=Status.choices, label=_("Status"), empty_label=_("Alle"))
    attendance = django_filters.ChoiceFilter(
        choices=ATTENDANCE, method="by_attendance", label=_("Geweest"), empty_label=_("Alle")
    )
    couple = django_filters.ChoiceFilter(choices=COUPLE, method="by_couple", label=_("Koppel"), empty_label=_("Alle"))
    messages = django_filters.ChoiceFilter(
        choices=MESSAGES, method="by_messages", label=_("Berichten"), empty_label=_("Alle")
    )
    ambassador = django_filters.ModelChoiceFilter(
        queryset=User.objects.none(), label=_("Ambassadeur"), empty_label=_("Alle"), null_label=_("Nog niemand")
    )
    sort = django_filters.OrderingFilter(
        fields=[("person__name", "naam"), ("registered_on", "aangemeld"), ("status", "status"), ("side", "kant")],
        field_labels={
            "person__name": _("naam"),
            "registered_on": _("aangemeld op"),
            "status": _("status"),
            "side": _("kant"),
        },
        label=_("Volgorde"),
        empty_label=_("naam"),
    )

    class Meta:
        model = Participant
        fields: list[str] = []

    def __init__(self, project: Project, data: Any, queryset: ParticipantQuerySet) -> None:
        super().__init__(data, queryset)
        team = User.objects.filter(memberships__project=project)
        self.filters["ambassador"].queryset = team
        self.form.fields["ambassador"].queryset = team

    def search(self, rows: ParticipantQuerySet, name: str, value: str) -> ParticipantQuerySet:
        words = value.replace("\x00", "").split()[:6]
        for word in words:
            rows = rows.filter(
                Q(person__name__icontains=word)
                | Q(person__call_name__icontains=word)
                | Q(person__own_script_name__icontains=word)
            )
        return rows

    def by_attendance(self, rows: ParticipantQuerySet, name: str, value: str) -> ParticipantQuerySet:
        mixes = Attendance.objects.filter(meeting__kind=Meeting.Kind.MIX)
        came = mixes.filter(present=True).values("participant")
        if value == "came_to_mix":
            return rows.filter(pk__in=came)
        if value == "missed_mix":
            return rows.filter(pk__in=mixes.filter(present=False).values("participant")).exclude(pk__in=came)
        return rows.exclude(pk__in=Attendance.objects.filter(present=True).values("participant"))

    def by_messages(self, rows: ParticipantQuerySet, name: str, value: str) -> ParticipantQuerySet:
        return rows.filter(pk__in=not_to_be_reached(timezone.now()))

    def by_couple(self, rows: ParticipantQuerySet, name: str, value: str) -> ParticipantQuerySet:
        coupled = [Status.COUPLED, Status.COMPLETED]
        return rows.filter(status__in=coupled) if value == "with" else rows.exclude(status__in=coupled)
