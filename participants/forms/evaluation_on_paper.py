"""The evaluation typed over from paper."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from participants.forms.evaluation import EvaluationForm
from participants.models import Participant


class EvaluationOnPaperForm(EvaluationForm):
    """The same, with whose paper it is."""

    participant = forms.ModelChoiceField(
        Participant.objects.none(), label=_("Naam op het papier"), empty_label=_("Kies een deelnemer")
    )

    def __init__(self, people: Iterable[Participant], data: Any = None) -> None:
        super().__init__(data)
        field = self.fields["participant"]
        numbers = [one.pk for one in people]
        rows = Participant.objects.filter(pk__in=numbers).select_related("person", "project").in_order_of_name()
        field.queryset = rows  # type: ignore[attr-defined]
        field.label_from_instance = lambda one: one.person.name  # type: ignore[attr-defined]
