"""What the view of the whole city tells about couples."""

from django.db.models import Count
from django.utils.translation import gettext as _

from matching.models import Couple
from projects.city import Column, columns
from projects.models import Project


@columns.register(20)
def couples(projects: list[Project]) -> list[Column]:
    """Couples that were not broken off early, held against the goal of the year; one query for all."""
    counted = Couple.objects.that_counted().filter(project__in=projects).order_by().values_list("project")
    return [Column("couples", _("Koppels"), dict(counted.annotate(number=Count("pk"))), is_goal=True)]
