"""The phone calls early on and halfway."""

from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from matching.actions.appointments import note_next_appointment
from matching.models import CallList, CheckIn, Couple, CoupleMember
from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from projects.models import Project


def due_days(member: CoupleMember) -> dict[CheckIn.Kind, date]:
    """When each call is due, by the project's calendar.

    The early one so many days after joining; halfway from the project's own day on, or else, and for who joins on
    that day or later, in the middle of their time. Neither comes after the planned end, nor halfway before early.
    """
    couple, project = member.couple, member.couple.project
    last = max(couple.planned_end, member.joined_on)
    early = min(member.joined_on + timedelta(days=project.early_call_after), last)
    halfway = member.joined_on + (last - member.joined_on) / 2
    if project.halfway_calls_from and member.joined_on < project.halfway_calls_from:
        halfway = project.halfway_calls_from
    return {CheckIn.Kind.EARLY: early, CheckIn.Kind.HALFWAY: min(max(halfway, early), last)}


@action
def make_due_check_ins(*, by: User | None, on: date | None = None) -> list[CheckIn]:
    """Make the calls that are due on ``on`` for everybody in an active couple, and one call list per ambassador.

    Who is in a pause is called when it is over.

    Run again it makes nothing twice: a call is one row per member and kind, a list one per ambassador and day.
    """
    on = on or timezone.localdate()
    couples = Couple.objects.going_out(on).values("pk")
    members = CoupleMember.objects.filter(left_on__isnull=True, couple__in=couples, joined_on__lte=on)
    known = set(CheckIn.objects.filter(member__in=members).values_list("member", "kind"))
    made = []
    for member in members.select_related("couple__project", "participant"):
        for kind, due in due_days(member).items():
            if due <= on and (member.pk, kind) not in known:
                check_in, is_new = _make(member, kind, due)
                made += [check_in] if is_new else []
    for check_in in made:
        put_on_list(check_in, on)
    return made


def put_on_list(check_in: CheckIn, on: date) -> None:
    """A list for who calls; when the one of that day is out or on its way, the call goes on the next day's."""
    if check_in.ambassador_id is None:
        return
    for day in (on, on + timedelta(days=1)):
        call_list, _new = CallList.objects.get_or_create(
            project_id=check_in.project_id, ambassador_id=check_in.ambassador_id, day=day
        )
        if CallList.objects.select_for_update(of=("self",)).get(pk=call_list.pk).claimed_at is None:
            return


def _make(member: CoupleMember, kind: CheckIn.Kind, due: date) -> tuple[CheckIn, bool]:
    """The call of ``member``, and whether it is new: two runs at once meet at the unique key."""
    return CheckIn.objects.get_or_create(
        member=member,
        kind=kind,
        defaults={
            "project_id": member.couple.project_id,
            "due_on": due,
            "ambassador_id": member.couple.ambassador_id or member.participant.ambassador_id,
        },
    )


@action
def move_calls(*, project: Project, by: User | None, on: date | None = None) -> list[CheckIn]:
    """Give the calls that nobody tried yet the day of the project's calendar as it is now; those that moved."""
    on = on or timezone.localdate()
    rows = CheckIn.objects.untouched().select_for_update(of=("self",)).filter(project=project)
    moved = []
    for check_in in rows.select_related("member__couple__project").order_by("pk"):
        due = due_days(check_in.member)[CheckIn.Kind(check_in.kind)]
        if due != check_in.due_on:
            check_in.due_on = due
            check_in.save()
            moved.append(check_in)
    for check_in in moved:
        put_on_list(check_in, max(check_in.due_on, on))
    return moved


@action
def record_call(
    *,
    check_in: CheckIn,
    outcome: CheckIn.Outcome | str,
    note: str,
    by: User | None,
    on: date | None = None,
    next_at: datetime | None = None,
    next_place: str = "",
    known_attempts: int | None = None,
) -> CheckIn:
    """Note how a call went. 'No answer' counts an attempt; three of those go to the coordinator.

    ``next_at`` and ``next_place`` are the couple's next appointment, when it was told. ``known_attempts`` is how often
    was called as the page knew it: a button that is pressed twice is one call. Raises DomainError as
    ``note_next_appointment``.
    """
    on = on or timezone.localdate()
    locked = CheckIn.objects.select_for_update(of=("self",)).select_related("member__couple").get(pk=check_in.pk)
    newer = known_attempts is not None and locked.attempts > known_attempts and locked.called_on == on
    if newer and locked.outcome == outcome and note in ("", locked.note):
        return locked
    locked.outcome = CheckIn.Outcome(outcome)
    locked.attempts += 1
    locked.note = note or locked.note
    locked.called_on = on
    locked.handled_on = None
    locked.save()
    if next_at is not None:
        note_next_appointment(couple=locked.member.couple, at=next_at, place=next_place, by=by)
    return locked


@action
def handle_check_in(
    *, check_in: CheckIn, note: str, by: User | None, again: bool = False, on: date | None = None
) -> CheckIn:
    """The coordinator did something about a call for help, or about somebody who does not answer or stops.

    ``note`` says what was done, for who called to read. ``again`` puts it back on the list of who calls, as new.
    Raises DomainError without a note, or when there was nothing to take up any more.
    """
    if not note.strip():
        raise DomainError(_("Schrijf op wat er is gedaan. Wie belde, kan het dan lezen."), field="note")
    locked = CheckIn.objects.select_for_update().get(pk=check_in.pk)
    if not CheckIn.objects.for_the_coordinator().filter(pk=locked.pk).exists():
        raise DomainError(_("Dit is al opgepakt, of er is intussen opnieuw gebeld. Kijk hoe het nu staat."))
    locked.handled_on, locked.handled_note = on or timezone.localdate(), note
    if again:
        locked.outcome, locked.attempts = CheckIn.Outcome.OPEN, 0
    locked.save()
    if again:
        put_on_list(locked, locked.handled_on)
    return locked
