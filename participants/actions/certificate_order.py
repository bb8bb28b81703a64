"""The order in which certificates are handed out: the order of the programme, and of the print."""

from collections.abc import Iterable

from mixen.accounts.audit import action
from mixen.accounts.models import User
from participants.models import Certificate
from participants.standing import by_name, group_by_group
from projects.models import Project


def _locked(project: Project) -> list[Certificate]:
    """The certificates of ``project`` in their order, held until the end: two who move at once wait for each other."""
    rows = Certificate.objects.of_project(project).select_for_update(of=("self",)).order_by("pk")
    held = list(rows.select_related("participant__person"))
    return sorted(held, key=lambda one: (one.position, one.participant.person.name, one.pk))


def _number(certificates: Iterable[Certificate]) -> None:
    """Give each its place, from 1; only what changes is written."""
    for place, certificate in enumerate(certificates, start=1):
        if certificate.position != place:
            certificate.position = place
            certificate.save(update_fields=["position"])


@action
def move_certificate(*, certificate: Certificate, up: bool, by: User | None) -> None:
    """One place earlier or later among those that are valid; at the end of the row nothing changes."""
    order = _locked(certificate.participant.project)
    place = next(number for number, one in enumerate(order) if one.pk == certificate.pk)
    step = -1 if up else 1
    target = place + step
    while 0 <= target < len(order) and order[target].participant.no_certificate_reason:
        target += step
    if 0 <= target < len(order):
        order.insert(target, order.pop(place))
    _number(order)


@action
def arrange_certificates(*, project: Project, in_couples: bool, by: User | None) -> None:
    """All anew: couple by couple, or by name."""
    order = _locked(project)
    of_participant = {one.participant_id: one for one in order}
    people = [one.participant for one in order]
    arranged = group_by_group(project, people) if in_couples else by_name(people)
    _number(of_participant[one.pk] for one in arranged)
