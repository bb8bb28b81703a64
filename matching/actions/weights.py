"""How heavily what people share weighs."""

from collections.abc import Mapping

from matching.models import Weights
from mixen.accounts.audit import action
from mixen.accounts.models import User
from projects.models import Project


@action
def set_weights(*, project: Project, weights: Mapping[str, int], by: User | None) -> Weights:
    """The weights of a project from now on; what was proposed before stays as it was."""
    row, _made = Weights.objects.update_or_create(project=project, defaults=dict(weights))
    return row
