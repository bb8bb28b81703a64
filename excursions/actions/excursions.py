"""Planning excursions, signing up for them, and who came along."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from excursions.models import Excursion, Place, Signup
from matching.models import Couple
from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from participants.models import Participant, Status
from projects.models import Project

CUSTOMARY_NUMBER = 6


@action
def plan_excursion(
    *,
    project: Project,
    name: str,
    starts_at: datetime,
    meeting_point: str,
    capacity: int,
    by: User | None,
    place: Place | None = None,
    guide: User | None = None,
) -> Excursion:
    """Add an excursion. Raises DomainError when the same one is there already."""
    Project.objects.select_for_update().get(pk=project.pk)
    if Excursion.objects.filter(project=project, name=name, starts_at=starts_at).exists():
        raise DomainError(_("Deze excursie staat er al."), field="name")
    excursion = Excursion(
        project=project,
        name=name,
        starts_at=starts_at,
        meeting_point=meeting_point,
        capacity=capacity,
        place=place,
        guide=guide,
    )
    excursion.full_clean()
    excursion.save()
    return excursion


@action
def sign_up(
    *, excursion: Excursion, people: Sequence[Participant], by: User | None, couple: Couple | None = None
) -> list[Signup]:
    """Sign up one person, or a couple together: with too few places left all of them wait, so no couple is split.

    Raises DomainError when somebody is on the list already or does not take part.
    """
    locked = Excursion.objects.select_for_update().get(pk=excursion.pk)
    if len({person.pk for person in people}) != len(people):
        raise DomainError(_("Je koos dezelfde persoon twee keer."), field="who")
    if len(people) > locked.capacity:
        raise DomainError(
            _("Deze excursie heeft maar %(places)s plaatsen, en jullie zijn met %(people)s.")
            % {"places": locked.capacity, "people": len(people)},
            field="who",
        )
    for person in people:
        if person.project_id != locked.project_id or person.status in {Status.STOPPED, Status.INTERESTED}:
            raise DomainError(_("%(name)s doet niet mee in dit project.") % {"name": person.person.goes_by})
    listed = locked.signups.exclude(state=Signup.State.CANCELLED).filter(participant__in=people)
    if known := listed.select_related("participant__person").first():
        raise DomainError(_("%(name)s staat al op de lijst.") % {"name": known.participant.person.goes_by})
    room = locked.capacity - locked.signups.going().count()
    queue = locked.signups.in_line().exists()
    state = Signup.State.GOING if len(people) <= room and not queue else Signup.State.WAITING
    return [
        Signup.objects.create(excursion=locked, participant=person, couple=couple, state=state) for person in people
    ]


@action
def cancel_signup(*, signup: Signup, by: User | None) -> list[Signup]:
    """Somebody does not go. Who was first in line moves up; a couple moves up together. Returns who moved up."""
    excursion = Excursion.objects.select_for_update().get(pk=signup.excursion_id)
    locked = Signup.objects.select_for_update().get(pk=signup.pk)
    if locked.state == Signup.State.CANCELLED:
        return []
    locked.state, locked.attended = Signup.State.CANCELLED, None
    locked.save()
    return _move_up(excursion)


def _move_up(excursion: Excursion) -> list[Signup]:
    """Fill free places from the line, in order of arrival; a couple that does not fit keeps its place at the front."""
    moved: list[Signup] = []
    room = excursion.capacity - excursion.signups.going().count()
    while room > 0 and (first := excursion.signups.in_line().first()):
        together = [first]
        if first.couple_id:
            together = list(excursion.signups.in_line().filter(couple=first.couple_id))
        if len(together) > room:
            break
        for signup in together:
            signup.state = Signup.State.GOING
            signup.save()
        moved += together
        room -= len(together)
    return moved


@action
def note_attendance(*, signup: Signup, attended: bool, by: User | None) -> Signup:
    """Note whether somebody with a place came along."""
    locked = Signup.objects.select_for_update(of=("self",)).select_related("excursion").get(pk=signup.pk)
    if locked.state != Signup.State.GOING:
        raise DomainError(_("Alleen wie een plaats had, kan zijn meegegaan."))
    if locked.excursion.day > timezone.localdate():
        raise DomainError(_("Deze excursie moet nog komen."))
    locked.attended = attended
    locked.save()
    return locked
