"""What the rows about people propose for the texts of the end report. Nobody is named, nothing personal is counted."""

from collections import Counter

from django.db.models import Count, Sum
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from participants.models import AbsenceCall, Attendance, Certificate, Side, Status, Told
from participants.recruiting.funnel import Funnel, funnels
from projects.models import Meeting, Project
from projects.report.words import told, told_day


def preparation(project: Project) -> str | None:
    """How often, and to how many, the project was told about."""
    sums = Told.objects.filter(project=project).aggregate(times=Count("pk"), people=Sum("people"))
    if not sums["times"]:
        return None
    return ngettext(
        "Bij de werving vertelden we %(times)s keer over het project. We bereikten zo ongeveer %(people)s mens.",
        "Bij de werving vertelden we %(times)s keer over het project. We bereikten zo ongeveer %(people)s mensen.",
        sums["people"],
    ) % {"times": sums["times"], "people": sums["people"]}


def people(project: Project) -> str | None:
    """How many registered and signed up, of each side."""
    sides = funnels([project])[project.pk]
    registered = sum(side.registered for side in sides)
    signed_up = sum(side.signed_up for side in sides)
    return told(
        registered
        and ngettext(
            "%(number)s bewoner meldde zich aan: %(sides)s.",
            "%(number)s bewoners meldden zich aan: %(sides)s.",
            registered,
        )
        % {"number": registered, "sides": _by_side(sides, "registered")},
        signed_up
        and ngettext(
            "%(number)s deelnemer schreef zich definitief in.",
            "%(number)s deelnemers schreven zich definitief in: %(sides)s.",
            signed_up,
        )
        % {"number": signed_up, "sides": _by_side(sides, "signed_up")},
    )


def _by_side(sides: list[Funnel], step: str) -> str:
    counted = {side.side: getattr(side, step) for side in sides}
    return _old_and_new(counted[Side.OLD], counted[Side.NEW])


def _old_and_new(old: int, new: int) -> str:
    """``3 'oude' en 1 'nieuwe' Amsterdammer``; a side without anybody is left out."""
    if old and new:
        return ngettext(
            "%(old)s 'oude' en %(new)s 'nieuwe' Amsterdammer", "%(old)s 'oude' en %(new)s 'nieuwe' Amsterdammers", new
        ) % {"old": old, "new": new}
    if new:
        return ngettext("%(number)s 'nieuwe' Amsterdammer", "%(number)s 'nieuwe' Amsterdammers", new) % {"number": new}
    return ngettext("%(number)s 'oude' Amsterdammer", "%(number)s 'oude' Amsterdammers", old) % {"number": old}


def course(project: Project) -> str | None:
    """A sentence for each meeting that has been, with who was there."""
    present = Counter(
        Attendance.objects.filter(meeting__project=project, present=True).values_list("meeting", "participant__side")
    )
    meetings = list(project.meetings.select_related("venue").order_by("starts_at"))
    often = Counter(meeting.kind for meeting in meetings)
    return told(
        *[
            _meeting_in_words(
                meeting, often[meeting.kind] > 1, present[meeting.pk, Side.OLD], present[meeting.pk, Side.NEW]
            )
            for meeting in meetings
            if meeting.has_begun
        ]
    )


def _meeting_in_words(meeting: Meeting, one_of_several: bool, old: int, new: int) -> str | None:
    facts = {
        "day": told_day(meeting.day),
        "kind": meeting.get_kind_display().lower(),
        "where": f" ({meeting.where})" if meeting.where else "",
        "who": _old_and_new(old, new),
    }
    was = (
        _("Op %(day)s was er een %(kind)s%(where)s.") if one_of_several else _("Op %(day)s was de %(kind)s%(where)s.")
    )
    came = (old or new) and ngettext("Er kwam %(who)s.", "Er kwamen %(who)s.", old + new) % facts
    return told(was % facts, came)


def results(project: Project) -> str | None:
    """How many completed the project, and how many certificates there were."""
    sides = funnels([project])[project.pk]
    completed = sum(side.completed for side in sides)
    certificates = Certificate.objects.filter(participant__project=project).count()
    return told(
        completed
        and ngettext(
            "%(number)s deelnemer rondde het project af: %(sides)s.",
            "%(number)s deelnemers rondden het project af: %(sides)s.",
            completed,
        )
        % {"number": completed, "sides": _by_side(sides, "completed")},
        certificates
        and ngettext(
            "Er werd %(number)s certificaat uitgereikt.", "Er werden %(number)s certificaten uitgereikt.", certificates
        )
        % {"number": certificates},
    )


def lessons(project: Project) -> str | None:
    """Signing up is not yet coming: who was noted as absent, who was called after it, and who stopped."""
    absent = Attendance.objects.filter(meeting__project=project, meeting__kind=Meeting.Kind.MIX, present=False).count()
    called = AbsenceCall.objects.filter(meeting__project=project).values("participant").distinct().count()
    stopped = project.participants.filter(status=Status.STOPPED).count()
    return told(
        absent
        and ngettext(
            "Inschrijven is nog niet komen: %(number)s deelnemer kwam niet naar de mixbijeenkomst.",
            "Inschrijven is nog niet komen: %(number)s deelnemers kwamen niet naar de mixbijeenkomst.",
            absent,
        )
        % {"number": absent},
        called
        and ngettext(
            "%(number)s deelnemer die niet kwam, belden we op.",
            "%(number)s deelnemers die niet kwamen, belden we op.",
            called,
        )
        % {"number": called},
        stopped
        and ngettext(
            "%(number)s deelnemer stopte met het project.", "%(number)s deelnemers stopten met het project.", stopped
        )
        % {"number": stopped},
    )
