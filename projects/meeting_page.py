"""The page of one meeting: each app adds its panels, and says which step it would take next.

The first step that is not None is the one button of the page.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.models import User
from projects.models import Meeting
from projects.permissions import Permission, may
from projects.registry import Registry


class MeetingPanel(NamedTuple):
    """A part of the page: a template and what it shows; the page adds ``project`` and ``meeting``."""

    template: str
    context: dict[str, Any]


class NextStep(NamedTuple):
    """The deed that is to be done now, where one does it, and why."""

    label: str
    url: str
    why: str = ""


PanelMaker = Callable[[User, Meeting], MeetingPanel | None]
StepMaker = Callable[[User, Meeting], NextStep | None]
panels: Registry[PanelMaker] = Registry("meeting_page")
steps: Registry[StepMaker] = Registry("meeting_page")


def panels_for(user: User, meeting: Meeting) -> list[MeetingPanel]:
    """The panels ``user`` may see; a maker answers None for what is not theirs, or not yet there."""
    return [panel for make in panels if (panel := make(user, meeting))]


def next_step(user: User, meeting: Meeting) -> NextStep | None:
    """What ``user`` can do best now; None when there is nothing left."""
    return next((step for ask in steps if (step := ask(user, meeting))), None)


@steps.register(10)
def know_the_place(user: User, meeting: Meeting) -> NextStep | None:
    """Nobody can be invited to a place that is not known."""
    if meeting.where or meeting.has_begun or not may(user, Permission.EDIT_PROJECT, meeting.project):
        return None
    url = reverse("projects:meeting_edit", args=[meeting.project.slug, meeting.pk])
    return NextStep(_("Plaats invullen"), url, _("Er is nog geen plaats. Die hoort in de uitnodiging."))


@steps.register(90)
def write_minutes(user: User, meeting: Meeting) -> NextStep | None:
    """What was told and agreed on, while people still know."""
    if meeting.minutes or not meeting.has_begun or not may(user, Permission.WRITE_MINUTES, meeting.project):
        return None
    url = reverse("projects:minutes", args=[meeting.project.slug, meeting.pk])
    return NextStep(_("Verslag schrijven"), url, _("De bijeenkomst is geweest. Er is nog geen verslag."))


@panels.register(5)
def moved(user: User, meeting: Meeting) -> MeetingPanel | None:
    """That it was moved, why, who of team and guests heard it, and a way back."""
    move = meeting.moves.standing().select_related("moved_by").first()
    if move is None or meeting.has_begun:
        return None
    notices = move.notices.filter(starts_at=meeting.starts_at, given_up="")
    mailed = [notice.sent_at is not None for notice in notices]
    context = {
        "move": move,
        "mailed": sum(mailed),
        "on_the_way": len(mailed) - sum(mailed),
        "may_undo": meeting.last_move is not None and may(user, Permission.EDIT_PROJECT, meeting.project),
    }
    return MeetingPanel("projects/meeting/moved.html", context)


@panels.register(30)
def guests(user: User, meeting: Meeting) -> MeetingPanel | None:
    """Who comes without taking part, and who of them hands out the certificates."""
    rows = list(meeting.guests.all())
    context = {
        "guests": rows,
        "expected": sum(guest.answer != guest.Answer.NO for guest in rows),
        "may_edit": may(user, Permission.EDIT_PROJECT, meeting.project),
    }
    return MeetingPanel("projects/meeting/guests.html", context)


@panels.register(80)
def minutes(user: User, meeting: Meeting) -> MeetingPanel | None:
    """The minutes and the files that go with them, from the day of the meeting on."""
    if not meeting.minutes and meeting.day > timezone.localdate():
        return None
    may_write = may(user, Permission.WRITE_MINUTES, meeting.project)
    may_remove_all = may(user, Permission.EDIT_PROJECT, meeting.project)
    files = [
        {"row": row, "may_remove": may_remove_all or (may_write and row.added_by_id == user.pk)}
        for row in meeting.files.select_related("added_by")
    ]
    return MeetingPanel("projects/meeting/minutes.html", {"files": files, "may_write": may_write})
