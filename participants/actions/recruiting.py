"""Noting who was told about the project, and the calls to who did not come."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from participants.actions.registration import withdraw
from participants.models import AbsenceCall, Participant, Status, Told
from projects.models import Meeting, Organisation, Project


@action
def note_told(
    *,
    project: Project,
    channel: Participant.Channel | str,
    people: int,
    by: User | None,
    organisation: Organisation | None = None,
    on: date | None = None,
    note: str = "",
) -> Told:
    """Note that ``people`` heard of the project at once.

    Raises DomainError for an organisation that is no partner of the project, nobody told, and a day to come.
    """
    on = on or timezone.localdate()
    if organisation and not project.partnerships.filter(organisation=organisation).exists():
        raise DomainError(_("Deze organisatie is geen partner van dit project."), field="organisation")
    if people < 1:
        raise DomainError(_("Vul in hoeveel mensen het hoorden, ten minste 1."), field="people")
    if on > timezone.localdate():
        raise DomainError(_("Deze datum moet nog komen."), field="on")
    return Told.objects.create(
        project=project, channel=channel, organisation=organisation, people=people, on=on, note=note, noted_by=by
    )


@action
def remove_told(*, told: Told, by: User | None) -> None:
    """Take back what was noted by mistake; its history stays."""
    told.delete()


@action
def note_absence_call(
    *,
    participant: Participant,
    meeting: Meeting,
    outcome: AbsenceCall.Outcome | str,
    by: User | None,
    note: str = "",
    withdraw_too: bool = False,
) -> AbsenceCall:
    """Note how a call went to somebody who did not come to ``meeting``.

    With ``withdraw_too`` who does not want to take part any more is taken off at once; without it, it is only noted,
    for the coordinator to see. Raises DomainError when somebody came after all, stopped, or has a buddy.
    """
    now = Participant.objects.select_for_update(of=("self",)).select_related("person").get(pk=participant.pk)
    if now.project_id != meeting.project_id:
        raise DomainError(_("Deze deelnemer hoort bij een ander project."))
    if now.status not in {Status.INTERESTED, Status.SIGNED_UP}:
        raise DomainError(_("%(name)s staat niet meer op de bellijst.") % {"name": now.person.goes_by})
    if now.attendances.filter(meeting=meeting, present=True).exists():
        raise DomainError(_("%(name)s was er wel.") % {"name": now.person.goes_by})
    call = AbsenceCall.objects.create(
        participant=now, meeting=meeting, outcome=AbsenceCall.Outcome(outcome), note=note, called_by=by
    )
    if withdraw_too and call.outcome == AbsenceCall.Outcome.STOPS:
        reason = _("Kwam niet en zei aan de telefoon te stoppen. %(note)s") % {"note": note}
        withdraw(participant=participant, reason=reason.strip()[:300], by=by)
    return call
