"""The shape of what is typed about a couple in between: a pause, going on after it, and taking a couple apart."""

from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.forms.couples import PeopleChoice
from matching.models import Couple
from matching.models.couple import CoupleQuerySet
from mixen.fields import DateField, TextLine
from mixen.forms import OurForm
from mixen.templatetags.display import day
from participants.models import Participant

MOVES = _("Iedereen wil dat: de laatste dag schuift mee met de pauze")


class PauseForm(OurForm):
    """When a couple does not meet, and why."""

    since = DateField(label=_("Eerste dag van de pauze"), initial=timezone.localdate)
    until = DateField(label=_("Laatste dag, als die bekend is"), required=False)
    reason = TextLine(
        label=_("Waarom?"),
        max_length=300,
        help_text=_(
            "Bijvoorbeeld: vakantie. Het team leest dit. Schrijf niets op over gezondheid, geloof of verblijfsstatus."
        ),
    )
    moves_end = forms.BooleanField(label=MOVES, required=False, initial=True)

    def __init__(self, couple: Couple, data: Any = None) -> None:
        super().__init__(data)
        self.fields["moves_end"].help_text = _now(couple)

    def layout(self) -> Layout:
        return Layout(Row(Column("since"), Column("until")), "reason", "moves_end")


class ResumeForm(OurForm):
    """From when a couple meets again."""

    on = DateField(label=_("Vanaf wanneer zien ze elkaar weer?"), initial=timezone.localdate)
    moves_end = forms.BooleanField(label=MOVES, required=False)

    def __init__(self, couple: Couple, data: Any = None) -> None:
        pause = couple.pause
        super().__init__(data, initial={"moves_end": pause.moves_end if pause else True})
        self.fields["moves_end"].help_text = _now(couple)


def _now(couple: Couple) -> str:
    return _("De laatste dag van dit koppel is nu %(day)s.") % {"day": day(couple.planned_end)}


class SeparateForm(OurForm):
    """Which couple is taken apart, who is not coupled for now, and who calls them."""

    couple = forms.ModelChoiceField(
        Couple.objects.none(), label=_("Welk koppel?"), widget=forms.RadioSelect, empty_label=None
    )
    kept = PeopleChoice(
        Participant.objects.none(),
        label=_("Wie wordt voorlopig niet meer gekoppeld?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("De anderen kunnen met iemand anders verder. Met elkaar komen ze nooit meer in een koppel."),
    )
    caller = forms.ChoiceField(
        label=_("Wie belt ze?"),
        choices=[("me", _("ik zelf")), ("ambassador", _("de ambassadeur van het koppel"))],
        initial="me",
        widget=forms.RadioSelect,
        help_text=_("Het staat op de bellijst. De ambassadeur hoort niet waarom het koppel stopt."),
    )

    def __init__(self, couples: CoupleQuerySet, data: Any = None) -> None:
        rows = list(couples)
        super().__init__(data, initial={"couple": rows[0].pk if len(rows) == 1 else None})
        self.fields["couple"].queryset = couples  # type: ignore[attr-defined]
        inside = [one.pk for row in rows for one in row.people]
        people = Participant.objects.filter(pk__in=inside, not_matched_since__isnull=True).select_related("person")
        self.fields["kept"].queryset = people.in_order_of_name()  # type: ignore[attr-defined]
