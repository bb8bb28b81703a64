"""Planning excursions and changing them, calling one off, signing up, and who came along."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from excursions.models import Excursion, Place, Signup
from excursions.models.excursion import ZERO
from excursions.telling import tell
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
    guides: Iterable[User] = (),
    price: Decimal | None = None,
    stadspas_price: Decimal | None = None,
) -> Excursion:
    """Add an excursion. Without prices those of the place hold; EUR per person.

    Raises DomainError when the same one is there already.
    """
    Project.objects.select_for_update().get(pk=project.pk)
    excursion = Excursion(
        project=project, name=name, starts_at=starts_at, meeting_point=meeting_point, capacity=capacity, place=place
    )
    _set_prices(excursion, price, stadspas_price)
    _refuse_a_second(excursion)
    excursion.full_clean()
    excursion.save()
    excursion.guides.set(guides)
    return excursion


@action
def change_excursion(
    *,
    excursion: Excursion,
    name: str,
    starts_at: datetime,
    meeting_point: str,
    capacity: int,
    by: User | None,
    place: Place | None = None,
    guides: Iterable[User] = (),
    price: Decimal | None = None,
    stadspas_price: Decimal | None = None,
) -> list[Signup]:
    """Change what was planned. With more places the line moves up; who that was is returned.

    Everybody who goes or waits is told of another time or meeting point. Raises DomainError when ``capacity`` is less
    than who goes, or than a couple that waits, when it was called off, or moves after somebody noted who came.
    """
    locked = Excursion.objects.select_for_update().get(pk=excursion.pk)
    _refuse_cancelled(locked)
    _refuse_too_small(locked, capacity)
    if starts_at != locked.starts_at and locked.signups.filter(attended__isnull=False).exists():
        raise DomainError(_("Van deze excursie is al genoteerd wie meeging. De dag ligt nu vast."), field="day")
    moved = starts_at != locked.starts_at or meeting_point != locked.meeting_point
    locked.name, locked.starts_at, locked.meeting_point, locked.place = name, starts_at, meeting_point, place
    locked.capacity = capacity
    _set_prices(locked, price, stadspas_price)
    _refuse_a_second(locked)
    locked.full_clean()
    locked.save()
    locked.guides.set(guides)
    if moved:
        tell(locked, "excursion_moved", locked.signups.listed())
    return _move_up(locked)


@action
def cancel_excursion(*, excursion: Excursion, reason: str, by: User | None) -> Excursion:
    """Call a whole excursion off; everybody who goes or waits is told, with the reason.

    Raises DomainError without a reason, when that was done already, or when it has begun.
    """
    locked = Excursion.objects.select_for_update().get(pk=excursion.pk)
    if not reason:
        raise DomainError(_("Schrijf op waarom."), field="reason")
    _refuse_cancelled(locked)
    if locked.has_begun:
        raise DomainError(_("Deze excursie is al begonnen of geweest."))
    locked.cancelled_at, locked.cancelled_because = timezone.now(), reason
    locked.save()
    tell(locked, "excursion_cancelled", locked.signups.listed())
    return locked


def _set_prices(excursion: Excursion, price: Decimal | None, stadspas_price: Decimal | None) -> None:
    place = excursion.place
    excursion.price = price if price is not None else place.price if place else ZERO
    if stadspas_price is None:
        # Typed without the other one, a price holds for everybody; else the place knows both.
        stadspas_price = price if price is not None else place.stadspas_price if place else ZERO
    excursion.stadspas_price = stadspas_price


def _refuse_a_second(excursion: Excursion) -> None:
    same = Excursion.objects.filter(
        project=excursion.project_id, name=excursion.name, starts_at=excursion.starts_at
    ).exclude(pk=excursion.pk)
    if same.exists():
        raise DomainError(_("Deze excursie staat er al."), field="name")


def _refuse_too_small(excursion: Excursion, capacity: int) -> None:
    """Who goes keeps the place, and no couple waits in front of others for what can never hold it."""
    going = excursion.signups.going().count()
    if capacity < going:
        raise DomainError(
            _("Er gaan al %(people)s mensen mee. Vul ten minste dat aantal in.") % {"people": going}, field="capacity"
        )
    waiting = Counter(excursion.signups.in_line().exclude(couple=None).values_list("couple", flat=True))
    largest = max(waiting.values(), default=0)
    if capacity < largest:
        raise DomainError(
            _("Op de wachtlijst staan %(people)s mensen die samen gaan. Vul ten minste dat aantal in.")
            % {"people": largest},
            field="capacity",
        )


def _refuse_cancelled(excursion: Excursion) -> None:
    if excursion.is_cancelled:
        raise DomainError(_("Deze excursie gaat niet door."))


@action
def sign_up(
    *, excursion: Excursion, people: Sequence[Participant], by: User | None, couple: Couple | None = None
) -> list[Signup]:
    """Sign up one person, or a couple together: with too few places left all of them wait, so no couple is split.

    Raises DomainError when somebody is on the list already or does not take part, or when it was called off.
    """
    locked = Excursion.objects.select_for_update().get(pk=excursion.pk)
    _refuse_cancelled(locked)
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
    listed = locked.signups.listed().filter(participant__in=people)
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
    """Somebody does not go. Who was first in line moves up and is told; a couple moves up together.

    Returns who moved up.
    """
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
    room = 0 if excursion.is_cancelled else excursion.capacity - excursion.signups.going().count()
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
    tell(excursion, "excursion_moved_up", moved)
    return moved


@action
def note_attendance(*, signup: Signup, attended: bool | None, by: User | None) -> Signup:
    """Note whether somebody with a place came along; None takes back what was noted.

    Raises DomainError for who had no place, and for what is still to come.
    """
    locked = Signup.objects.select_for_update(of=("self",)).select_related("excursion").get(pk=signup.pk)
    if locked.state != Signup.State.GOING:
        raise DomainError(_("Alleen wie een plaats had, kan zijn meegegaan."))
    _refuse_to_come(locked.excursion)
    locked.attended = attended
    locked.save()
    return locked


@action
def note_rest_absent(*, excursion: Excursion, by: User | None) -> int:
    """Of everybody with a place of whom nothing was noted: they did not come. Gives how many that were.

    Raises DomainError for what is still to come, and while nobody was ticked at all.
    """
    locked = Excursion.objects.select_for_update().get(pk=excursion.pk)
    _refuse_to_come(locked)
    if not locked.signups.filter(attended=True).exists():
        raise DomainError(_("Tik eerst aan wie er wel is."))
    rest = list(locked.signups.going().filter(attended__isnull=True))
    for signup in rest:
        signup.attended = False
        signup.save()
    return len(rest)


def _refuse_to_come(excursion: Excursion) -> None:
    _refuse_cancelled(excursion)
    if not excursion.can_be_ticked:
        raise DomainError(_("Deze excursie moet nog komen."))
