"""Who brings what to the buffet of a meeting, and who receives the others."""

from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from participants.models import Dish, Host, Participant, Status
from projects.models import Meeting


@action
def add_dish(
    *, meeting: Meeting, what: str, by: User | None, participant: Participant | None = None, brought_by: str = ""
) -> Dish:
    """Note a dish, brought by a participant or by somebody in words. Raises DomainError when it is both or neither."""
    if (participant is None) == (not brought_by):
        raise DomainError(_("Kies een deelnemer, of schrijf op wie het meebrengt. Niet allebei."), field="participant")
    if participant:
        _hold_to_project(meeting, participant)
    return Dish.objects.create(meeting=meeting, what=what, participant=participant, brought_by=brought_by)


@action
def remove_dish(*, dish: Dish, by: User | None) -> None:
    """Take a dish off the list."""
    dish.delete()


@action
def name_host(*, meeting: Meeting, participant: Participant, by: User | None, task: str = "") -> Host:
    """Somebody receives the others at ``meeting``. Raises DomainError when they do already, or stopped."""
    _hold_to_project(meeting, participant)
    if Host.objects.filter(meeting=meeting, participant=participant).exists():
        raise DomainError(
            _("%(name)s is al gastheer of gastvrouw.") % {"name": participant.person.goes_by}, field="participant"
        )
    return Host.objects.create(meeting=meeting, participant=participant, task=task)


@action
def remove_host(*, host: Host, by: User | None) -> None:
    """Somebody does not receive the others after all."""
    host.delete()


def _hold_to_project(meeting: Meeting, participant: Participant) -> None:
    if participant.project_id != meeting.project_id or participant.status == Status.STOPPED:
        raise DomainError(_("Kies iemand die meedoet in dit project."), field="participant")
