"""What a month tells about couples."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from matching.models import Couple
from matching.models.couple import CoupleQuerySet, EndReason
from matching.together import tried
from projects.models import Project
from projects.monthly import monthly_figure


def _couples(project: Project, until: date) -> CoupleQuerySet:
    went_on = Q(ended_on__isnull=True) | Q(ended_on__gt=until) | Q(end_reason=EndReason.COMPLETED)
    mistake = Q(end_reason=EndReason.MISTAKE)
    return Couple.objects.filter(went_on, project=project, formed_on__lte=until).exclude(mistake)


@monthly_figure(30, _("Koppels"), target=lambda project, until: min(project.target_old, project.target_new))
def couples(project: Project, until: date) -> int:
    """Koppels die tot en met deze maand zijn gevormd en toen niet eerder waren gestopt dan afgesproken."""
    return _couples(project, until).count()


@monthly_figure(31, _("Koppels van drie"))
def couples_of_three(project: Project, until: date) -> int:
    """De koppels van één 'oude' met twee 'nieuwe' Amsterdammers."""
    return sum(couple.new_count == 2 for couple in _couples(project, until).with_new_count())


@monthly_figure(32, _("Koppels die elkaar twee keer zagen"))
def met_twice(project: Project, until: date) -> int:
    """Koppels die elkaar tot en met deze maand ten minste twee keer zagen, van de koppels die toen 14 dagen of langer
    geleden waren gevormd.

    Ook koppels die eerder stopten tellen mee. Groepsexcursies tellen niet mee.
    """
    return sum(one.met_twice for one in tried(project, until))
