"""People who are waiting for somebody."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q, Sum
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mixen.templatetags.display import day, euro
from participants.models import (
    Attendance,
    Claim,
    Consent,
    ConsentText,
    Mood,
    Parked,
    Participant,
    Status,
    StopWish,
    Tablet,
)
from participants.recruiting.absent import absentees, to_call, wanting_to_stop
from participants.recruiting.funnel import funnels
from projects.attention import AttentionItem, watchers
from projects.models import Meeting, Project

CLOSE_WITHIN_DAYS = 14


@watchers.register(10)
def expected_but_absent(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Who said they would come and did not is called; who told an ambassador to stop is taken off the list."""
    rows = absentees(projects, today)
    called = Counter(row.participant.project_id for row in to_call(rows))
    stops = Counter(row.participant.project_id for row in wanting_to_stop(rows))
    for project in projects:
        if count := called[project.pk]:
            title = ngettext(
                "%(count)s deelnemer kwam niet: bel en nodig opnieuw uit",
                "%(count)s deelnemers kwamen niet: bel en nodig opnieuw uit",
                count,
            )
            yield _about_absence(project, title, _("Bellen"), count)
        if count := stops[project.pk]:
            title = ngettext(
                "%(count)s deelnemer wil niet meer meedoen", "%(count)s deelnemers willen niet meer meedoen", count
            )
            yield _about_absence(project, title, _("Afmelden"), count, anchor="#stoppen")


def _about_absence(project: Project, title: str, deed: str, count: int, anchor: str = "") -> AttentionItem:
    return AttentionItem(
        project=project,
        title=title % {"count": count},
        reason=str(project),
        url=reverse("participants:absent", args=[project.slug]) + anchor,
        deed=deed,
        mark=str(count),
    )


@watchers.register(12)
def place_for_who_waits(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Somebody is on the waiting list while there is a place on their side."""
    counted = funnels(projects)
    for project in projects:
        free = [side for side in counted[project.pk] if side.waiting and side.places_free]
        if count := sum(min(side.waiting, side.places_free) for side in free):
            yield AttentionItem(
                project=project,
                title=ngettext(
                    "Er is plek voor %(count)s mens van de wachtlijst",
                    "Er is plek voor %(count)s mensen van de wachtlijst",
                    count,
                )
                % {"count": count},
                reason=str(project),
                url=reverse("participants:recruitment", args=[project.slug]) + "#wachtlijst",
                deed=_("Geef een plek"),
                mark=str(count),
            )


@watchers.register(14)
def meetings_to_close(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Meetings of the last two weeks at which people were ticked and that nobody closed."""
    ticked = Attendance.objects.filter(meeting=OuterRef("pk"), present=True)
    open_still = Meeting.objects.filter(
        Exists(ticked),
        project__in=projects,
        closed_at__isnull=True,
        starts_at__date__lt=today,
        starts_at__date__gte=today - timedelta(days=CLOSE_WITHIN_DAYS),
    )
    for meeting in open_still.select_related("project"):
        yield AttentionItem(
            project=meeting.project,
            title=_("%(meeting)s is nog niet afgesloten") % {"meeting": meeting.get_kind_display()},
            reason=f"{meeting.project}, {day(meeting.day)}",
            url=reverse("participants:meeting_close", args=[meeting.project.slug, meeting.pk]),
            deed=_("Afsluiten"),
            urgent=False,
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


@watchers.register(16)
def registrations_parked(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Registrations that arrived with something wrong, and tablets that still hold some nobody else has."""
    parked = dict(Parked.objects.waiting().order_by().values_list("project").annotate(Count("pk")))
    held = dict(Tablet.objects.holding().order_by().values_list("project").annotate(Sum("waiting")))
    for project in projects:
        if count := parked.get(project.pk):
            title = ngettext("%(count)s aanmelding klopt nog niet", "%(count)s aanmeldingen kloppen nog niet", count)
            yield AttentionItem(
                project=project,
                title=title % {"count": count},
                reason=str(project),
                url=reverse("participants:parked_list", args=[project.slug]),
                deed=_("Oplossen"),
                mark=str(count),
            )
        if count := held.get(project.pk):
            title = ngettext(
                "%(count)s aanmelding staat nog op een tablet", "%(count)s aanmeldingen staan nog op een tablet", count
            )
            yield AttentionItem(
                project=project,
                title=title % {"count": count},
                reason=str(project),
                url=reverse("participants:tablets", args=[project.slug]),
                deed=_("Bekijk welke"),
                mark=str(count),
            )


@watchers.register(9)
def took_consent_back(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Somebody in a couple took back the consent to take part: the other one is told, and the couple is ended."""
    standing = Consent.objects.standing().filter(kind=ConsentText.Kind.TAKING_PART).values("participant")
    took_back = Consent.objects.filter(kind=ConsentText.Kind.TAKING_PART, withdrawn_at__isnull=False)
    rows = (
        Participant.objects.filter(project__in=projects, status=Status.COUPLED, pk__in=took_back.values("participant"))
        .exclude(pk__in=standing)
        .select_related("person", "project")
    )
    for participant in rows:
        yield AttentionItem(
            project=participant.project,
            title=_("%(name)s trok de toestemming in en zit nog in een koppel") % {"name": participant.person.goes_by},
            reason=str(participant.project),
            url=participant.get_absolute_url(),
            deed=_("Bel en stop het koppel"),
        )


@watchers.register(45)
def copies_to_hand_out(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Who has no copy of the own form yet, and cannot have it by mail."""
    waiting = Participant.objects.active().filter(
        project__in=projects,
        copy_by=Participant.CopyBy.PAPER,
        copy_given_at__isnull=True,
        signatures__isnull=False,
    )
    counts = dict(waiting.order_by().values_list("project").annotate(Count("pk", distinct=True)))
    for project in projects:
        if count := counts.get(project.pk):
            title = ngettext(
                "%(count)s deelnemer wacht op een kopie van het formulier",
                "%(count)s deelnemers wachten op een kopie van het formulier",
                count,
            )
            yield AttentionItem(
                project=project,
                title=title % {"count": count},
                reason=str(project),
                url=reverse("participants:copies", args=[project.slug]),
                deed=_("Printen"),
                mark=str(count),
                urgent=False,
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


@watchers.register(6)
def wants_to_stop(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Who wants to stop and is in a couple: called first. Solved when the couple ended, or somebody took it up."""
    rows = StopWish.objects.filter(
        handled_at__isnull=True, participant__project__in=projects, participant__status=Status.COUPLED
    ).select_related("participant__person", "participant__project")
    for wish in rows:
        yield AttentionItem(
            project=wish.participant.project,
            title=_("%(name)s wil stoppen") % {"name": wish.participant.person.goes_by},
            reason=f"{wish.participant.project}, {day(wish.said_at)}",
            url=wish.participant.get_absolute_url() + "#gevoel",
            deed=_("Bel en spreek af"),
        )


@watchers.register(7)
def not_going_well(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Who said that it is not going well, once a person, until somebody took it up."""
    rows = Mood.objects.filter(face=Mood.Face.BAD, handled_at__isnull=True, participant__project__in=projects)
    told: set[int] = set()
    for mood in rows.select_related("participant__person", "participant__project"):
        if mood.participant_id in told:
            continue
        told.add(mood.participant_id)
        yield AttentionItem(
            project=mood.participant.project,
            title=_("Met %(name)s gaat het niet goed") % {"name": mood.participant.person.goes_by},
            reason=f"{mood.participant.project}, {day(mood.said_at)}",
            url=mood.participant.get_absolute_url() + "#gevoel",
            deed=_("Bel en noteer"),
        )
