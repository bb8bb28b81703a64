"""What happens between a couple's first day and its last: a pause, the wish to go on, and going on."""

from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from matching.actions.couples import _active
from matching.models import Couple, CoupleMember, GoingOn, Pause
from matching.models.couple import named
from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from mixen.templatetags.display import day as written

LONGEST_PAUSE = timedelta(days=366)


@action
def say_going_on(*, member: CoupleMember, wants: bool, by: User | None) -> GoingOn:
    """A member wants to go on after the agreed time, or not. ``by`` noted it; None: they said so themselves.

    Said again, the last word counts. Raises DomainError for who left, or when the couple was extended already.
    """
    couple = _active(member.couple)
    mine = couple.members.select_for_update().filter(pk=member.pk, left_on__isnull=True).first()
    if mine is None:
        raise DomainError(_("Deze deelnemer zit niet meer in dit koppel."))
    if not couple.can_be_extended:
        raise DomainError(_("Dit koppel is al verlengd."))
    said = {"wants": wants, "noted_by": by, "said_at": timezone.now()}
    row, _made = GoingOn.objects.update_or_create(member=mine, defaults=said)
    return row


@action
def extend_couple(*, couple: Couple, by: User | None) -> Couple:
    """Three months longer, once, when everybody in it wants that. DomainError names who does not, or has not said."""
    couple = _active(couple)
    if not couple.can_be_extended:
        raise DomainError(_("Dit koppel is al verlengd."))
    members = couple.members.filter(left_on__isnull=True).select_related("participant__person", "going_on")
    wishes: dict[bool | None, list[str]] = {}
    for member in members.order_by("slot"):
        wishes.setdefault(_wants(member), []).append(member.participant.person.goes_by)
    if no := wishes.get(False):
        raise DomainError(_("Verlengen kan niet: %(names)s wil stoppen.") % {"names": named(no)})
    if silent := wishes.get(None):
        raise DomainError(
            _("Vraag het eerst aan %(names)s. Verlengen kan pas als iedereen in het koppel door wil.")
            % {"names": named(silent)}
        )
    couple.planned_end = couple.longest_end
    couple.save()
    return couple


def _wants(member: CoupleMember) -> bool | None:
    """What a member last said about going on; who asked to stop altogether does not want it. None: nothing yet."""
    if member.participant.stop_wishes.filter(handled_at__isnull=True).exists():
        return False
    said = getattr(member, "going_on", None)
    return said.wants if said else None


@action
def pause_couple(
    *, couple: Couple, since: date, reason: str, by: User | None, until: date | None = None, moves_end: bool = True
) -> Pause:
    """A couple does not meet from ``since`` to ``until`` (None: nobody knows yet), and is left in peace.

    With ``moves_end`` its last day moves by as many days, as soon as the last day of the pause is known. Raises
    DomainError for days outside the couple's time, longer than a year, and for days that are in another pause.
    """
    couple = _active(couple)
    _check_days(couple, since, until)
    for other in couple.pauses.all():
        if (until is None or other.since <= until) and (other.until is None or other.until >= since):
            raise DomainError(
                _("Dit koppel heeft al pauze vanaf %(day)s. Kies andere dagen.") % {"day": written(other.since)},
                field="since",
            )
    pause = Pause.objects.create(couple=couple, since=since, until=until, reason=reason, moves_end=moves_end)
    _move_end(couple, pause.days_moved)
    return pause


@action
def resume_couple(*, couple: Couple, by: User | None, on: date | None = None, moves_end: bool = True) -> Couple:
    """The couple meets again from ``on`` (today): its pause ends the day before.

    ``moves_end`` says whether the couple's last day moves by the length of the pause. A pause that has not begun does
    not take place. Raises DomainError without a pause, for a day before it began, or more than a year after that.
    """
    couple = _active(couple)
    on = on or timezone.localdate()
    last = [pause for pause in couple.pauses.all() if pause.until is None or pause.until >= timezone.localdate()]
    if not last:
        raise DomainError(_("Dit koppel heeft geen pauze."))
    pause = min(last, key=lambda one: one.since)
    before = pause.days_moved
    if pause.since >= max(on, timezone.localdate()):
        pause.delete()
        _move_end(couple, -before)
        return couple
    if on <= pause.since:
        raise DomainError(
            _("De pauze begon op %(day)s. Kies een latere dag.") % {"day": written(pause.since)}, field="on"
        )
    _check_length(pause.since, on - timedelta(days=1), "on")
    pause.until, pause.moves_end = on - timedelta(days=1), moves_end
    pause.save()
    _move_end(couple, pause.days_moved - before)
    return couple


def _check_days(couple: Couple, since: date, until: date | None) -> None:
    if since < couple.formed_on:
        raise DomainError(_("Deze datum ligt voor de dag waarop het koppel begon."), field="since")
    if since > couple.planned_end:
        raise DomainError(_("Deze datum ligt na de laatste dag van het koppel."), field="since")
    if until and until < since:
        raise DomainError(_("De laatste dag kan niet voor de eerste dag liggen."), field="until")
    if until:
        _check_length(since, until, "until")


def _check_length(since: date, until: date, field: str) -> None:
    """A slip in a year would move the couple's last day, and all that goes by it, for as long."""
    if until - since > LONGEST_PAUSE:
        raise DomainError(
            _("Een pauze duurt ten hoogste een jaar. Kies een dag tot en met %(day)s.")
            % {"day": written(since + LONGEST_PAUSE)},
            field=field,
        )


def _move_end(couple: Couple, days: int) -> None:
    if days:
        couple.planned_end += timedelta(days=days)
        couple.save(update_fields=["planned_end"])
