"""People who are waiting for somebody."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Q, Sum
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mixen.templatetags.display import euro
from participants.models import Attendance, Claim, Participant, Status
from projects.attention import AttentionItem, watchers
from projects.models import Meeting, Project


@watchers.register(10)
def signed_up_but_absent(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Who signed up and did not come to a mix meeting is called and invited to the next."""
    mixes = Attendance.objects.filter(meeting__kind=Meeting.Kind.MIX)
    absent = Participant.objects.filter(
        project__in=projects,
        status=Status.SIGNED_UP,
        pk__in=mixes.filter(present=False).values("participant"),
    ).exclude(pk__in=mixes.filter(present=True).values("participant"))
    counts = dict(absent.order_by().values_list("project").annotate(Count("pk", distinct=True)))
    for project in projects:
        if count := counts.get(project.pk):
            yield AttentionItem(
                project=project,
                title=ngettext(
                    "%(count)s deelnemer kwam niet naar de mixbijeenkomst",
                    "%(count)s deelnemers kwamen niet naar de mixbijeenkomst",
                    count,
                )
                % {"count": count},
                reason=str(project),
                url=reverse("participants:list", args=[project.slug]) + "?status=signed_up&attendance=missed_mix",
                deed=_("Bellen"),
                mark=str(count),
            )


@watchers.register(15)
def unmatched_after_the_mix(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Who came to a mix meeting and went home without a buddy is never forgotten."""
    waiting = Participant.objects.filter(
        project__in=projects,
        status=Status.SIGNED_UP,
        attendances__present=True,
        attendances__meeting__kind=Meeting.Kind.MIX,
        attendances__meeting__starts_at__date__lt=today,
    )
    counts = dict(waiting.order_by().values_list("project").annotate(Count("pk", distinct=True)))
    for project in projects:
        if count := counts.get(project.pk):
            yield AttentionItem(
                project=project,
                title=ngettext(
                    "%(count)s deelnemer wacht nog op een mixmaatje",
                    "%(count)s deelnemers wachten nog op een mixmaatje",
                    count,
                )
                % {"count": count},
                reason=str(project),
                url=reverse("participants:list", args=[project.slug]) + "?status=signed_up&attendance=came_to_mix",
                deed=_("Bekijk wie"),
                mark=str(count),
            )


@watchers.register(40)
def claims_waiting(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Claims somebody has to decide about or pay."""
    waits = Q(status__in=[Claim.Status.SUBMITTED, Claim.Status.APPROVED])
    rows = (
        Claim.objects.filter(waits, participant__project__in=projects)
        .order_by()
        .values("participant__project")
        .annotate(count=Count("pk"), total=Sum("amount"))
    )
    found = {row["participant__project"]: row for row in rows}
    for project in projects:
        if row := found.get(project.pk):
            yield AttentionItem(
                project=project,
                title=ngettext(
                    "%(count)s declaratie wacht, samen %(total)s",
                    "%(count)s declaraties wachten, samen %(total)s",
                    row["count"],
                )
                % {"count": row["count"], "total": euro(row["total"])},
                reason=str(project),
                url=reverse("participants:claims", args=[project.slug]),
                deed=_("Beoordeel"),
                mark=str(row["count"]),
                urgent=False,
            )
