"""The whole form with which somebody signs up: on a tablet, on their own phone, or typed over from paper."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from mixen.forms import OurForm
from participants.forms.agreement import Agreement
from participants.forms.person import PART_FIELDS, PERSON_FIELDS
from participants.forms.questions import Questions
from participants.models import Side
from participants.registration.questions import (
    AGREE,
    ASKED_WHEN,
    CHECKED_AS,
    GROUPS,
    NOT_NUMBERED,
    SHORT_CHOICES,
    Group,
    numbers,
)
from projects.models import Organisation, Project

SIDES = [
    (Side.NEW, _("Ik ben nieuw: ik leer Nederlands en woon nog niet zo lang in Amsterdam.")),
    (Side.OLD, _("Ik woon al lang in Amsterdam en spreek goed Nederlands.")),
]


class RegistrationForm(Questions, Agreement, OurForm):
    """Interest and definite sign-up in one go: the questions, consent and a signature."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    side = forms.ChoiceField(label=_("Wat past bij jou?"), choices=SIDES, widget=forms.RadioSelect)
    is_adult = forms.BooleanField(
        label=_("Ik ben 18 jaar of ouder"),
        error_messages={"required": _("Vink dit aan. Meedoen kan vanaf 18 jaar.")},
    )

    def __init__(self, project: Project, data: Any = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial={"key": uuid4(), **(initial or {})})
        self.project = project
        partners = Organisation.objects.filter(partnerships__project=project)
        self.fields["heard_from"].queryset = partners  # type: ignore[attr-defined]

    @property
    def screens(self) -> list[dict[str, Any]]:
        """The groups of questions with their fields, numbers and conditions, and the group of consent last."""
        number = numbers()
        return [
            {
                "group": group,
                "questions": [
                    {
                        "field": self[name],
                        "label": str(self.base_fields[name].label),
                        "number": number.get(name),
                        "when": ASKED_WHEN.get(name),
                        "check": CHECKED_AS.get(name),
                        "chips": name in SHORT_CHOICES,
                    }
                    for name in group.fields
                    if name not in NOT_NUMBERED
                ],
            }
            for group in self.groups
        ]

    groups: tuple[Group, ...] = (*GROUPS, AGREE)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        for name, (other, value) in ASKED_WHEN.items():
            if not self._says(data, other, value):
                data[name] = self._unasked(name)
                self.errors.pop(name, None)
        if not any(data.get(name) for name in ("phone", "email", "reach")) and not self._any_error("phone", "email"):
            self.add_error("reach", _("Vul één manier in om je te bereiken: telefoon, e-mail of iets anders."))
        self.check_agreement(data, data.get("email") or "")
        return data

    def _says(self, data: dict[str, Any], name: str, value: str) -> bool:
        given = data.get(name)
        return given is True if value == "on" else given == value

    def _unasked(self, name: str) -> Any:
        empty: dict[str, Any] = {"women_only": False, "max_new": 1}
        return empty.get(name, "")

    def _any_error(self, *names: str) -> bool:
        return any(name in self.errors for name in names)

    def person_fields(self) -> dict[str, Any]:
        """The fields of Person; the country travels with its consent."""
        names = [name for name in PERSON_FIELDS if name != "country" and name in self.cleaned_data]
        return {name: self.cleaned_data[name] for name in names}

    def part_fields(self) -> dict[str, Any]:
        """The fields of Participant."""
        names = [*PART_FIELDS, "copy_by"]
        return {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}
