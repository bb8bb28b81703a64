"""Messages that reach nobody: who is to be called, and whose address is wrong."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from participants.messages import failed_and_ahead
from participants.models import Message, Participant, Status
from participants.models.message import NO_WAY
from projects.models import Project
from projects.watching import AttentionItem, counted, watchers

_NO_WAY = ngettext_lazy(
    "%(count)s deelnemer krijgt geen herinnering: bel even",
    "%(count)s deelnemers krijgen geen herinnering: bel ze",
    "count",
)
_WRONG_ADDRESS = ngettext_lazy(
    "Berichten aan %(count)s deelnemer komen niet aan", "Berichten aan %(count)s deelnemers komen niet aan", "count"
)


def _failed(projects: list[Project]) -> dict[int, dict[int, Message]]:
    """The first message per project and participant that reached nobody; not of who stopped meanwhile."""
    known = {project.pk for project in projects}
    found: dict[int, dict[int, Message]] = {}
    for message in failed_and_ahead(timezone.now()):
        participant = message.participant
        if participant.project_id in known and participant.status != Status.STOPPED:
            found.setdefault(participant.project_id, {}).setdefault(participant.pk, message)
    return found


@watchers.register(8)
def not_reached(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Whose address does not work, each on a line; and how many have none to send a reminder to, while it helps.

    The lines go when the address is changed (the message goes out then) or the thing has begun.
    """
    failed = _failed(projects)
    for project in projects:
        messages = list(failed.get(project.pk, {}).values())
        for message in messages:
            if message.given_up != NO_WAY:
                yield _wrong_address(project, message)
        if count := sum(message.given_up == NO_WAY for message in messages):
            yield counted(
                project,
                count,
                _NO_WAY,
                key="not_reached:no_way",
                url=reverse("participants:list", args=[project.slug]) + "?messages=no_way",
                deed=_("Bekijk wie"),
                reason=_("%(project)s: geen e-mail en geen mobiel nummer") % {"project": project},
            )


def _wrong_address(project: Project, message: Message) -> AttentionItem:
    participant: Participant = message.participant
    by_mail = message.channel == Message.Channel.EMAIL
    title = _("E-mail aan %(name)s komt niet aan") if by_mail else _("Sms aan %(name)s komt niet aan")
    return AttentionItem(
        project=project,
        title=title % {"name": participant.person.goes_by},
        reason=_("%(project)s: %(why)s") % {"project": project, "why": message.given_up},
        url=reverse("participants:detail", args=[project.slug, participant.pk]),
        deed=_("Verbeter het adres") if by_mail else _("Verbeter het nummer"),
        key=f"not_reached:{participant.pk}",
        tally=_WRONG_ADDRESS,
    )
