"""What the view of the whole city tells about excursions."""

from django.db.models import Count
from django.utils.translation import gettext as _

from excursions.models import Signup
from projects.city import Column, columns
from projects.models import Project


@columns.register(30)
def excursions(projects: list[Project]) -> list[Column]:
    """Excursions that somebody went along with; one query for all."""
    went = Signup.objects.filter(excursion__project__in=projects, attended=True).order_by()
    counted = went.values_list("excursion__project").annotate(number=Count("excursion", distinct=True))
    return [Column("excursions", _("Excur\u00adsies"), dict(counted))]
