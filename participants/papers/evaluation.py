"""The evaluation on paper: one sheet, in Dutch and beside it in another language, with the numbers of quick entry."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from mixen import pdf
from mixen.languages import READING_LANGUAGES, SOURCE
from participants.forms.evaluation import EvaluationForm
from projects.models import Project


def evaluation_form(project: Project, language: str) -> bytes:
    """The sheet for one project as PDF; with ``nl`` in Dutch alone."""
    with override(language):
        own = _asked()
    with override(SOURCE):
        dutch = _asked()
        context = {
            "project": project,
            "reading": READING_LANGUAGES[language],
            "is_dutch": language == SOURCE,
            "dutch": dutch,
            "own": own,
            "questions": _beside(dutch["questions"], own["questions"]),
        }
        return pdf.render("pdf/evaluation.html", context)


def _asked() -> dict[str, Any]:
    """Everything on the sheet, in the language of the moment."""
    form = EvaluationForm()
    return {
        "title": _("Wat vond je ervan?"),
        "name": _("Naam"),
        "pass": _("Je mag elke vraag overslaan."),
        "promise": _("We tellen de antwoorden van iedereen bij elkaar op. Je naam staat er nooit bij."),
        "words": str(form["words"].label),
        "words_help": str(form["words"].help_text),
        "questions": [_plain(question) for question in form.questions],
    }


def _plain(question: dict[str, Any]) -> dict[str, Any]:
    field = question["field"]
    return {
        "number": question["number"],
        "label": str(field.label),
        "help": str(field.help_text),
        "options": [(str(one["label"]), one["sign"]) for one in question["options"] if one["value"]],
    }


def _beside(dutch: list[dict[str, Any]], own: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The Dutch questions with the other language in ``own_label`` and ``own_help``, and in each of the options."""
    return [
        {
            **question,
            "own_label": other["label"],
            "own_help": other["help"],
            "options": [
                {"label": label, "own": mine, "sign": sign}
                for (label, sign), (mine, _sign) in zip(question["options"], other["options"], strict=True)
            ],
        }
        for question, other in zip(dutch, own, strict=True)
    ]
