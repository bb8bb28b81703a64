"""Who has not told yet what they thought of it is asked once, at ten on the day after the closing meeting."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils import timezone

from participants.evaluating import asked, is_closed, may_answer
from participants.models import Evaluation, Message, Participant, PersonalLink
from participants.reminders import REMIND_AT, Due, Letter, sources
from projects.models import Meeting, Project

ASK_FOR = timedelta(days=3)
"""What was not sent by then, because nothing worked, is not sent any more."""


class HowWasIt:
    """Asks once a project, whatever becomes of the day of the closing meeting afterwards."""

    kind = "evaluation"

    def due(self, now: datetime) -> Iterable[Due]:
        """Everybody who was asked and gave no answer, for three days; a few queries for each project that closed."""
        for project, send_at in _just_closed(now):
            told = set(Participant.objects.to_be_told().filter(project=project).values_list("pk", flat=True))
            for one in asked(project, timezone.localdate(now)):
                if one.pk in told and not hasattr(one, "evaluation"):
                    yield Due(one.pk, "closing", None, send_at)

    def letter(self, message: Message) -> Letter | None:
        """None for who answered meanwhile, can no longer answer, or has no page to do so."""
        who = message.participant
        has_page = PersonalLink.objects.filter(participant=who, revoked_at__isnull=True).exists()
        answered = Evaluation.objects.filter(participant=who).exists()
        return Letter({}) if has_page and not answered and may_answer(who) else None


def _just_closed(now: datetime) -> Iterable[tuple[Project, datetime]]:
    """The projects whose closing meeting was yesterday, or a few days before, with the moment to ask."""
    held = Meeting.objects.filter(
        kind=Meeting.Kind.CLOSING, starts_at__gt=now - ASK_FOR - timedelta(days=2), starts_at__lt=now
    )
    for meeting in held.select_related("project"):
        day = timezone.localdate(meeting.starts_at) + timedelta(days=1)
        send_at = timezone.make_aware(datetime.combine(day, REMIND_AT))
        is_last = meeting.project.meetings.closing() == meeting
        if is_last and send_at <= now < send_at + ASK_FOR and not is_closed(meeting.project):
            yield meeting.project, send_at


sources.add(30, HowWasIt())
