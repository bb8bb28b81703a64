"""What a month tells about people: how many came how far. Never by something personal."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from participants.models import Attendance, Certificate
from participants.models.participant import TAKES_PART
from projects.models import Meeting, Project
from projects.monthly import monthly_figure


@monthly_figure(10, _("Aangemeld"))
def registered(project: Project, until: date) -> int:
    """Mensen die zich tot en met deze maand aanmeldden, ook wie later stopte of op de wachtlijst staat."""
    return project.participants.filter(registered_on__lte=until).count()


@monthly_figure(11, _("Ingeschreven"), target=lambda project, until: project.target_old + project.target_new)
def signed_up(project: Project, until: date) -> int:
    """Mensen die zich tot en met deze maand inschreven en niet zijn gestopt."""
    return project.participants.filter(signed_up_on__lte=until, status__in=TAKES_PART).count()


@monthly_figure(20, _("Bij een mix"))
def at_mix_meetings(project: Project, until: date) -> int:
    """Deelnemers die tot en met deze maand bij een mixbijeenkomst waren. Wie er bij twee was, telt één keer."""
    there = Attendance.objects.filter(
        meeting__project=project, meeting__kind=Meeting.Kind.MIX, meeting__starts_at__date__lte=until, present=True
    )
    return there.values("participant").distinct().count()


@monthly_figure(80, _("Certificaten"))
def certificates(project: Project, until: date) -> int:
    """Certificaten die tot en met deze maand zijn uitgereikt."""
    return Certificate.objects.filter(participant__project=project, issued_on__lte=until).count()
