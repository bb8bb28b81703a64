"""The texts of a project for the world, and whom people can ask."""

from typing import Any

from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from projects.models import Project, PublicContact, PublicityText
from projects.publicity.checking import filled_in, moved, refreshed
from projects.publicity.facts import facts_of


@action
def name_public_contact(*, project: Project, by: User | None, **who: Any) -> PublicContact:
    """Say whom people can ask about ``project``: ``name``, ``email`` and ``phone``."""
    contact = PublicContact.objects.filter(project=project).first() or PublicContact(project=project)
    for field, value in who.items():
        setattr(contact, field, value)
    contact.save()
    return contact


@action
def keep_publicity_text(*, project: Project, kind: str, title: str, text: str, by: User | None) -> PublicityText:
    """Keep what somebody wrote, and note which facts of the project stand in it."""
    project = Project.objects.select_for_update(of=("self",)).select_related("district").get(pk=project.pk)
    kept = PublicityText.objects.filter(project=project, kind=kind).first() or PublicityText(
        project=project, kind=kind
    )
    kept.title, kept.text = title, text
    kept.filled = filled_in(f"{title}\n{text}", facts_of(project), kept.filled)
    kept.save()
    return kept


@action
def refresh_publicity_text(*, text: PublicityText, by: User | None) -> PublicityText:
    """Put the facts as they are now in place of those that moved; all that was typed stays.

    Raises DomainError when nothing in the text has moved.
    """
    text = PublicityText.objects.select_for_update().select_related("project__district").get(pk=text.pk)
    facts = facts_of(text.project)
    changes = [change for change in moved(text, facts) if change.new]
    if not changes:
        raise DomainError(_("Alles in deze tekst klopt al met het project."))
    return keep_publicity_text(
        project=text.project,
        kind=text.kind,
        title=refreshed(text.title, changes),
        text=refreshed(text.text, changes),
        by=by,
    )


@action
def drop_publicity_text(*, text: PublicityText, by: User | None) -> None:
    """Let go of what was written: the text is proposed anew from the project. Its history stays."""
    text.delete()
