"""Forming, widening and ending a couple. Status of its people moves in the same transaction."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from dateutil.relativedelta import relativedelta
from django.utils import timezone
from django.utils.translation import gettext as _

from matching.cases import for_women_rule, kept_apart, previous_pairs
from matching.models import Board, Choice, Couple, CoupleMember, EndReason
from matching.models.couple import MOST_NEW
from matching.solver import women_rule_broken_by
from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from mixen.templatetags.display import moment
from participants.actions import (
    assign_ambassador,
    back_to_signed_up,
    become_completed,
    become_coupled,
    become_stopped,
)
from participants.models import Participant, Status
from projects.models import Meeting, Project


@action
def form_couple(
    *,
    project: Project,
    old: Participant,
    new: Sequence[Participant],
    by: User | None,
    meeting: Meeting | None = None,
    origin: Couple.Origin = Couple.Origin.BY_HAND,
    why: str = "",
    on: date | None = None,
    ambassador: User | None = None,
    again: bool = False,
) -> Couple:
    """Make a couple of one old and one to three new participants who signed up.

    ``again`` says that two who were a couple before both want it once more; having both said yes at ``meeting`` says
    the same. Raises DomainError when the shape is wrong, a rule would be broken, or somebody is in a couple already,
    naming who was first.
    """
    on = on or timezone.localdate()
    _tell(meeting, _("Er kwam een koppel bij."), by)
    people = _locked(project, [old, *new])
    if not people[0].is_old:
        raise DomainError(_("Een koppel heeft precies één 'oude' Amsterdammer. Kies die hier."), field="old")
    _check_belonging(project, meeting, ambassador)
    _check_shape(people)
    _check_kept_apart(people)
    if not again:
        _check_not_before(people, meeting)
    couple = Couple.objects.create(
        project=project,
        meeting=meeting,
        origin=origin,
        why=why,
        formed_on=on,
        planned_end=on + relativedelta(months=project.couple_months),
        ambassador=ambassador,
    )
    for slot, participant in enumerate(people):
        _add(couple, participant, slot, on, by)
    return couple


@action
def join_couple(
    *, couple: Couple, participant: Participant, by: User | None, on: date | None = None, again: bool = False
) -> CoupleMember:
    """A newcomer joins a standing couple of one old who agrees to more. Raises DomainError as ``form_couple``."""
    couple = _active(couple)
    _tell(couple.meeting, _("Een koppel is groter geworden."), by)
    members = list(couple.members.filter(left_on__isnull=True).select_related("participant"))
    present = [member.participant for member in sorted(members, key=lambda member: member.slot)]
    (newcomer,) = _locked(couple.project, [participant])
    present = [*Participant.objects.select_related("person").filter(pk__in=[one.pk for one in present]), newcomer]
    present.sort(key=lambda one: not one.is_old)
    _check_shape(present)
    _check_kept_apart(present)
    if not again:
        _check_not_before([present[0], newcomer], None)
    taken = {member.slot for member in members}
    slot = next(number for number in range(1, MOST_NEW + 1) if number not in taken)
    return _add(couple, newcomer, slot, on or timezone.localdate(), by)


@action
def end_couple(
    *,
    couple: Couple,
    reason: EndReason | str,
    by: User | None,
    note: str = "",
    stopping: Collection[Participant] = (),
    on: date | None = None,
) -> Couple:
    """End a couple; it stays on record with ``reason``.

    After the agreed time everybody has completed the programme. Else who is ``stopping`` leaves the project, and
    the others are signed up again, to be mixed with somebody else.
    """
    if reason == EndReason.SEPARATED:
        raise DomainError(_("Uit elkaar halen kan alleen de coördinator, bij een zorg."), field="reason")
    couple = _active(couple)
    on = on or timezone.localdate()
    if on < couple.formed_on:
        raise DomainError(_("Een koppel kan niet stoppen voordat het begint."), field="on")
    if reason == EndReason.COMPLETED and on < couple.planned_end and not _closed(couple.project, on):
        raise DomainError(_("De afgesproken tijd is nog niet om. Kies een andere reden."), field="reason")
    _tell(couple.meeting, _("Een koppel is gestopt."), by)
    return _ended(couple, EndReason(reason), on, by, note, {participant.pk for participant in stopping})


def _ended(
    couple: Couple, reason: EndReason, on: date, by: User | None, note: str = "", leaving: Collection[int] = ()
) -> Couple:
    """End a couple that is locked: its people are free, or leave, and its pauses end with it."""
    members = couple.members.filter(left_on__isnull=True)
    # Locked in order of number, as everywhere, so that two deeds at once cannot wait in a ring.
    list(Participant.objects.select_for_update().filter(pk__in=members.values("participant")).order_by("pk"))
    for member in members.select_related("participant__person"):
        member.left_on = max(on, member.joined_on)
        member.save()
        _release(member.participant, reason, member.participant_id in leaving, note, by)
    couple.ended_on, couple.end_reason, couple.end_note = on, reason, note
    couple.save()
    _end_pauses(couple, on)
    return couple


def _end_pauses(couple: Couple, on: date) -> None:
    """A pause ends with its couple, and one that was still to come does not take place; its history stays."""
    for pause in couple.pauses.all():
        if pause.since > on:
            pause.delete()
        elif pause.until is None or pause.until > on:
            pause.until = on
            pause.save(update_fields=["until"])


def _closed(project: Project, on: date) -> bool:
    """Whether the closing meeting was on or before ``on``."""
    closing = project.meetings.closing()
    return closing is not None and closing.day <= on


def _release(participant: Participant, reason: EndReason, leaves: bool, note: str, by: User | None) -> None:
    if participant.status == Status.COMPLETED:
        return
    if leaves:
        become_stopped(participant=participant, reason=note or str(EndReason.STOPPED.label), by=by)
    elif reason == EndReason.COMPLETED:
        become_completed(participant=participant, by=by)
    else:
        back_to_signed_up(participant=participant, by=by)


@action
def note_first_appointment(*, couple: Couple, at: datetime, place: str, confirmed: bool, by: User | None) -> Couple:
    """Date, time and place of the first meeting, read back; DomainError for a day before the couple began."""
    couple = _active(couple)
    if timezone.localdate(at) < couple.formed_on:
        raise DomainError(_("Deze datum ligt voor de dag waarop het koppel begon."), field="day")
    _tell(couple.meeting, _("Een koppel heeft een eerste afspraak."), by)
    couple.first_appointment_at = at
    couple.first_appointment_place = place
    couple.first_appointment_confirmed = confirmed
    couple.save()
    return couple


def _tell(meeting: Meeting | None, what: str, by: User | None) -> None:
    if meeting is not None:
        Board.objects.filter(meeting=meeting).tell(by, what)


def _active(couple: Couple) -> Couple:
    """The couple as it is now, locked; DomainError when it has ended."""
    locked = Couple.objects.select_for_update(of=("self",)).select_related("project").get(pk=couple.pk)
    if not locked.is_active:
        raise DomainError(_("Dit koppel is al gestopt."))
    return locked


def _locked(project: Project, people: Sequence[Participant]) -> list[Participant]:
    """The participants as they are now, locked in order of number so that two deeds at once cannot wait in a ring."""
    wanted = [participant.pk for participant in people]
    if len(set(wanted)) != len(wanted):
        raise DomainError(_("Je koos dezelfde persoon twee keer. Kies iemand anders."))
    rows = Participant.objects.select_for_update().select_related("person").order_by("pk")
    found = {row.pk: row for row in rows.filter(pk__in=wanted, project=project)}
    if len(found) != len(wanted):
        raise DomainError(_("Een van deze deelnemers hoort bij een ander project. Kies opnieuw."))
    for pk in wanted:
        _refuse_if_taken(found[pk])
    return [found[pk] for pk in wanted]


def _refuse_if_taken(participant: Participant) -> None:
    """Who is in a couple, or is kept from being matched: why that is, the coordinator tells."""
    member = (
        CoupleMember.objects.filter(participant=participant, left_on__isnull=True).select_related("couple").first()
    )
    if member is None and participant.not_matched_since:
        raise DomainError(_("Overleg eerst met de coördinator."))
    if member is None:
        return
    first = member.history.order_by("history_date").first()
    who = first.history_user.name if first and first.history_user else _("het systeem")
    raise DomainError(
        _("%(name)s zit al in een koppel: %(couple)s. Dat maakte %(who)s, %(when)s. Kies iemand anders.")
        % {
            "name": participant.person.goes_by,
            "couple": member.couple.title,
            "who": who,
            "when": moment(first.history_date) if first else _("eerder"),
        }
    )


def _check_shape(people: Sequence[Participant]) -> None:
    """One old who agreed to that many new, and the women rule over the whole couple."""
    old = [one for one in people if one.is_old]
    new = [one for one in people if not one.is_old]
    if len(old) != 1:
        raise DomainError(_("Een koppel heeft precies één 'oude' Amsterdammer."), field="old")
    if not new:
        raise DomainError(_("Kies ten minste één 'nieuwe' Amsterdammer."), field="new")
    if len(new) > MOST_NEW:
        raise DomainError(_("Een koppel heeft ten hoogste drie 'nieuwe' Amsterdammers."), field="new")
    if len(new) > old[0].max_new:
        raise DomainError(
            _("%(name)s wil er ten hoogste %(most)s ontmoeten. Vraag het eerst, en pas het aan bij de deelnemer.")
            % {"name": old[0].person.goes_by, "most": old[0].max_new},
            field="new",
        )
    others = women_rule_broken_by(for_women_rule(one) for one in people)
    if others:
        names = {str(one.pk): one.person.goes_by for one in people}
        raise DomainError(
            _("In dit koppel gaat iemand alleen met vrouwen op stap. Dat kan niet samen met %(names)s.")
            % {"names": ", ".join(names[one.id] for one in others)},
            field="new",
        )


def _check_belonging(project: Project, meeting: Meeting | None, ambassador: User | None) -> None:
    if meeting is not None and meeting.project_id != project.pk:
        raise DomainError(_("Deze bijeenkomst hoort bij een ander project."), field="meeting")
    if ambassador is not None and not project.memberships.filter(user=ambassador).exists():
        raise DomainError(_("Deze ambassadeur zit niet in het team van dit project."), field="ambassador")


def _check_kept_apart(people: Sequence[Participant]) -> None:
    apart, barred = kept_apart(people)
    names = {str(one.pk): one.person.goes_by for one in people}
    for one, other in (*apart, *barred):
        raise DomainError(
            _("Er is afgesproken dat %(one)s en %(other)s niet samen gaan.")
            % {"one": names[one], "other": names[other]},
            field="new",
        )


def _check_not_before(people: Sequence[Participant], meeting: Meeting | None) -> None:
    """Two who were a couple before are not made one again unless both want it."""
    names = {str(one.pk): one.person.goes_by for one in people}
    for new, old in previous_pairs(people):
        yes = Choice.objects.filter(meeting=meeting, answer=Choice.Answer.YES) if meeting else Choice.objects.none()
        said = set(yes.filter(chooser__in=[new, old], chosen__in=[new, old]).values_list("chooser", flat=True))
        if said != {int(new), int(old)}:
            raise DomainError(
                _("%(old)s en %(new)s waren al eens een koppel. Maak het alleen opnieuw als ze dat allebei willen.")
                % {"old": names[old], "new": names[new]},
                field="again",
            )


def _add(couple: Couple, participant: Participant, slot: int, on: date, by: User | None) -> CoupleMember:
    become_coupled(participant=participant, by=by)
    if couple.ambassador and participant.ambassador_id is None:
        assign_ambassador(participant=participant, ambassador=couple.ambassador, by=by)
    return CoupleMember.objects.create(couple=couple, participant=participant, slot=slot, joined_on=on)
