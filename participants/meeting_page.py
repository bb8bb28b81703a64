"""What ``participants`` puts on the page of a meeting: invitations, the buffet, who receives people, photos."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mixen.accounts.models import User
from participants.inviting import expected, last_heard, to_invite, to_remind
from participants.models import Photo
from participants.recruiting.attending import present_at
from projects.meeting_page import MeetingPanel, NextStep, panels, steps
from projects.models import Meeting
from projects.permissions import Permission, may

INVITE_FROM = timedelta(days=42)
"""How long before a meeting people are invited at the earliest: before that they forget."""
REMIND_FROM = timedelta(days=10)
"""How long before a meeting those who gave no answer are reminded."""


def _url(name: str, meeting: Meeting) -> str:
    return reverse(f"participants:{name}", args=[meeting.project.slug, meeting.pk])


def _manages(user: User, meeting: Meeting) -> bool:
    return may(user, Permission.MANAGE_PARTICIPANTS, meeting.project)


@steps.register(20)
def invite(user: User, meeting: Meeting) -> NextStep | None:
    """Whoever the meeting is for and was not invited, from six weeks before."""
    too_early = meeting.starts_at - timezone.now() > INVITE_FROM
    if meeting.has_begun or too_early or not _manages(user, meeting):
        return None
    number = to_invite(meeting).count()
    if not number:
        return None
    why = ngettext("%(count)s mens is nog niet uitgenodigd.", "%(count)s mensen zijn nog niet uitgenodigd.", number)
    return NextStep(_("Mensen uitnodigen"), _url("invite", meeting), why % {"count": number})


@steps.register(30)
def post_letters(user: User, meeting: Meeting) -> NextStep | None:
    """Letters that were not posted."""
    if meeting.has_begun or not _manages(user, meeting):
        return None
    number = meeting.invitations.letters(meeting).count()
    if not number:
        return None
    why = ngettext("%(count)s brief moet nog op de post.", "%(count)s brieven moeten nog op de post.", number)
    return NextStep(_("Brieven afdrukken"), _url("invitations", meeting) + "#brieven", why % {"count": number})


@steps.register(40)
def ask_again(user: User, meeting: Meeting) -> NextStep | None:
    """Who gave no answer, in the last ten days."""
    too_early = meeting.starts_at - timezone.now() > REMIND_FROM
    if meeting.has_begun or too_early or not _manages(user, meeting):
        return None
    number = to_remind(meeting).count()
    if not number:
        return None
    why = ngettext("%(count)s mens gaf nog geen antwoord.", "%(count)s mensen gaven nog geen antwoord.", number)
    return NextStep(_("Bekijk wie er komt"), _url("invitations", meeting), why % {"count": number})


@steps.register(60)
def tick(user: User, meeting: Meeting) -> NextStep | None:
    """On the day itself, until it is closed."""
    today = meeting.day == timezone.localdate()
    if not today or meeting.closed_at or not may(user, Permission.TICK_ATTENDANCE, meeting.project):
        return None
    return NextStep(_("Aanwezigen aanvinken"), _url("attendance", meeting), _("De bijeenkomst is vandaag."))


@steps.register(70)
def close(user: User, meeting: Meeting) -> NextStep | None:
    """A meeting that was, with everything of it in."""
    if meeting.closed_at or not meeting.has_begun or not may(user, Permission.TICK_ATTENDANCE, meeting.project):
        return None
    why = _("Daarna staat vast wie er was, en wie er gemist werd.")
    return NextStep(_("Bijeenkomst afsluiten"), _url("meeting_close", meeting), why)


@panels.register(10)
def who_comes(user: User, meeting: Meeting) -> MeetingPanel | None:
    """How many people were invited, said yes or no, or nothing; afterwards how many came."""
    if not may(user, Permission.TICK_ATTENDANCE, meeting.project):
        return None
    rows = list(meeting.invitations.standing().select_related("participant__person"))
    heard = last_heard(rows)
    context = {
        "expected": expected(rows),
        "behind": 0 if meeting.has_begun else sum(at not in (None, meeting.starts_at) for at in heard.values()),
        "waiting": to_invite(meeting).count() if not meeting.has_begun else 0,
        "present": present_at(meeting) if meeting.has_begun else None,
        "may_invite": _manages(user, meeting) and not meeting.has_begun,
    }
    return MeetingPanel("participants/meeting/panel_invitations.html", context)


@panels.register(40)
def buffet(user: User, meeting: Meeting) -> MeetingPanel | None:
    """Who brings what."""
    if not may(user, Permission.TICK_ATTENDANCE, meeting.project):
        return None
    dishes = meeting.dishes.select_related("participant__person")
    return MeetingPanel("participants/meeting/panel_buffet.html", {"dishes": dishes})


@panels.register(50)
def hosts(user: User, meeting: Meeting) -> MeetingPanel | None:
    """Who of the participants receives the others."""
    if not may(user, Permission.TICK_ATTENDANCE, meeting.project):
        return None
    rows = meeting.hosts.select_related("participant__person")
    return MeetingPanel("participants/meeting/panel_hosts.html", {"hosts": rows})


@panels.register(90)
def photos(user: User, meeting: Meeting) -> MeetingPanel | None:
    """Photos of which nobody took the consent back, from the day of the meeting on."""
    if meeting.day > timezone.localdate() or not may(user, Permission.REGISTER, meeting.project):
        return None
    found = Photo.objects.filter(meeting=meeting).with_blocked()
    return MeetingPanel(
        "participants/meeting/panel_photos.html", {"photos": [photo for photo in found if not photo.is_blocked]}
    )
