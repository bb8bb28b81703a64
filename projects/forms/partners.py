"""The shape of what is typed about organisations: who they are, whom one speaks to, and what is agreed."""

from typing import Any

from crispy_forms.layout import Column, Field, Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.fields import DateField, LongText, MailField, NameField, PhoneField, TextLine
from mixen.forms import EditForm, OurForm
from projects.models import ContactPerson, District, Organisation, Partnership, Project, StepFree

ABOUT = ("name", "kind", "district", "city_wide", "address", "step_free", "transit", "website", "phone", "offers")


class OrganisationForm(EditForm):
    """Who an organisation is. Who leads a project chooses among its district; fixed partners are the coordinator's."""

    name = NameField(label=_("Naam"))
    kind = forms.ChoiceField(label=_("Wat is het vooral?"), choices=Organisation.Kind.choices)
    also = forms.MultipleChoiceField(
        label=_("Wat is het ook?"),
        choices=Organisation.Kind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Bijvoorbeeld: een school die ook een zaal geeft."),
    )
    offers = TextLine(
        label=_("Wat biedt de organisatie?"),
        max_length=300,
        required=False,
        help_text=_("Bijvoorbeeld: een zaal voor 60 mensen, met een keuken."),
    )
    district = forms.ModelChoiceField(
        District.objects.all(), label=_("Stadsdeel"), required=False, empty_label=_("De hele stad")
    )
    city_wide = forms.BooleanField(
        label=_("Vaste partner in de hele stad"),
        required=False,
        help_text=_("Wordt in elk project voorgesteld."),
    )
    address = TextLine(label=_("Adres"), required=False)
    step_free = forms.ChoiceField(
        label=_("Ingang"), choices=StepFree.choices, initial=StepFree.UNKNOWN, required=False
    )
    transit = TextLine(
        label=_("Tram of bus"), required=False, help_text=_("Bijvoorbeeld: tram 17, halte Osdorpplein.")
    )
    website = forms.URLField(
        label=_("Website"),
        required=False,
        max_length=200,
        assume_scheme="https",
        error_messages={
            "invalid": _("Vul een adres in zoals www.voorbeeld.nl."),
            "max_length": _("Dit is te lang. Gebruik ten hoogste %(limit_value)d tekens."),
        },
    )
    phone = PhoneField(label=_("Telefoon"), required=False)

    def __init__(
        self,
        data: Any = None,
        organisation: Organisation | None = None,
        *,
        led: list[Project] | None = None,
    ) -> None:
        """``led`` are the projects of who is no coordinator."""
        super().__init__(data, _organisation_now(organisation))
        if led is not None:
            del self.fields["city_wide"]
            districts = District.objects.filter(pk__in={project.district_id for project in led})
            self.fields["district"].queryset = districts  # type: ignore[attr-defined]
            self.fields["district"].required = True
            self.fields["district"].empty_label = _("Kies een stadsdeel")  # type: ignore[attr-defined]
            if organisation is not None and organisation.district_id is None:
                del self.fields["district"]

    def clean_step_free(self) -> str:
        """Left open is not known."""
        return self.cleaned_data["step_free"] or StepFree.UNKNOWN

    def layout(self) -> Layout:
        rows: list[Any] = [
            "seen",
            "name",
            "kind",
            Field("also", wrapper_class="choices choices--three"),
            "offers",
            *(name for name in ("district", "city_wide") if name in self.fields),
            "address",
            Row(Column("step_free"), Column("transit")),
            Row(Column("website"), Column("phone")),
        ]
        return Layout(*rows)


def _organisation_now(organisation: Organisation | None) -> dict[str, Any]:
    if organisation is None:
        return {}
    facts = {name: getattr(organisation, name) for name in ABOUT}
    return {**facts, "also": [row.kind for row in organisation.other_kinds.all()]}


