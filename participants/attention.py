"""People who are waiting for somebody."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q, Sum
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

import participants.attention_keeping
import participants.attention_meetings
import participants.attention_messages
import participants.attention_wellbeing
import participants.attention_wishes  # noqa: F401  (these register watchers too)
from mixen.templatetags.display import day, euro
from participants.models import (
    AbsenceCall,
    Attendance,
    Claim,
    Concern,
    Parked,
    Participant,
    Status,
    Tablet,
)
from participants.recruiting.absent import absentees, to_call, wanting_to_stop
from participants.recruiting.funnel import funnels
from projects.models import Meeting, Project
from projects.permissions import Permission
from projects.watching import AttentionItem, counted, said, watchers

CLOSE_WITHIN_DAYS = 14
NOT_SEEN_AFTER = timedelta(days=14)
_ABSENT = ngettext_lazy(
    "%(count)s deelnemer kwam niet: bel en nodig opnieuw uit",
    "%(count)s deelnemers kwamen niet: bel en nodig opnieuw uit",
    "count",
)
_WANT_TO_STOP = ngettext_lazy(
    "%(count)s deelnemer wil niet meer meedoen", "%(count)s deelnemers willen niet meer meedoen", "count"
)
_PLACE_FREE = ngettext_lazy(
    "Er is plek voor %(count)s mens van de wachtlijst", "Er is plek voor %(count)s mensen van de wachtlijst", "count"
)
_NOT_CLOSED = ngettext_lazy(
    "%(count)s bijeenkomst is nog niet afgesloten", "%(count)s bijeenkomsten zijn nog niet afgesloten", "count"
)
_UNMATCHED = ngettext_lazy(
    "%(count)s deelnemer wacht nog op een mixmaatje", "%(count)s deelnemers wachten nog op een mixmaatje", "count"
)
_NOT_SEEN = ngettext_lazy(
    "%(count)s deelnemer schreef zich in en is nog nergens geweest",
    "%(count)s deelnemers schreven zich in en zijn nog nergens geweest",
    "count",
)
_PARKED = ngettext_lazy("%(count)s aanmelding klopt nog niet", "%(count)s aanmeldingen kloppen nog niet", "count")
_ON_A_TABLET = ngettext_lazy(
    "%(count)s aanmelding staat nog op een tablet", "%(count)s aanmeldingen staan nog op een tablet", "count"
)
_TOOK_BACK = ngettext_lazy(
    "%(count)s deelnemer in een koppel trok de toestemming in",
    "%(count)s deelnemers in een koppel trokken de toestemming in",
    "count",
)
_COPIES = ngettext_lazy(
    "%(count)s deelnemer wacht op een kopie van het formulier",
    "%(count)s deelnemers wachten op een kopie van het formulier",
    "count",
)
_CONCERNS = ngettext_lazy("Er is een zorg gemeld", "Er zijn %(count)s zorgen gemeld", "count")
_CLAIMS = ngettext_lazy("%(count)s declaratie wacht", "%(count)s declaraties wachten", "count")


@watchers.register(1)
def concerns_reported(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """A concern comes before all else. Whom it is about is not told in the list, and only who handles it sees this."""
    for concern in Concern.objects.open().filter(project__in=projects).select_related("project"):
        yield AttentionItem(
            project=concern.project,
            title=_("Er is een zorg gemeld"),
            reason=f"{concern.project}, {concern.get_where_display()}",
            url=reverse("participants:concern", args=[concern.project.slug, concern.pk]),
            deed=_("Lees"),
            permission=Permission.HANDLE_CONCERNS,
            key=f"concerns_reported:{concern.pk}",
            tally=_CONCERNS,
        )


@watchers.register(10)
def expected_but_absent(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Who said they would come and did not is called; who told an ambassador to stop is taken off the list."""
    rows = absentees(projects, today)
    called = Counter(row.participant.project_id for row in to_call(rows))
    stops = Counter(row.participant.project_id for row in wanting_to_stop(rows))
    for project in projects:
        page = reverse("participants:absent", args=[project.slug])
        if count := called[project.pk]:
            yield counted(project, count, _ABSENT, key="expected_but_absent", url=page, deed=_("Bellen"))
        if count := stops[project.pk]:
            yield counted(
                project, count, _WANT_TO_STOP, key="wanting_to_stop", url=f"{page}#stoppen", deed=_("Afmelden")
            )


