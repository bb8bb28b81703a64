"""The first words of each text, filled with the facts of the project."""

from typing import NamedTuple

from django.template.loader import render_to_string

from projects.models import Meeting, Project, PublicityText
from projects.publicity.facts import Facts, coming, contact_of, facts_of, key_of
from projects.publicity.words import story

Kind = PublicityText.Kind
WITH_A_STORY = frozenset({Kind.FOLDER, Kind.POSTER})
"""What is laid out for participants: a heading and a story to write, with days and code put beside it."""


class Words(NamedTuple):
    """A heading and a text."""

    title: str
    text: str


def proposed(project: Project, kind: str) -> Words:
    """What ``kind`` says as long as nobody wrote in it."""
    if kind in WITH_A_STORY:
        return Words(*story()[:2])
    facts = facts_of(project)
    context = {
        "project": project,
        "facts": {key: fact.value for key, fact in facts.items()},
        "meetings": _lines(project, facts),
        "contact": contact_of(project),
    }
    title, _break, text = render_to_string(f"projects/publicity/{kind}.txt", context).strip().partition("\n")
    return Words(title.strip(), text.strip())


def _lines(project: Project, facts: Facts) -> list[str]:
    told = {Meeting.Kind.INFORMATION, Meeting.Kind.MIX, Meeting.Kind.CLOSING}
    return [
        f"{meeting.get_kind_display()}: {facts[key_of(meeting)].value}"
        for meeting in coming(project)
        if meeting.kind in told
    ]


def words_of(project: Project, kind: str) -> Words:
    """What ``kind`` says now: as it was kept, or as it is proposed."""
    kept = PublicityText.objects.filter(project=project, kind=kind).first()
    return Words(kept.title, kept.text) if kept else proposed(project, kind)
