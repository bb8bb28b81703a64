"""How long somebody's own link opens their page: until a month after the last thing it can be of use for."""

from collections.abc import Callable
from datetime import date, timedelta

from django.utils import timezone

from participants.models import Participant, PersonalLink, Status
from projects.registry import Registry

LASTS_AFTER = timedelta(days=30)
# What a higher app knows of: the last day on which somebody still needs their page; None where it knows of none.
Needed = Callable[[Participant], date | None]
needed_until: Registry[Needed] = Registry("personal")


def link_of(token: str) -> PersonalLink | None:
    """The link that ``token`` opens; None for a guessed, changed or revoked one, or when its time is over."""
    link = PersonalLink.of_token(token)
    return link if link and still_opens(link) else None


def still_opens(link: PersonalLink) -> bool:
    """Whether the time of ``link`` is not over yet."""
    return timezone.localdate() <= lasts_until(link.participant)


def lasts_until(participant: Participant) -> date:
    """The last day on which the link of ``participant`` works.

    A month after the project, or after what other apps need it for when that is later; a month after stopping for
    who stopped.
    """
    stopped = _stopped_on(participant)
    if stopped:
        return stopped + LASTS_AFTER
    days = [day for ask in needed_until if (day := ask(participant))]
    return max([participant.project.ends_on, *days]) + LASTS_AFTER


def _stopped_on(participant: Participant) -> date | None:
    """The day on which somebody who stopped did so, the last time they did."""
    if participant.status != Status.STOPPED:
        return None
    rows = participant.history.order_by("history_date", "history_id")
    before = rows.exclude(status=Status.STOPPED).last()
    since = rows.filter(history_id__gt=before.history_id) if before else rows
    first = since.first()
    return timezone.localdate(first.history_date) if first else None
