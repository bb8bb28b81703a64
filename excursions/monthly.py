"""What a month tells about excursions."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from excursions.actions import CUSTOMARY_NUMBER
from excursions.models import Signup
from excursions.models.excursion import SignupQuerySet
from projects.models import Project
from projects.monthly import monthly_figure


def _attended(project: Project, until: date) -> SignupQuerySet:
    return Signup.objects.filter(excursion__project=project, excursion__starts_at__date__lte=until, attended=True)


@monthly_figure(40, _("Excursies"), target=lambda project, until: CUSTOMARY_NUMBER)
def excursions(project: Project, until: date) -> int:
    """Groepsexcursies tot en met deze maand waar ten minste één deelnemer meeging."""
    return _attended(project, until).values("excursion").distinct().count()


@monthly_figure(41, _("Deelnames aan excursies"))
def attendances(project: Project, until: date) -> int:
    """Alle deelnemers van alle excursies tot en met deze maand; wie twee keer meeging, telt twee keer."""
    return _attended(project, until).count()
