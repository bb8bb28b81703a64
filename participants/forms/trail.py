"""What is looked for in the trail."""

from datetime import date, timedelta
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.accounts.models import AuditEvent, User
from mixen.fields import DateField, TextLine
from mixen.forms import OurForm
from participants.models import Person
from participants.trail.rows import CHANGED, Asked
from projects.models import Project

SHOWN_DAYS = 30
MOST_PEOPLE = 200
Kind = AuditEvent.Kind
KINDS: list[tuple[str, Any, frozenset[str]]] = [
    (CHANGED, _("gewijzigd"), frozenset({CHANGED})),
    ("seen", _("gelezen of opgehaald"), frozenset({Kind.READ, Kind.EXPORT, Kind.DOWNLOAD})),
    ("access", _("inloggen en toegang"), frozenset({Kind.LOGIN, Kind.LOGIN_FAILED, Kind.ACCESS})),
    ("refused", _("geweigerd"), frozenset({Kind.REFUSED})),
]


class _ByName(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name)


class TrailForm(OurForm):
    """Who, about whom, what, when and in which project; everything may be left open."""

    persoon = TextLine(label=_("Over wie (naam)"), required=False, max_length=100)
    wie = _ByName(User.objects.order_by("name"), label=_("Door wie"), required=False, empty_label=_("Iedereen"))
    wat = forms.ChoiceField(
        label=_("Wat"), required=False, choices=[("", _("Alles")), *((key, label) for key, label, _kinds in KINDS)]
    )
    project = _ByName(
        Project.objects.order_by("-starts_on"), label=_("Project"), required=False, empty_label=_("Alle")
    )
    van = DateField(label=_("Vanaf"), required=False)
    tot = DateField(label=_("Tot en met"), required=False)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        for name, field in self.fields.items():
            field.label = self.base_fields[name].label  # of a search everything may stay empty; it need not be said

    def layout(self) -> Layout:
        return Layout(
            Row(Column("persoon"), Column("wie"), Column("project")), Row(Column("wat"), Column("van"), Column("tot"))
        )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("van") and cleaned.get("tot") and cleaned["van"] > cleaned["tot"]:
            self.add_error("tot", _("Deze dag ligt voor de eerste."))
        return cleaned

    def asked(self, person: Person | None = None) -> Asked:
        """What to look for; of one ``person`` since ever, else the last thirty days unless days were given."""
        given = self.cleaned_data if self.is_bound and self.is_valid() else {}
        today = timezone.localdate()
        since = given.get("van") or (date(2000, 1, 1) if person else today - timedelta(days=SHOWN_DAYS))
        kinds = {key: kinds for key, _label, kinds in KINDS}
        who = given.get("wie")
        return Asked(
            since=since,
            until=given.get("tot") or today,
            who=who.pk if who else None,
            people=[person.pk] if person else self._people(given.get("persoon", "")),
            project=given.get("project"),
            kinds=kinds.get(given.get("wat", ""), frozenset()),
        )

    def _people(self, name: str) -> list[int] | None:
        if not name:
            return None
        rows = Person.objects.all()
        for word in name.split()[:6]:
            found = Q(name__icontains=word) | Q(call_name__icontains=word) | Q(own_script_name__icontains=word)
            rows = rows.filter(found)
        return list(rows.values_list("pk", flat=True)[:MOST_PEOPLE])
