"""The shape of what is typed about couples. Each form takes the project it is about."""

from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.forms.places import LONGEST, offer_places, what_was_done
from matching.models import Couple, EndReason
from matching.places import places_for
from mixen.accounts.models import User
from mixen.fields import DateField, HoursField, ManyChoice, TextLine, TimeField
from mixen.forms import EditForm, OurForm
from participants.models import Participant, Side
from projects.models import Meeting, Project


class PersonChoice(forms.ModelChoiceField):
    """A participant by name, with the neighbourhood to tell two of one name apart."""

    def label_from_instance(self, obj: Any) -> str:
        return _described(obj)


class PeopleChoice(ManyChoice):
    """Several participants by name."""

    def label_from_instance(self, obj: Any) -> str:
        return _described(obj)


def _described(participant: Participant) -> str:
    area = participant.person.postcode_area
    return f"{participant.person.name} ({area})" if area else participant.person.name


class CoupleForm(OurForm):
    """A couple made by hand: one old and one to three new who are unmatched."""

    old = PersonChoice(
        Participant.objects.none(), label=_("'Oude' Amsterdammer"), empty_label=_("Kies iemand"), widget=forms.Select
    )
    new = PeopleChoice(
        Participant.objects.none(),
        label=_("'Nieuwe' Amsterdammers"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Eén is het mooist. Twee of drie kan als de 'oude' Amsterdammer dat wil."),
    )
    meeting = forms.ModelChoiceField(
        Meeting.objects.none(), label=_("Gevormd op"), required=False, empty_label=_("Buiten een mixbijeenkomst")
    )
    ambassador = forms.ModelChoiceField(
        User.objects.none(), label=_("Ambassadeur"), required=False, empty_label=_("Nog niemand")
    )
    again = forms.BooleanField(label=_("Ze waren al eens een koppel, en willen dat allebei opnieuw"), required=False)

    def __init__(self, project: Project, data: Any = None, wanted: Participant | None = None) -> None:
        """``wanted`` is somebody to be coupled again, who is filled in."""
        chosen = {"old": wanted.pk} if wanted and wanted.is_old else {"new": [wanted.pk] if wanted else []}
        super().__init__(data, initial=chosen)
        people = project.participants.active().select_related("person").in_order_of_name()
        # Only the unmatched are offered, but everybody may be sent: who was coupled meanwhile, or stands on the wrong
        # side, is refused by the action, which says why and who was first.
        old = people if self.is_bound else people.unmatched().on_side(Side.OLD)
        new = people if self.is_bound else people.unmatched().on_side(Side.NEW)
        self.fields["old"].queryset = old  # type: ignore[attr-defined]
        self.fields["new"].queryset = new  # type: ignore[attr-defined]
        mixes = project.meetings.of_kind(Meeting.Kind.MIX)
        self.fields["meeting"].queryset = mixes  # type: ignore[attr-defined]
        team = User.objects.filter(memberships__project=project)
        self.fields["ambassador"].queryset = team  # type: ignore[attr-defined]


class JoinForm(OurForm):
    """A newcomer who joins a standing couple."""

    participant = PersonChoice(
        Participant.objects.none(), label=_("'Nieuwe' Amsterdammer"), empty_label=_("Kies iemand")
    )
    again = forms.BooleanField(label=_("Ze waren al eens een koppel, en willen dat allebei opnieuw"), required=False)

    def __init__(self, project: Project, data: Any = None) -> None:
        super().__init__(data)
        people = project.participants.unmatched().select_related("person").in_order_of_name()
        self.fields["participant"].queryset = people.on_side(Side.NEW)  # type: ignore[attr-defined]


class AppointmentForm(EditForm):
    """The first appointment, read back to everybody."""

    day = DateField(label=_("Datum"))
    at = TimeField(label=_("Tijd"))
    place = TextLine(label=_("Plaats"), help_text=_("Zo precies dat je elkaar vindt, bijvoorbeeld: bij de kassa."))
    confirmed = forms.BooleanField(
        label=_("Voorgelezen, en iedereen heeft het begrepen"),
        error_messages={"required": _("Lees datum, tijd en plaats voor en vraag of het duidelijk is.")},
    )

    def __init__(self, couple: Couple, data: Any = None) -> None:
        when = timezone.localtime(couple.first_appointment_at) if couple.first_appointment_at else None
        now = {"day": when.date() if when else None, "at": when.time() if when else None}
        super().__init__(data, {**now, "place": couple.first_appointment_place})

    def layout(self) -> Layout:
        return Layout(Row(Column("day"), Column("at")), "place", "confirmed")


class OutingForm(OurForm):
    """One meeting of a couple."""

    day = DateField(label=_("Datum"), initial=timezone.localdate)
    hours = HoursField(label=_("Hoeveel uur?"), initial="2")
    place = forms.ChoiceField(label=_("Welke strip uit het boekje?"), required=False)
    what = TextLine(label=_("Wat hebben jullie gedaan?"), required=False)

    def __init__(self, project: Project, data: Any = None) -> None:
        super().__init__(data)
        self.groups = places_for(project)
        offer_places(self, self.groups)

    def layout(self) -> Layout:
        asked = [name for name in ("place", "what") if name in self.fields]
        return Layout(Row(Column("day"), Column("hours")), *asked)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if len(what_was_done(data, self.groups)) > LONGEST:
            self.add_error("what", _("Dit is te lang. Schrijf het korter."))
        return data

    def outing(self) -> dict[str, Any]:
        """What ``log_outing`` needs."""
        data = self.cleaned_data
        return {
            "day": data["day"],
            "hours": data["hours"],
            "what": what_was_done(data, self.groups),
            "place": data.get("place", ""),
        }


class EndForm(OurForm):
    """Why a couple stops, and who leaves the project altogether."""

    # Taking a couple apart is a deed of its own, with a concern.
    reason = forms.ChoiceField(
        label=_("Reden"),
        choices=[
            ("", _("Kies een reden")),
            *(choice for choice in EndReason.choices if choice[0] != EndReason.SEPARATED),
        ],
    )
    note = TextLine(label=_("Uitleg"), max_length=300, required=False)
    stopping = PeopleChoice(
        Participant.objects.none(),
        label=_("Wie stopt helemaal met het project?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("De anderen kunnen opnieuw gemixt worden."),
    )
    on = DateField(label=_("Vanaf"), initial=timezone.localdate)

    def __init__(self, couple: Couple, data: Any = None) -> None:
        super().__init__(data)
        inside = [participant.pk for participant in couple.people]
        people = Participant.objects.filter(pk__in=inside).select_related("person")
        self.fields["stopping"].queryset = people  # type: ignore[attr-defined]

    def clean_on(self) -> Any:
        day = self.cleaned_data["on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("Deze datum moet nog komen. Kies vandaag of een eerdere dag."))
        return day
