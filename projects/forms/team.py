"""The shape of what is typed about the team of a project."""

from typing import Any

from crispy_forms.layout import Column, Field, Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from mixen.dayparts import DAYPARTS, daypart_name
from mixen.fields import DateField, LongText, MailField, ManyChoice, NameField, TextLine
from mixen.forms import EditForm, OurForm
from projects.models import Membership, Project, Role, Training


class TeamChoice(forms.ModelChoiceField):
    """Somebody of the team, by name."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.user.name)


class TeamManyChoice(ManyChoice):
    """Several of the team, by name."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.user.name)


class InviteForm(OurForm):
    """Whom to ask for the team. A project leader is asked by the coordinator alone."""

    name = NameField(label=_("Naam"))
    email = MailField(label=_("E-mail"))
    role = forms.ChoiceField(label=_("Rol"), choices=Role.choices, initial=Role.AMBASSADOR)

    def __init__(self, data: Any = None, initial: Any = None, *, leaders_too: bool) -> None:
        super().__init__(data, initial=initial)
        if not leaders_too:
            del self.fields["role"]


class AcceptForm(OurForm):
    """What somebody fills in who joins the team: the same for everybody, with or without an account."""

    name = NameField(label=_("Naam"))
    password = forms.CharField(
        label=_("Wachtwoord"),
        required=False,
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}, render_value=False),
        help_text=_(
            "Ten minste 12 tekens. Laat het leeg als je al een account hebt, of als je liever elke keer "
            "een code per mail krijgt."
        ),
    )


def _dayparts() -> list[tuple[str, str]]:
    return [(code, daypart_name(code)) for code in DAYPARTS]


class OwnPartForm(EditForm):
    """When somebody of the team can; what they may say of themselves."""

    dayparts = forms.MultipleChoiceField(
        label=_("Wanneer kun je?"), choices=_dayparts, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, membership: Membership, data: Any = None) -> None:
        names = [name for name in self.base_fields if name != "seen"]
        super().__init__(data, {name: getattr(membership, name) for name in names})

    def layout(self) -> Layout:
        return Layout("seen", Field("dayparts", wrapper_class="choices choices--three"))


class MemberForm(OwnPartForm):
    """All that is noted of somebody in the team."""

    tasks = TextLine(
        label=_("Taken"),
        max_length=300,
        required=False,
        help_text=_("Bijvoorbeeld: inschrijftafel, catering, excursies begeleiden."),
    )
    conduct_certificate_seen_on = DateField(label=_("VOG gezien op"), required=False)
    insured = forms.BooleanField(label=_("De vrijwilligersverzekering is geregeld"), required=False)
    trained_on = DateField(
        label=_("Training afgerond op"),
        required=False,
        help_text=_("Wordt vanzelf ingevuld als iemand beide dagdelen deed."),
    )

    def layout(self) -> Layout:
        return Layout(
            "seen",
            "tasks",
            Row(Column("conduct_certificate_seen_on"), Column("trained_on")),
            "insured",
            Field("dayparts", wrapper_class="choices choices--three"),
        )


class AwayForm(OurForm):
    """From when until when somebody is away, and who takes over."""

    since = DateField(label=_("Weg vanaf"))
    until = DateField(label=_("Weg tot en met"))
    covered_by = TeamChoice(
        Membership.objects.none(), label=_("Wie neemt het over?"), required=False, empty_label=_("Nog niemand")
    )

    def __init__(self, membership: Membership, data: Any = None) -> None:
        super().__init__(data)
        others = membership.project.memberships.exclude(pk=membership.pk).select_related("user").order_by("user__name")
        self.fields["covered_by"].queryset = others  # type: ignore[attr-defined]

    def layout(self) -> Layout:
        return Layout(Row(Column("since"), Column("until")), "covered_by")


class TrainingForm(EditForm):
    """One half-day of training: what it is about, and afterwards who was there."""

    part = forms.TypedChoiceField(label=_("Welk dagdeel?"), choices=Training.Part.choices, coerce=int)
    on = DateField(label=_("Wanneer?"))
    place = TextLine(label=_("Waar?"), required=False)
    topics = LongText(
        label=_("Onderwerpen"),
        required=False,
        help_text=_("Bijvoorbeeld: werven, de mixbijeenkomst, bellen, grenzen stellen."),
    )
    followed = TeamManyChoice(
        Membership.objects.none(),
        label=_("Wie waren er?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Vul dit in als de training is geweest."),
    )

    def __init__(self, project: Project, data: Any = None, training: Training | None = None) -> None:
        super().__init__(data, _training_now(training) if training else {})
        team = project.memberships.select_related("user").order_by("user__name")
        self.fields["followed"].queryset = team  # type: ignore[attr-defined]

    def layout(self) -> Layout:
        return Layout(Row(Column("part"), Column("on")), "place", "topics", Field("followed", wrapper_class="choices"))


def _training_now(training: Training) -> dict[str, Any]:
    names = ("part", "on", "place", "topics")
    return {
        **{name: getattr(training, name) for name in names},
        "followed": list(training.followed.select_related("user")),
    }
