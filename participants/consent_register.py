"""The register of consents of a project: who agreed to which words, in which language, when, and who helped."""

from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.forms import TextInput
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mixen.sheets import Sheet
from participants.models import Consent, ConsentText
from projects.models import Project

STATES = [("standing", gettext_lazy("geldt")), ("withdrawn", gettext_lazy("ingetrokken"))]


class ConsentFilter(django_filters.FilterSet):
    """Of whom, of which kind, and whether it still stands."""

    q = django_filters.CharFilter(
        method="search", label=gettext_lazy("Zoek op naam"), widget=TextInput(attrs={"maxlength": 100})
    )
    kind = django_filters.ChoiceFilter(
        choices=ConsentText.Kind.choices, label=gettext_lazy("Waarvoor"), empty_label=gettext_lazy("Alles")
    )
    state = django_filters.ChoiceFilter(
        choices=STATES, method="by_state", label=gettext_lazy("Stand"), empty_label=gettext_lazy("Alle")
    )

    class Meta:
        model = Consent
        fields: list[str] = []

    def search(self, rows: "QuerySet[Consent]", name: str, value: str) -> "QuerySet[Consent]":
        for word in value.replace("\x00", "").split()[:6]:
            person = Q(participant__person__name__icontains=word) | Q(participant__person__call_name__icontains=word)
            rows = rows.filter(person | Q(participant__person__own_script_name__icontains=word))
        return rows

    def by_state(self, rows: "QuerySet[Consent]", name: str, value: str) -> "QuerySet[Consent]":
        return rows.filter(withdrawn_at__isnull=value == "standing")


def register_of(project: Project) -> "QuerySet[Consent]":
    """Every consent that was ever given in ``project``, also what was withdrawn, in order of name."""
    rows = Consent.objects.filter(participant__project=project)
    rows = rows.select_related("participant__person", "participant__project", "text", "signature", "helped_by")
    return rows.order_by("participant__person__name", "participant", "kind", "given_at")


def register_sheet(rows: "QuerySet[Consent]") -> Sheet:
    """The register as a sheet; the words themselves stand on a page of their own, by kind, version and language."""
    header = [
        _("Naam"), _("Waarvoor"), _("Versie van de tekst"), _("Taal"), _("Gegeven op"), _("Ondertekend als"),
        _("Hoe"), _("Geholpen door"), _("Ingetrokken op"),
    ]  # fmt: skip
    return Sheet(_("Toestemmingen"), header, [_row(consent) for consent in rows])


def _row(consent: Consent) -> list[Any]:
    return [
        consent.participant.person.name,
        consent.get_kind_display(),
        consent.text.version,
        consent.text.get_language_display(),
        consent.given_at,
        consent.signed_as,
        how_signed(consent),
        consent.helped_by.name if consent.helped_by else "",
        consent.withdrawn_at,
    ]


def how_signed(consent: Consent) -> str:
    """With a finger, or by typing or writing the name."""
    return _("getekend") if consent.signature and consent.signature.strokes else _("naam getypt of op papier")
