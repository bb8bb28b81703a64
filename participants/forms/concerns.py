"""The shape of what is typed about a concern."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mixen.fields import LongText, ManyChoice
from mixen.forms import OurForm
from participants.models import Concern, Participant
from projects.models import Project

CAREFUL = _("Schrijf niets op over gezondheid, geloof of verblijfsstatus.")


class Named(ManyChoice):
    """Several participants, to be ticked."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.person.name)


class Somebody(forms.ModelChoiceField):
    """One participant out of all of a project."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.person.name)


class ConcernForm(OurForm):
    """What somebody saw or heard. Whom it is about need not be said."""

    words = LongText(label=_("Wat is er aan de hand?"), help_text=_("Wat zag of hoorde je? Wanneer was dat?"), rows=6)
    about = Named(
        Participant.objects.none(),
        label=_("Over wie gaat het?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    other = Somebody(
        Participant.objects.none(), label=_("Over iemand anders"), required=False, empty_label=_("Niemand anders")
    )
    where = forms.ChoiceField(
        label=_("Waar was het?"),
        choices=[choice for choice in Concern.Where.choices if choice[0] != Concern.Where.PERSONAL],
    )

    def __init__(
        self, project: Project, people: Sequence[Participant] = (), where: str = Concern.Where.OTHER, data: Any = None
    ) -> None:
        numbers = [one.pk for one in people]
        super().__init__(data, initial={"about": numbers, "where": where})
        self.fields["words"].help_text = f"{self.fields['words'].help_text} {CAREFUL}"
        everybody = project.participants.select_related("person").in_order_of_name()
        self.fields["about"].queryset = everybody.filter(pk__in=numbers)  # type: ignore[attr-defined]
        self.fields["other"].queryset = everybody.exclude(pk__in=numbers)  # type: ignore[attr-defined]
        if not numbers:
            del self.fields["about"]
            self.fields["other"].label = _("Over wie gaat het? (mag leeg)")
            self.fields["other"].empty_label = _("Dat zeg ik niet, of ik weet het niet")  # type: ignore[attr-defined]

    def report(self) -> dict[str, Any]:
        """What ``report_concern`` needs."""
        data = dict(self.cleaned_data)
        people = [*data.pop("about", [])]
        other = data.pop("other")
        return {**data, "about": [*people, other] if other else people}


class StepForm(OurForm):
    """What was done about a concern."""

    what = LongText(label=_("Wat heb je gedaan?"), max_length=2000, rows=3, help_text=CAREFUL)


class NamePeopleForm(OurForm):
    """Whom a concern is about, beside who was named already."""

    about = Named(Participant.objects.none(), label=_("Over wie gaat het?"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, concern: Concern, data: Any = None) -> None:
        super().__init__(data)
        everybody = concern.project.participants.select_related("person").in_order_of_name()
        others = everybody.exclude(pk__in=concern.about.values("pk"))
        self.fields["about"].queryset = others  # type: ignore[attr-defined]


class MatchAgainForm(OurForm):
    """Why somebody may be coupled again."""

    why = LongText(label=_("Waarom kan dit weer?"), max_length=1000, rows=3, help_text=CAREFUL)
