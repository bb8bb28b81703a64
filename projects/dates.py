"""What hangs on a project's own dates and moves with them; each app adds what it keeps."""

from collections.abc import Callable

from mixen.accounts.models import User
from projects.models import Project
from projects.registry import Registry

Follower = Callable[[Project, User | None], object]
followers: Registry[Follower] = Registry("dates")


def dates_changed(project: Project, by: User | None) -> None:
    """Let everything move that hangs on the dates of ``project``."""
    for follow in followers:
        follow(project, by)
