"""Invitations that are still to go: who was not invited to a meeting that comes near, and letters on the pile."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from mixen.templatetags.display import day
from participants.inviting import left_to_invite
from participants.models import Invitation
from projects.models import Meeting, Project
from projects.watching import AttentionItem, watchers

INVITED_BEFORE = timedelta(days=21)
"""How long before a meeting everybody it is for has to be invited."""
_NOT_INVITED = ngettext_lazy(
    "%(count)s mens is nog niet uitgenodigd voor een bijeenkomst",
    "%(count)s mensen zijn nog niet uitgenodigd voor een bijeenkomst",
    "count",
)
_LETTERS = ngettext_lazy(
    "%(count)s brief met een uitnodiging moet nog op de post",
    "%(count)s brieven met een uitnodiging moeten nog op de post",
    "count",
)


@watchers.register(52)
def people_not_invited(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Meetings within three weeks for which people are left to invite; on the day itself it is too late."""
    near = Meeting.objects.filter(
        project__in=projects,
        project__is_practice=False,
        starts_at__date__gt=today,
        starts_at__date__lte=today + INVITED_BEFORE,
    )
    for meeting, number in left_to_invite(near.select_related("project")):
        yield AttentionItem(
            project=meeting.project,
            title=str(_NOT_INVITED % {"count": number}),
            reason=f"{meeting.project}, {meeting.get_kind_display()} {day(meeting.day)}",
            url=meeting.get_absolute_url(),
            deed=_("Bekijk bijeenkomst"),
            mark=str(number),
            key=f"people_not_invited:{meeting.pk}",
            tally=_NOT_INVITED,
            count=number,
        )


@watchers.register(53)
def letters_to_post(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Letters for meetings to come that nobody said were posted, or that tell of a new date."""
    behind = Q(sent_at__isnull=True) | ~Q(told_of=F("meeting__starts_at"))
    waiting = Invitation.objects.standing().ahead().filter(behind, way="paper", meeting__project__in=projects)
    counted = Counter(waiting.values_list("meeting", flat=True))
    for meeting in Meeting.objects.filter(pk__in=counted).select_related("project").order_by("starts_at"):
        number = counted[meeting.pk]
        yield AttentionItem(
            project=meeting.project,
            title=str(_LETTERS % {"count": number}),
            reason=f"{meeting.project}, {meeting.get_kind_display()} {day(meeting.day)}",
            url=reverse("participants:invitations", args=[meeting.project.slug, meeting.pk]),
            deed=_("Druk brieven af"),
            mark=str(number),
            urgent=False,
            key=f"letters_to_post:{meeting.pk}",
            tally=_LETTERS,
            count=number,
        )
