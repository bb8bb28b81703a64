"""What else a project has around a moment: warned of, never forbidden."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from excursions.models import Excursion
from mixen.templatetags.display import moment
from projects.models import Project

NEAR = timedelta(hours=3)
"""How long before and after an excursion nothing else is expected."""


def near(project: Project, starts_at: datetime, apart_from: Excursion | None = None) -> list[str]:
    """The meetings and other excursions of ``project`` within three hours of ``starts_at``, each in words."""
    meetings = project.meetings.filter(starts_at__lt=starts_at + NEAR, ends_at__gt=starts_at - NEAR)
    excursions = project.excursions.taking_place().filter(
        starts_at__lt=starts_at + NEAR, starts_at__gt=starts_at - NEAR
    )
    if apart_from is not None:
        excursions = excursions.exclude(pk=apart_from.pk)
    found = [(one.starts_at, str(one.get_kind_display())) for one in meetings]
    found += [(one.starts_at, one.name) for one in excursions]
    return [_("%(what)s (%(when)s)") % {"what": what, "when": moment(when)} for when, what in sorted(found)]
