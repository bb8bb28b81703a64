"""Tells the team and the guests of a meeting, by e-mail, that it was moved: once, and only what is true by then."""

from datetime import datetime
from typing import Any

from celery import shared_task
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from mixen import mail
from mixen.accounts.models import User
from mixen.calendar_file import FILE_NAME, TYPE, Event, calendar_file
from mixen.celery import enqueue
from mixen.outbox import NotNeeded, deliver_all
from projects.models import Meeting, MeetingMove, MoveNotice


def make_notices(move: MeetingMove, by: User | None) -> None:
    """Make a row for everybody of the team but who moved it, and for every guest who was invited and has an address.

    Only when the old time was announced; a practice project tells nobody.
    """
    meeting = Meeting.objects.select_related("project").get(pk=move.meeting_id)
    if not move.was_announced or meeting.project.is_practice or meeting.has_begun:
        return
    team = User.objects.filter(memberships__project=meeting.project, is_active=True).distinct()
    team = team.exclude(pk=by.pk) if by else team
    guests = meeting.guests.expected().filter(invited_on__isnull=False).exclude(email="")
    MoveNotice.objects.bulk_create(
        [
            *(MoveNotice(move=move, starts_at=meeting.starts_at, user=user) for user in team),
            *(MoveNotice(move=move, starts_at=meeting.starts_at, guest=guest) for guest in guests),
        ],
        ignore_conflicts=True,
    )
    transaction.on_commit(lambda: enqueue(send_move_notices))


@shared_task(name="projects.tasks.send_move_notices")
def send_move_notices() -> int:
    """Send every notice that waits; the number that went out."""
    rows = MoveNotice.objects.select_related("move__meeting__project", "move__meeting__venue", "user", "guest")
    return deliver_all(rows, _send)


def _send(notice: MoveNotice) -> bool:
    """NotNeeded when the meeting has another time again, or the reader knows this one already."""
    meeting = notice.move.meeting
    if meeting.has_begun or notice.starts_at != meeting.starts_at:
        raise NotNeeded(_("de bijeenkomst heeft weer een andere tijd, of is al begonnen"))
    before = _last_heard(notice)
    if before == meeting.starts_at:
        raise NotNeeded(_("deze lezer kent de tijd al"))
    if notice.user and not notice.user.is_active:
        return False
    reader: Any = notice.user or notice.guest
    context = {"meeting": meeting, "move": notice.move, "before": before, "reader": reader}
    if notice.user:
        context["link"] = settings.SITE_URL + meeting.get_absolute_url()
    event = Event(
        key=f"meeting-{meeting.pk}",
        title=f"Mixen in Mokum: {meeting.get_kind_display()}",
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        place=meeting.where,
        version=meeting.history.count() - 1,
    )
    template = "meeting_moved_team" if notice.user else "meeting_moved_guest"
    mail.send(template, [reader.email], context, attachments=[(FILE_NAME, calendar_file(event), TYPE)])
    return True


def _last_heard(notice: MoveNotice) -> datetime:
    """The beginning its reader last heard of, from a mail or because they moved it themselves.

    Who heard of no move knows the time that was announced first.
    """
    meeting = notice.move.meeting_id
    sent = MoveNotice.objects.filter(
        move__meeting=meeting, user=notice.user, guest=notice.guest, sent_at__isnull=False
    )
    heard = list(sent.values_list("sent_at", "starts_at"))
    moves = MeetingMove.objects.filter(meeting=meeting)
    if notice.user:
        heard += moves.filter(moved_by=notice.user).values_list("moved_at", "starts_after")
        heard += moves.filter(undone_by=notice.user).values_list("undone_at", "starts_before")
    if heard:
        return max(heard)[1]
    return moves.filter(was_announced=True).earliest("moved_at", "pk").starts_before
