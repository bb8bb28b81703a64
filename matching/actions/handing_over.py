"""An ambassador is away: another takes over the calls, and who they are about."""

from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from matching.actions.calls import put_on_list
from matching.models import CheckIn, Couple
from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from participants.actions import assign_ambassador
from participants.models import Participant
from projects.models import Project


class HandedOver(NamedTuple):
    """How many calls, couples and participants went to somebody else."""

    calls: int
    couples: int
    people: int


@action
def hand_over_calls(*, project: Project, of: User, to: User, by: User | None, people_too: bool = True) -> HandedOver:
    """Give the open calls of ``of`` to ``to``, who gets the list by mail.

    ``people_too`` gives their couples and the participants assigned to them as well, so that the next calls go to
    ``to`` from the start. Raises DomainError when ``to`` is not in the team, is the same person, or there is nothing.
    """
    if of.pk == to.pk:
        raise DomainError(_("Kies iemand anders dan degene die weg is."), field="to")
    if not to.is_active or not project.memberships.filter(user=to).exists():
        raise DomainError(_("%(name)s zit niet in het team van dit project.") % {"name": to.name}, field="to")
    calls = list(CheckIn.objects.open().select_for_update(of=("self",)).filter(project=project, ambassador=of))
    for check_in in calls:
        check_in.ambassador = to
        check_in.save()
    handed = HandedOver(len(calls), *(_hand_over_people(project, of, to, by) if people_too else (0, 0)))
    if not any(handed):
        raise DomainError(_("%(name)s heeft niets om over te dragen.") % {"name": of.name}, field="of")
    today = timezone.localdate()
    for check_in in calls:
        put_on_list(check_in, max(check_in.due_on, today))
    return handed


def _hand_over_people(project: Project, of: User, to: User, by: User | None) -> tuple[int, int]:
    """The couples that go on and everybody who did not stop; what is over stays with who did it."""
    couples = Couple.objects.active().select_for_update().filter(project=project, ambassador=of).order_by("pk")
    for couple in couples:
        couple.ambassador = to
        couple.save()
    people = list(Participant.objects.active().filter(project=project, ambassador=of).order_by("pk"))
    for participant in people:
        assign_ambassador(participant=participant, ambassador=to, by=by)
    return len(couples), len(people)
