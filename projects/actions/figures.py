"""Freezing the figures of a month."""

from datetime import date

from mixen.accounts.audit import action
from mixen.accounts.models import User
from projects.models import MonthlyFigures, Project
from projects.monthly import figures_of_month


@action
def freeze_month(*, project: Project, month: date, by: User | None) -> MonthlyFigures | None:
    """Keep the figures of ``month`` (its first day) as they are known now; None when they were kept before.

    Who asks second waits for the first and then finds the row, so a month has one and it never changes.
    """
    locked = Project.objects.select_for_update().get(pk=project.pk)
    if locked.monthly_figures.filter(month=month).exists():
        return None
    return MonthlyFigures.objects.create(project=locked, month=month, figures=figures_of_month(locked, month))
