"""Choosing what stays when two people on record are one."""

from typing import Any

from django import forms
from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mixen.fields import readable_phone
from mixen.forms import OurForm
from participants.doubles.merging import PART_CHOICES, PERSON_CHOICES, stamp
from participants.models import Participant, Person

YES_NO = {True: gettext_lazy("ja"), False: gettext_lazy("nee"), None: ""}


def shown(row: Any, name: str) -> str:
    """A field of a person or participant as it reads on the page; empty when there is nothing."""
    value = getattr(row, name)
    if name == "phone":
        return readable_phone(value) if value else ""
    if name == "country":
        return str(value.name)
    if value is None or isinstance(value, bool):
        return str(YES_NO[value])
    display = getattr(row, f"get_{name}_display", None)
    return str(display() if display and value else value)


def label(model: Any, name: str) -> str:
    """What a field is called, with a capital."""
    try:
        text = str(model._meta.get_field(name).verbose_name)
    except FieldDoesNotExist:
        text = name
    return text[:1].upper() + text[1:]


class MergeForm(OurForm):
    """For each field in which two people differ: whose stays. The answer is the number of that person."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, first: Participant, second: Participant, data: Any = None) -> None:
        self.first, self.second = self.both = first, second
        super().__init__(data)
        self.fields["seen"].initial = stamp(first.person, second.person)
        self.same: list[tuple[str, str]] = []
        self._compare(Person, PERSON_CHOICES, first.person, second.person)
        if first.project_id == second.project_id:
            self._compare(Participant, PART_CHOICES, first, second)
        self.fields["one_person"] = forms.BooleanField(
            label=_("Ja, dit is één persoon. Samenvoegen kan niet ongedaan worden gemaakt."),
            error_messages={"required": _("Vink dit aan als je het zeker weet.")},
        )

    def _compare(self, model: Any, names: tuple[str, ...], one: Any, other: Any) -> None:
        for name in names:
            texts = shown(one, name), shown(other, name)
            if texts[0] == texts[1]:
                self.same += [(label(model, name), texts[0])] if texts[0] else []
                continue
            numbers = self.first.person_id, self.second.person_id
            self.fields[name] = forms.TypedChoiceField(
                label=label(model, name),
                choices=[(number, text or _("leeg")) for number, text in zip(numbers, texts, strict=True)],
                coerce=int,
                initial=self._likely(name, numbers, texts),
                widget=forms.RadioSelect,
                error_messages={"required": _("Maak een keuze."), "invalid_choice": _("Kies iets uit de lijst.")},
            )

    @staticmethod
    def _likely(name: str, numbers: tuple[int, int], texts: tuple[str, str]) -> int:
        """What is filled in, and of two what was told last; that a woman goes with women alone is never dropped."""
        if name == "women_only":
            return numbers[texts.index(str(YES_NO[True]))]
        if all(texts):
            return max(numbers)
        return numbers[0] if texts[0] else numbers[1]

    def pairs(self) -> list[Any]:
        """The fields to choose in, in order."""
        return [self[name] for name in self.fields if name not in {"seen", "one_person"}]

    def values(self) -> dict[str, int]:
        """By field the number of the person whose value stays."""
        return {field.name: self.cleaned_data[field.name] for field in self.pairs()}
