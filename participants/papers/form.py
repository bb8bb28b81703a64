"""The paper form: the same questions with the same numbers, in Dutch and beside it in another language."""

from typing import Any

from django import forms
from django.utils.translation import override

from mixen import pdf
from mixen.languages import READING_LANGUAGES, SOURCE
from participants.forms.registration import RegistrationForm
from participants.models import ConsentText
from participants.registration.questions import AGREE
from projects.models import Project

# On paper these are lines to write on: too many to print as boxes.
WRITTEN = frozenset({"country", "heard_from"})
MOST_BOXES = 21
MOST_LANGUAGES = 12
SIGNED = "signed_as"


def paper_form(project: Project, language: str) -> bytes:
    """The form for one project as PDF; with ``nl`` in Dutch alone."""
    texts = ConsentText.objects.in_force(language)
    with override(SOURCE):
        dutch = _asked(project)
        dutch_texts = ConsentText.objects.in_force(SOURCE)
        upcoming = project.meetings.upcoming().first()
    with override(language):
        own = _asked(project)
    context = {
        "project": project,
        "reading": READING_LANGUAGES[language],
        "is_dutch": language == SOURCE,
        "groups": _beside(dutch, own),
        "texts": [(dutch_texts[kind], texts[kind]) for kind in dutch_texts],
        "next_meeting": upcoming,
    }
    with override(SOURCE):
        return pdf.render("pdf/paper_form.html", context)


def _asked(project: Project) -> list[dict[str, Any]]:
    """The questions in the language that is switched on, without anything that is drawn only on a screen."""
    return [
        {
            "title": str(screen["group"].title),
            "is_consent": screen["group"] is AGREE,
            "questions": [_question(question) for question in screen["questions"]],
        }
        for screen in RegistrationForm(project).screens
    ]


def _question(question: dict[str, Any]) -> dict[str, Any]:
    field = question["field"]
    options = [] if field.name in WRITTEN else _options(field)
    boxes = [label for value, label in options if value]
    most = MOST_LANGUAGES if field.name == "languages" else MOST_BOXES
    is_tick = not options and field.field.widget.__class__.__name__ == "CheckboxInput"
    return {
        "name": field.name,
        "number": question["number"],
        "label": question["label"],
        "help": str(field.help_text),
        "boxes": boxes[:most],
        "goes_on": len(boxes) > most,
        "is_tick": is_tick,
        "is_signature": field.name == SIGNED,
    }


def _options(field: forms.BoundField) -> list[tuple[str, str]]:
    """The value and the words of each box; nothing for a question that is not about choosing."""
    if not isinstance(field.field.widget, forms.widgets.ChoiceWidget):
        return []
    return [(str(option.data["value"]), str(option.data["label"])) for option in field.subwidgets]


def _beside(dutch: list[dict[str, Any]], own: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The Dutch questions with the other language in ``own_title``, ``own_label``, ``own_help`` and in each box."""
    return [
        {
            **group,
            "own_title": other["title"],
            "questions": [
                {
                    **question,
                    "own_label": translated["label"],
                    "own_help": translated["help"],
                    "boxes": list(zip(question["boxes"], translated["boxes"], strict=True)),
                }
                for question, translated in zip(group["questions"], other["questions"], strict=True)
            ],
        }
        for group, other in zip(dutch, own, strict=True)
    ]
