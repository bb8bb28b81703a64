"""Concerns: reporting one, and what is done about it."""

from collections.abc import Sequence

from mixen.accounts.audit import action
from mixen.accounts.models import User
from participants.models import Concern, Participant
from projects.models import Project


@action
def report_concern(
    *,
    project: Project,
    words: str,
    where: Concern.Where | str,
    by: User | None,
    about: Sequence[Participant] = (),
    reporter: Participant | None = None,
) -> Concern:
    """Report that something is not right; it reaches the coordinator at once and nobody else.

    ``reporter`` is the participant who said so themselves; else it is ``by``.
    """
    concern = Concern.objects.create(
        project=project, where=where, words=words, reported_by=None if reporter else by, reporter=reporter
    )
    concern.about.set(about)
    return concern