@watchers.register(12)
def place_for_who_waits(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Somebody is on the waiting list while there is a place on their side."""
    sides = funnels(projects)
    for project in projects:
        free = [side for side in sides[project.pk] if side.waiting and side.places_free]
        if count := sum(min(side.waiting, side.places_free) for side in free):
            yield counted(
                project,
                count,
                _PLACE_FREE,
                key="place_for_who_waits",
                url=reverse("participants:recruitment", args=[project.slug]) + "#wachtlijst",
                deed=_("Geef een plek"),
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
            key=f"meetings_to_close:{meeting.pk}",
            tally=_NOT_CLOSED,
        )


@watchers.register(15)
def unmatched_after_the_mix(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Who came to a mix meeting and went home without a buddy is never forgotten."""
    waiting = Participant.objects.unmatched().filter(
        project__in=projects,
        attendances__present=True,
        attendances__meeting__kind=Meeting.Kind.MIX,
        attendances__meeting__starts_at__date__lt=today,
    )
    counts = dict(waiting.order_by().values_list("project").annotate(Count("pk", distinct=True)))
    for project in projects:
        if count := counts.get(project.pk):
            yield counted(
                project,
                count,
                _UNMATCHED,
                key="unmatched_after_the_mix",
                url=reverse("participants:list", args=[project.slug]) + "?status=signed_up&attendance=came_to_mix",
                deed=_("Bekijk wie"),
            )


@watchers.register(18)
def signed_up_but_not_seen(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Who signed up more than two weeks ago and was never seen: at no meeting, and in no couple.

    Not who is called about a meeting they missed; and not while there was no meeting since they signed up.
    """
    since = OuterRef("signed_up_on")
    held = Meeting.objects.filter(project=OuterRef("project"), starts_at__date__gt=since, starts_at__date__lt=today)
    rows = (
        Participant.objects.unmatched()
        .filter(Exists(held), project__in=projects, signed_up_on__lt=today - NOT_SEEN_AFTER)
        .exclude(Exists(Attendance.objects.filter(participant=OuterRef("pk"), present=True)))
        .exclude(Exists(AbsenceCall.objects.filter(participant=OuterRef("pk"))))
        .exclude(Exists(Participant.history.filter(id=OuterRef("pk"), status=Status.COUPLED)))
        .select_related("person", "project")
        .in_order_of_name()
    )
    called = {row.participant.pk for row in absentees(projects, today)} if rows else set()
    for participant in rows:
        if participant.pk not in called:
            people = reverse("participants:list", args=[participant.project.slug])
            yield AttentionItem(
                project=participant.project,
                title=_("%(name)s schreef zich in en is nog nergens geweest") % {"name": participant.person.goes_by},
                reason=_("%(project)s, ingeschreven op %(day)s")
                % {"project": participant.project, "day": day(participant.signed_up_on)},
                url=participant.get_absolute_url(),
                deed=_("Bel en nodig uit"),
                key=f"signed_up_but_not_seen:{participant.pk}",
                tally=_NOT_SEEN,
                all_url=f"{people}?status=signed_up&attendance=never_seen",
            )


@watchers.register(16)
def registrations_parked(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Registrations that arrived with something wrong, and tablets that still hold some nobody else has."""
    parked = dict(Parked.objects.waiting().order_by().values_list("project").annotate(Count("pk")))
    held = dict(Tablet.objects.holding().order_by().values_list("project").annotate(Sum("waiting")))
    for project in projects:
        if count := parked.get(project.pk):
            page = reverse("participants:parked_list", args=[project.slug])
            yield counted(project, count, _PARKED, key="registrations_parked", url=page, deed=_("Oplossen"))
        if count := held.get(project.pk):
            page = reverse("participants:tablets", args=[project.slug])
            yield counted(project, count, _ON_A_TABLET, key="held_by_a_tablet", url=page, deed=_("Bekijk welke"))


@watchers.register(9)
def took_consent_back(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Somebody in a couple took back the consent to take part: the other one is told, and the couple is ended."""
    coupled = Participant.objects.filter(project__in=projects, status=Status.COUPLED)
    for participant in coupled.took_consent_back().select_related("person", "project"):
        yield AttentionItem(
            project=participant.project,
            title=_("%(name)s trok de toestemming in en zit nog in een koppel") % {"name": participant.person.goes_by},
            reason=str(participant.project),
            url=participant.get_absolute_url(),
            deed=_("Bel en stop het koppel"),
            key=f"took_consent_back:{participant.pk}",
            tally=_TOOK_BACK,
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
            page = reverse("participants:copies", args=[project.slug])
            yield counted(project, count, _COPIES, key="copies_to_hand_out", url=page, deed=_("Printen"), urgent=False)


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
                title=_("%(claims)s, samen %(total)s")
                % {"claims": said(_CLAIMS, row["count"]), "total": euro(row["total"])},
                reason=str(project),
                url=reverse("participants:claims", args=[project.slug]),
                deed=_("Beoordeel"),
                mark=str(row["count"]),
                urgent=False,
                key="claims_waiting",
                tally=_CLAIMS,
                count=row["count"],
            )
