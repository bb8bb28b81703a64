"""The calls move with the project's calendar."""

from matching.actions import move_calls
from mixen.accounts.models import User
from projects.dates import followers
from projects.models import Project


@followers.register(10)
def calls(project: Project, by: User | None) -> None:
    """Calls that nobody tried yet get the day they have now."""
    move_calls(project=project, by=by)