class ContactForm(EditForm):
    """Somebody to call at an organisation."""

    name = NameField(label=_("Naam"))
    job = TextLine(label=_("Functie"), max_length=100, required=False)
    email = MailField(label=_("E-mail"), required=False)
    phone = PhoneField(label=_("Telefoon"), required=False)

    def __init__(self, data: Any = None, contact: ContactPerson | None = None) -> None:
        names = ("name", "job", "email", "phone")
        super().__init__(data, {name: getattr(contact, name) for name in names} if contact else {})


class ContactNoteForm(OurForm):
    """What was spoken of with an organisation, and what comes next."""

    on = DateField(label=_("Wanneer was het contact?"), initial=timezone.localdate)
    contact = forms.ModelChoiceField(
        ContactPerson.objects.none(), label=_("Met wie?"), required=False, empty_label=_("Iemand anders")
    )
    project = forms.ModelChoiceField(
        Project.objects.none(),
        label=_("Voor welk project?"),
        required=False,
        empty_label=_("Voor geen project apart"),
        help_text=_("De volgende stap komt dan bij 'Dit vraagt aandacht' van dat project."),
    )
    what = LongText(
        label=_("Waarover ging het?"),
        help_text=_("Schrijf niets op over deelnemers. Daarvoor is hun eigen bladzijde."),
    )
    next_step = TextLine(label=_("Volgende stap"), max_length=200, required=False)
    next_on = DateField(label=_("Wanneer?"), required=False)

    def __init__(self, organisation: Organisation, led: list[Project], data: Any = None) -> None:
        super().__init__(data)
        self.fields["contact"].queryset = organisation.contact_people.all()  # type: ignore[attr-defined]
        projects = Project.objects.filter(pk__in=[project.pk for project in led])
        self.fields["project"].queryset = projects  # type: ignore[attr-defined]

    def layout(self) -> Layout:
        return Layout(
            Row(Column("on"), Column("contact")), "what", Row(Column("next_step"), Column("next_on")), "project"
        )


class Agreed(forms.Form):
    """What every form about an agreement asks."""

    contribution = TextLine(
        label=_("Wat doet de organisatie?"), max_length=300, help_text=_("Bijvoorbeeld: geeft de zaal.")
    )
    terms = LongText(
        label=_("Wat is er verder afgesproken?"),
        required=False,
        help_text=_(
            "Dagen, tijden, aantallen, kosten. De partner leest dit ook. Schrijf hier geen namen van deelnemers."
        ),
    )
    contact = forms.ModelChoiceField(
        ContactPerson.objects.none(),
        label=_("Contactpersoon"),
        required=False,
        empty_label=_("Nog niemand"),
    )
    agreed_on = DateField(label=_("Afgesproken op"), required=False)


class PartnerForm(Agreed, OurForm):
    """An organisation that takes part, and with what."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("Organisatie"), empty_label=_("Kies een organisatie")
    )
    field_order = ("organisation", "contribution", "terms", "contact", "agreed_on")

    def __init__(self, project: Project, data: Any = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial)
        reach = Organisation.objects.within_reach_of(project)
        others = reach.exclude(pk__in=project.partnerships.values("organisation"))
        contacts = ContactPerson.objects.filter(organisation__in=reach).select_related("organisation")
        self.fields["organisation"].queryset = others  # type: ignore[attr-defined]
        self.fields["contact"].queryset = contacts  # type: ignore[attr-defined]


class PartnerChangeForm(Agreed, EditForm):
    """What was agreed, and with whom. Another text has to be confirmed anew."""

    def __init__(self, partnership: Partnership, data: Any = None) -> None:
        names = ("contribution", "terms", "contact", "agreed_on")
        super().__init__(data, {name: getattr(partnership, name) for name in names})
        contacts = partnership.organisation.contact_people.select_related("organisation")
        self.fields["contact"].queryset = contacts  # type: ignore[attr-defined]


class AgreementAnswerForm(OurForm):
    """What a partner says is not right."""

    remark = LongText(
        label=_("Wat klopt er niet?"),
        max_length=1000,
        error_messages={"required": _("Schrijf op wat er niet klopt. Dan passen we het aan.")},
    )
