"""The phone calls early on and halfway."""

from datetime import date, timedelta

from django.utils import timezone

from matching.models import CallList, CheckIn, Couple, CoupleMember
from mixen.accounts.audit import action
from mixen.accounts.models import User

EARLY_AFTER = timedelta(days=14)


def due_days(member: CoupleMember) -> dict[CheckIn.Kind, date]:
    """When each call is due: two weeks after joining, and halfway to the couple's planned end."""
    return {
        CheckIn.Kind.EARLY: member.joined_on + EARLY_AFTER,
        CheckIn.Kind.HALFWAY: member.joined_on + (member.couple.planned_end - member.joined_on) / 2,
    }


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
    for member in members.select_related("couple", "participant"):
        for kind, due in due_days(member).items():
            if due <= on and (member.pk, kind) not in known:
                check_in, is_new = _make(member, kind, due)
                made += [check_in] if is_new else []
    for check_in in made:
        if check_in.ambassador_id:
            _tell(check_in, on)
    return made


def _tell(check_in: CheckIn, on: date) -> None:
    """A list for who calls; when the one of today is out or on its way, the call goes on tomorrow's."""
    for day in (on, on + timedelta(days=1)):
        call_list, _new = CallList.objects.get_or_create(
            project=check_in.project, ambassador=check_in.ambassador, day=day
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
def record_call(
    *, check_in: CheckIn, outcome: CheckIn.Outcome | str, note: str, by: User | None, on: date | None = None
) -> CheckIn:
    """Note how a call went. 'No answer' counts an attempt; three of those go to the coordinator."""
    locked = CheckIn.objects.select_for_update().get(pk=check_in.pk)
    locked.outcome = CheckIn.Outcome(outcome)
    locked.attempts += 1
    locked.note = note or locked.note
    locked.called_on = on or timezone.localdate()
    locked.handled_on = None
    locked.save()
    return locked


@action
def handle_check_in(*, check_in: CheckIn, by: User | None, on: date | None = None) -> CheckIn:
    """The coordinator took up a call for help or somebody who does not answer."""
    check_in.handled_on = on or timezone.localdate()
    check_in.save(update_fields=["handled_on"])
    return check_in
