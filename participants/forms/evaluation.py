"""The evaluation as it is filled in, on somebody's own phone or on a tablet. Participants read every word of it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mixen.fields import LongText
from mixen.forms import OurForm
from participants.models import Evaluation

PASS = ("", _("Dat sla ik over"))
TRUE_FOR_YOU = _("Klopt dit voor jou?")
# What is drawn beside an answer, for who reads little: how many of three blocks are full, or a sign of its own.
SIGNS: dict[str, dict[Any, str]] = {
    "Wish": {"yes": "yes", "maybe": "maybe", "no": "no"},
    "Spoken": {1: "less", 2: "same", 3: "more", 4: "much-more"},
    "Agrees": {1: "blocks-0", 2: "blocks-1", 3: "blocks-2", 4: "blocks-3"},
}
KINDS: dict[str, Any] = {
    "again": Evaluation.Wish,
    "go_on": Evaluation.Wish,
    "dutch": Evaluation.Spoken,
    "neighbourhood": Evaluation.Agrees,
    "own_group": Evaluation.Agrees,
    "locals": Evaluation.Agrees,
    "institutions": Evaluation.Agrees,
    "reach": Evaluation.Agrees,
}


def _choices(kind: Any) -> list[tuple[Any, Any]]:
    """The answers of ``kind``, and passing over."""
    return [*zip(kind.values, kind.labels, strict=True), PASS]


def _one_of(kind: Any, label: Any, help_text: Any = "") -> forms.TypedChoiceField:
    coerce: Callable[[str], Any] = str if kind is Evaluation.Wish else int
    return forms.TypedChoiceField(
        label=label,
        help_text=help_text,
        choices=_choices(kind),
        coerce=coerce,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )


class EvaluationForm(OurForm):
    """Eight questions and a few words; each may be passed over."""

    again = _one_of(Evaluation.Wish, _("Zou je nog een keer meedoen met Mixen in Mokum?"))
    go_on = _one_of(Evaluation.Wish, _("Blijven jij en je mixmaatje elkaar zien?"))
    dutch = _one_of(Evaluation.Spoken, _("Hoeveel Nederlands spreek je nu met andere mensen?"))
    neighbourhood = _one_of(Evaluation.Agrees, _("Ik ken mijn buurt."), TRUE_FOR_YOU)
    own_group = _one_of(
        Evaluation.Agrees,
        _("Ik heb contact met mensen van mijn eigen groep, zoals familie of mensen die mijn taal spreken."),
        TRUE_FOR_YOU,
    )
    locals = _one_of(
        Evaluation.Agrees, _("Ik heb contact met andere Amsterdammers, buiten mijn eigen groep."), TRUE_FOR_YOU
    )
    institutions = _one_of(
        Evaluation.Agrees, _("Ik weet bij welke instantie ik moet zijn als ik iets nodig heb."), TRUE_FOR_YOU
    )
    reach = _one_of(
        Evaluation.Agrees,
        _("Ik kon makkelijk bij de bijeenkomsten komen."),
        TRUE_FOR_YOU,
    )
    words = LongText(
        label=_("Wat wil je nog zeggen?"),
        required=False,
        max_length=1000,
        help_text=_("Schrijf geen namen op, ook niet die van jezelf."),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        for name in Evaluation.ANSWERS:  # that each may stay empty is said once, above them all
            self.fields[name].label = self.base_fields[name].label  # type: ignore[attr-defined]

    @property
    def questions(self) -> list[dict[str, Any]]:
        """The questions to choose in, each with its number and its answers; what was chosen stays chosen."""
        return [self._question(number, name) for number, name in enumerate(KINDS, start=1)]

    def _question(self, number: int, name: str) -> dict[str, Any]:
        field = self[name]
        chosen = str(field.value()) if field.name in self.data else None
        signs = SIGNS[KINDS[name].__name__]
        options = [
            {
                "value": value,
                "label": label,
                "sign": signs.get(value, ""),
                "id": f"{field.auto_id}_{place}",
                "checked": str(value) == chosen,
            }
            for place, (value, label) in enumerate(_choices(KINDS[name]))
        ]
        return {"number": number, "field": field, "options": options}

    def answers(self) -> dict[str, Any]:
        """What ``answer_evaluation`` needs."""
        return {name: self.cleaned_data[name] for name in Evaluation.ANSWERS}
