"""What the texts of a project are filled with, as sentences hold it, under a name that stays when the value moves."""

from email.utils import parseaddr
from typing import NamedTuple

from babel.dates import format_date
from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from mixen.fields import readable_phone
from projects.models import Meeting, Project
from projects.publicity.signing_up import sign_up_address


class Contact(NamedTuple):
    """Whom people can ask. Without a person it is the programme's own address."""

    name: str
    email: str
    phone: str

    @property
    def line(self) -> str:
        """All of it in one line."""
        return ", ".join(filter(None, [self.name, self.phone, self.email]))


class Fact(NamedTuple):
    """``label`` is for who writes, ``value`` is what stands in a text."""

    label: str
    value: str


Facts = dict[str, Fact]


def contact_of(project: Project) -> Contact:
    """Whom the team named, or else the programme."""
    found = getattr(project, "public_contact", None)
    if found is None:
        return Contact("Mixen in Mokum", parseaddr(settings.DEFAULT_FROM_EMAIL)[1], "")
    return Contact(found.name, found.email, readable_phone(found.phone) if found.phone else "")


def facts_of(project: Project) -> Facts:
    """Every fact of ``project``; a meeting is known by its number, whatever becomes of its day."""
    facts = {
        "name": Fact(_("naam van het project"), project.name),
        "place": Fact(_("stadsdeel"), place_of(project)),
        "numbers": Fact(_("aantal deelnemers"), _numbers(project)),
        "contact": Fact(_("contact"), contact_of(project).line),
        "sign_up": Fact(_("adres om je aan te melden"), sign_up_address(project)),
    }
    for meeting in _meetings(project):
        facts[key_of(meeting)] = Fact(meeting.get_kind_display().lower(), when_and_where(meeting))
    return facts


def key_of(meeting: Meeting) -> str:
    return f"meeting-{meeting.pk}"


def place_of(project: Project) -> str:
    """``Osdorp, stadsdeel Nieuw-West``."""
    district = project.district
    kind = _("stadsgebied") if district.is_urban_area else _("stadsdeel")
    return ", ".join(filter(None, [project.area, f"{kind} {district.name}"]))


def _numbers(project: Project) -> str:
    return _("%(old)s 'oude' en %(new)s nieuwe Amsterdammers") % {
        "old": project.target_old,
        "new": project.target_new,
    }


def when_and_where(meeting: Meeting) -> str:
    """``dinsdag 8 juni 2027 om 14.00 uur, De Aker``; says so when the place is still to come."""
    begin = timezone.localtime(meeting.starts_at)
    return _("%(day)s om %(time)s uur, %(place)s") % {
        "day": date_format(begin, "l j F Y").lower(),
        "time": f"{begin:%H.%M}",
        "place": meeting.where or _("plaats volgt"),
    }


def _meetings(project: Project) -> list[Meeting]:
    """In order, with their venues; what was fetched for many projects at once is not asked again."""
    if "meetings" in getattr(project, "_prefetched_objects_cache", {}):
        return sorted(project.meetings.all(), key=lambda meeting: meeting.starts_at)
    return list(project.meetings.select_related("venue").order_by("starts_at"))


def coming(project: Project) -> list[Meeting]:
    """The meetings that people can still come to, the nearest first; all of them once the last is over."""
    meetings = _meetings(project)
    return [meeting for meeting in meetings if not meeting.has_begun] or meetings


class Day(NamedTuple):
    """A meeting as it is announced, in the language of the moment."""

    kind: str
    when: str
    where: str


def days_of(project: Project) -> list[Day]:
    """The meetings to come, with the day written in full."""
    return [Day(meeting.get_kind_display(), _in_full(meeting), meeting.where) for meeting in coming(project)]


def _in_full(meeting: Meeting) -> str:
    begin = timezone.localtime(meeting.starts_at)
    return f"{format_date(begin.date(), 'full', locale=get_language() or 'nl')}, {begin:%H:%M}"
