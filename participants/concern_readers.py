"""Who reads the concerns of a project: the coordinator, and the project leaders whom the coordinator named for it."""

from django.db.models import Q, QuerySet

from mixen.accounts.models import User
from projects.models import Project


def readers_of(project: Project) -> "QuerySet[User]":
    """Everybody who is told of a concern in ``project`` and may handle it."""
    named = project.memberships.filter(handles_concerns=True).values("user")
    return User.objects.filter(Q(is_coordinator=True) | Q(pk__in=named), is_active=True).order_by("pk")


def named_readers(project: Project) -> list[str]:
    """The names of who reads them beside the coordinator: whoever reports something must know before writing."""
    return list(readers_of(project).filter(is_coordinator=False).values_list("name", flat=True))
