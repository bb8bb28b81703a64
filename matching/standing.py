"""Couples stand together when certificates are handed out."""

from matching.models import Couple
from participants.standing import groups
from projects.models import Project


@groups.register(10)
def couples(project: Project) -> list[list[int]]:
    """The couples that were not broken off, in the order in which they formed; the old one first."""
    found = Couple.objects.filter(project=project).that_counted().prefetch_related("members")
    return [[member.participant_id for member in couple.current_members] for couple in found]
