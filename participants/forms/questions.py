"""The questions about a person as form fields: the one place for their shape, whoever fills them in."""

from functools import cache
from typing import Any

from babel import Locale
from django import forms
from django.db.models import Case, When
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from mixen.dayparts import DAYPARTS, PART_NAMES
from mixen.fields import ManyChoice, NameField, PhoneField, PostcodeField, TextLine
from mixen.languages import SOURCE
from participants.models import Interest, Language, Participant, Person
from projects.models import Organisation

Choices = tuple[tuple[str, str], ...]
OLDEST = 110
YOUNGEST = 18
YES_NO = [("yes", _("Ja")), ("no", _("Nee"))]
DUTCH = [
    ("A1", _("Ik spreek een paar woorden Nederlands.")),
    ("A2", _("Ik spreek korte zinnen.")),
    ("B1", _("Ik kan een gesprek voeren.")),
    ("B2", _("Ik spreek vlot Nederlands.")),
]
# Babel has no name of these languages in themselves.
OWN_NAMES = {
    "ary": "الدارجة", "ber": "Tamaziɣt", "ckb": "سۆرانی", "fy": "Frysk", "ga": "Gaeilge", "ku": "Kurdî",
    "pap": "Papiamentu", "prs": "دری", "srn": "Sranantongo", "tw": "Twi",
}  # fmt: skip


def own_name(code: str) -> str:
    """A language's name in itself; empty when nobody knows it."""
    if code in OWN_NAMES:
        return OWN_NAMES[code]
    try:
        return Locale.parse(code).display_name or ""
    except (ValueError, LookupError):
        return ""


def country_choices() -> Choices:
    """Every country by its name in the language of the page, in the order of those names."""
    return _countries_in(get_language() or SOURCE)


@cache
def _countries_in(language: str) -> Choices:
    names = Locale.parse(language).territories
    rows = [(code, str(names.get(code, name))) for code, name in countries]
    return ("", gettext("Niet ingevuld")), *sorted(rows, key=lambda row: row[1])


def daypart_choices() -> Choices:
    """Every daypart as ``zaterdag, ochtend`` in the language of the page."""
    return _dayparts_in(get_language() or SOURCE)


@cache  # a form asks for them once for each daypart that was chosen
def _dayparts_in(language: str) -> Choices:
    days = Locale.parse(language).days["stand-alone"]["wide"]
    order = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    return tuple((code, f"{days[order.index(code[:3])]}, {PART_NAMES[code[4:]]}") for code in DAYPARTS)


# Those most often met come first; the others follow by their Dutch name, folded away.
OFTEN_MET = ("ar", "ti", "tr", "uk", "fa", "en", "fr", "es", "prs", "ary", "so", "am")


class LanguageChoice(ManyChoice):
    """Languages by their own name, with the Dutch one behind it."""

    def label_from_instance(self, obj: Any) -> str:
        own = own_name(obj.code)
        return f"{own} · {obj.name}" if own and own.casefold() != obj.name.casefold() else obj.name


def _places() -> list[When]:
    return [When(code=code, then=place) for place, code in enumerate(OFTEN_MET)]


class InterestChoice(ManyChoice):
    """Interests in the language of the page, as far as they were translated."""

    def label_from_instance(self, obj: Any) -> str:
        return gettext(obj.name)


