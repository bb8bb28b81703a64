"""What is asked about keeping people's data: by themselves, and of who waits so long that they must choose."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from mixen import sms
from mixen.templatetags.display import day
from participants.models import DataRequest, Message, Participant
from participants.reminders_staying import KIND, LAST_DAYS, about_since
from participants.staying import Stay, to_be_asked
from projects.models import Project
from projects.permissions import Permission
from projects.watching import AttentionItem, watchers

_REQUESTS = ngettext_lazy(
    "%(count)s deelnemer vraagt iets over de eigen gegevens",
    "%(count)s deelnemers vragen iets over de eigen gegevens",
    "count",
)
_TO_ASK = ngettext_lazy(
    "Vraag %(count)s deelnemer of die op de lijst wil blijven",
    "Vraag %(count)s deelnemers of ze op de lijst willen blijven",
    "count",
)


@watchers.register(5)
def own_data_requests(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Who asks for everything that is kept, or to be erased, until it was answered; the coordinator's alone."""
    rows = DataRequest.objects.open().filter(participant__project__in=projects)
    for row in rows.select_related("participant__person", "participant__project"):
        yield AttentionItem(
            project=row.participant.project,
            title=_("%(name)s: %(what)s") % {"name": row.participant.person.goes_by, "what": row.get_kind_display()},
            reason=_("%(project)s, gevraagd op %(day)s. Antwoord uiterlijk %(last)s.")
            % {"project": row.participant.project, "day": day(row.asked_at), "last": day(row.answer_by)},
            url=reverse("participants:own_data_file", args=[row.participant.project.slug, row.participant_id]),
            deed=_("Bekijk en antwoord"),
            key=f"own_data_requests:{row.pk}",
            tally=_REQUESTS,
            permission=Permission.ANSWER_FOR_DATA,
        )


@watchers.register(60)
def asked_whether_to_stay(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Who waits half a year, and cannot be asked by message: no address, one that does not work, or no time left."""
    asked = {stay.participant: stay for stay in not_reached(today)}
    people = Participant.objects.filter(pk__in=asked, project__in=projects).select_related("person", "project")
    for participant in people.in_order_of_name():
        yield AttentionItem(
            project=participant.project,
            title=_("Vraag %(name)s of die op de lijst wil blijven") % {"name": participant.person.goes_by},
            reason=_("%(project)s: nog geen mixmaatje. Zonder antwoord gewist op %(day)s.")
            % {"project": participant.project, "day": day(asked[participant.pk].goes_on)},
            url=reverse("participants:stay", args=[participant.project.slug, participant.pk]),
            deed=_("Bel en noteer"),
            urgent=asked[participant.pk].goes_on - today < LAST_DAYS * 4,
            key=f"asked_whether_to_stay:{participant.pk}",
            tally=_TO_ASK,
        )


def not_reached(today: date) -> list[Stay]:
    """Those with an open question to whom no message can put it."""
    asked = to_be_asked(today)
    numbers = [stay.participant for stay in asked]
    failed = Q(kind=KIND) & ~Q(given_up="")
    tried = set(Message.objects.filter(failed, participant__in=numbers).values_list("participant", "about"))
    told = Participant.objects.to_be_told().filter(pk__in=numbers).select_related("person")
    with_a_way = {one.pk for one in told if _has_a_way(one)}
    late = {stay.participant for stay in asked if today >= stay.goes_on - LAST_DAYS}
    return [
        one
        for one in asked
        if one.participant in late
        or one.participant not in with_a_way
        or (one.participant, about_since(one.since)) in tried
    ]


def _has_a_way(participant: Participant) -> bool:
    person = participant.person
    return bool(person.email or (sms.is_on() and sms.mobile(person.phone)))


def projects_that_wait(today: date | None = None) -> set[int]:
    """Projects, over or not, in which somebody waits for something about their own data."""
    asked = not_reached(today or timezone.localdate())
    requests = DataRequest.objects.open().values_list("participant__project", flat=True)
    return {stay.project for stay in asked} | set(requests)
