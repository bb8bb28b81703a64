"""Writing a page of the knowledge centre."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mixen.fields import LongText, TextLine
from mixen.forms import OurForm
from projects.models import KnowledgePage

LONGEST_TEXT = 40_000


class KnowledgeForm(OurForm):
    """Title, sentence and text; ``seen_version`` is the version that was read when the page was opened."""

    title = TextLine(label=_("Titel"), max_length=120)
    lead = TextLine(label=_("Waar gaat het over?"), max_length=250, help_text=_("Eén zin. Hij staat in de lijst."))
    text = LongText(label=_("Tekst"), max_length=LONGEST_TEXT, rows=24)

    def take(self, typed: Any) -> None:
        """Fill the form with what was ``typed`` and is not to be judged yet."""
        self.initial = {**self.initial, **{name: typed.get(name, "") for name in self.fields}}

    def answers(self) -> dict[str, Any]:
        """What was typed, as the actions take it."""
        data = dict(self.cleaned_data)
        data["text"] = data["text"].strip() + "\n"
        return data


class NewKnowledgeForm(KnowledgeForm):
    """A page that is not there yet."""

    chapter = forms.ChoiceField(label=_("Hoofdstuk"), choices=KnowledgePage.Chapter.choices)
    field_order = ["chapter", "title", "lead", "text"]


class EditKnowledgeForm(KnowledgeForm):
    """A page that is there; says what was changed, for who reads the list of versions."""

    what = TextLine(
        label=_("Wat heb je veranderd?"), max_length=200, help_text=_("Een paar woorden voor je collega's.")
    )
    seen_version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, page: KnowledgePage, data: Any = None) -> None:
        current = {"title": page.title, "lead": page.lead, "text": page.text, "seen_version": page.version}
        super().__init__(data, initial=current)

    def has_read(self, version: int) -> None:
        """Let the next attempt build on ``version``, which the writer now sees beside the own text."""
        self.data = self.data.copy()  # type: ignore[attr-defined]
        self.data["seen_version"] = version  # type: ignore[index]
