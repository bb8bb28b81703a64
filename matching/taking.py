"""How heavily what people share counts goes along to a follow-up."""

from django.utils.translation import gettext_lazy as _

from matching.actions import set_weights
from matching.models import Weights
from mixen.accounts.models import User
from projects.models import Project
from projects.taking import Takeable, takeables


def _weights(earlier: Project, project: Project, by: User | None) -> None:
    row = Weights.objects.filter(project=earlier).first()
    if row:
        set_weights(project=project, weights={name: getattr(row, name) for name in Weights.CRITERIA}, by=by)


takeables.add(70, Takeable("weights", _("wat meetelt in een voorstel voor koppels"), _weights))
