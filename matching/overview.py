"""Are they seeing each other?"""

from collections import Counter
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from matching.models import Couple, EndReason, Outing
from matching.together import mean, middle, tried
from mixen.templatetags.display import short_day
from projects.models import Project
from projects.overview import Panel, panels
from projects.permissions import Permission, may


def weekly_outings(project: Project, today: date) -> list[tuple[date, int]]:
    """The number of outings per week, Monday to Sunday, from the first couple to ``today`` or the last outing."""
    days = list(Outing.objects.filter(couple__project=project).values_list("day", flat=True))
    first = project.couples.order_by("formed_on").values_list("formed_on", flat=True).first()
    if first is None:
        return []
    return by_week(days, first, min(today, max([project.ends_on, *days])))


def by_week(days: list[date], first: date, last: date) -> list[tuple[date, int]]:
    """How many of ``days`` fall in each week, by its Monday, from that of ``first`` up to that of ``last``."""
    counted = Counter(day - timedelta(days=day.weekday()) for day in days)
    week = first - timedelta(days=first.weekday())
    weeks: list[tuple[date, int]] = []
    while week <= last:
        weeks.append((week, counted[week]))
        week += timedelta(days=7)
    return weeks


def _columns(weeks: list[tuple[date, int]]) -> list[dict[str, Any]]:
    """The bars of the picture, on a canvas of 300 by 60."""
    highest = max([count for _week, count in weeks], default=0) or 1
    width = 300 / max(1, len(weeks))
    return [
        {
            "x": f"{number * width + 1:.1f}",
            "width": f"{max(1.0, width - 2):.1f}",
            "height": f"{max(1, 60 * count / highest):.1f}",
            "y": f"{60 - max(1, 60 * count / highest):.1f}",
            "title": f"{short_day(week)}: {count}",
        }
        for number, (week, count) in enumerate(weeks)
    ]


@panels.register(20)
def couples_together(project: Project, user: Any) -> Panel | None:
    """Couples by state and their weekly meetings."""
    if not may(user, Permission.VIEW_PARTICIPANTS, project):
        return None
    couples = list(Couple.objects.filter(project=project).with_new_count().with_outings())
    today = timezone.localdate()
    weeks, together = weekly_outings(project, today), tried(project, today)
    went_on = [couple.meetings for couple in couples if couple.is_active or couple.end_reason == EndReason.COMPLETED]
    return Panel(
        "matching/panel_couples.html",
        {
            "project": project,
            "active": sum(couple.is_active for couple in couples),
            "completed": sum(couple.end_reason == EndReason.COMPLETED for couple in couples),
            "broken": sum(not couple.is_active and couple.end_reason != EndReason.COMPLETED for couple in couples),
            "meetings": sum(couple.meetings for couple in couples),
            "tried": len(together),
            "met_twice": sum(one.met_twice for one in together),
            "met_soon": sum(one.met_soon for one in together),
            "mean": mean(went_on),
            "middle": middle(went_on),
            "weeks": weeks,
            "columns": _columns(weeks),
        },
    )