class Questions(forms.Form):
    """Who somebody is and what matters for a good match."""

    name = NameField(label=_("Voornaam en achternaam"))
    call_name = TextLine(label=_("Hoe wil je genoemd worden?"), max_length=100, required=False)
    own_script_name = TextLine(label=_("Je naam in je eigen schrift"), required=False)
    pronunciation = TextLine(label=_("Zo spreek je mijn naam uit"), max_length=100, required=False)
    gender = forms.ChoiceField(
        label=_("Ben je een vrouw of een man?"),
        choices=Person.Gender.choices,
        widget=forms.RadioSelect,
        help_text=_("We vragen dit aan iedereen, omdat sommige vrouwen alleen met vrouwen op stap willen."),
    )
    women_only = forms.BooleanField(
        label=_("Ik wil alleen met vrouwen op stap"),
        required=False,
        help_text=_("Dat mag altijd. Je hoeft niet te zeggen waarom. Aan tafel en op stap zie je dan alleen vrouwen."),
    )
    birth_year = forms.IntegerField(
        label=_("In welk jaar ben je geboren?"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"invalid": _("Vul een jaar in van vier cijfers, bijvoorbeeld 1958.")},
    )
    phone = PhoneField(label=_("Telefoon"), required=False)
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "invalid": _("Dit e-mailadres klopt niet. Een adres ziet eruit als naam@voorbeeld.nl."),
            "max_length": _("Dit e-mailadres klopt niet. Een adres ziet eruit als naam@voorbeeld.nl."),
        },
    )
    reach = TextLine(
        label=_("Geen telefoon en geen e-mail? Hoe kunnen we je bereiken?"),
        required=False,
        help_text=_("Bijvoorbeeld: via de docent van mijn taalles."),
    )
    whatsapp_ok = forms.BooleanField(label=_("Een bericht of telefoontje via WhatsApp mag"), required=False)
    street = TextLine(label=_("Straat en huisnummer"), required=False)
    postcode = PostcodeField(label=_("Postcode"), required=False)
    languages = LanguageChoice(
        Language.objects.order_by(Case(*_places(), default=len(OFTEN_MET)), "name"),
        label=_("Welke talen spreek je nog meer?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    has_stadspas = forms.BooleanField(label=_("Ik heb een Stadspas"), required=False)
    has_children = forms.ChoiceField(
        label=_("Heb je kinderen die soms meekomen?"),
        required=False,
        choices=YES_NO,
        widget=forms.RadioSelect,
    )
    dutch_level = forms.ChoiceField(
        label=_("Hoe goed spreek je Nederlands?"), required=False, choices=DUTCH, widget=forms.RadioSelect
    )
    max_new = forms.TypedChoiceField(
        label=_("Hoeveel 'nieuwe' Amsterdammers wil je ontmoeten?"),
        required=False,
        coerce=int,
        empty_value=1,  # type: ignore[arg-type]
        choices=[(1, "1"), (2, "2"), (3, "3")],
        initial=1,
        widget=forms.RadioSelect,
    )
    dayparts = forms.MultipleChoiceField(
        label=_("Wanneer kun je?"),
        required=False,
        choices=daypart_choices,
        widget=forms.CheckboxSelectMultiple,
    )
    interests = InterestChoice(
        Interest.objects.all(),
        label=_("Wat doe je graag?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    brings = TextLine(label=_("Dit breng ik mee"), max_length=500, required=False)
    hopes = TextLine(label=_("Hier hoop ik op"), max_length=500, required=False)
    channel = forms.ChoiceField(
        label=_("Hoe hoorde je van ons?"),
        required=False,
        choices=[("", _("Niet ingevuld")), *Participant.Channel.choices],
    )
    heard_from = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("Van welke organisatie?"), required=False, empty_label=_("Niet ingevuld")
    )
    teacher = TextLine(label=_("Komt je docent de eerste keer mee? Hoe heet je docent?"), required=False)

    def clean_birth_year(self) -> int | None:
        year: int | None = self.cleaned_data["birth_year"]
        this_year = timezone.localdate().year
        if year is not None and not this_year - OLDEST <= year <= this_year - YOUNGEST:
            raise forms.ValidationError(
                _("Vul een geboortejaar in tussen %(first)s en %(last)s. Meedoen kan vanaf 18 jaar.")
                % {"first": this_year - OLDEST, "last": this_year - YOUNGEST}
            )
        return year

    def clean_has_children(self) -> bool | None:
        return {"yes": True, "no": False}.get(self.cleaned_data["has_children"])
