"""What every form of ours shares: crispy layout in the form, an error summary, and refusals shown at their field."""

import hashlib
from collections.abc import Callable, Iterable
from datetime import date, time
from decimal import Decimal
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.contrib import messages
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import IntegrityError
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mixen.errors import DomainError
from mixen.fields import TextLine
from mixen.templatetags.display import spoken_day

SOMEBODY_WAS_FIRST = _("Iemand anders was net eerder. Kijk hoe het nu staat en probeer het dan nog een keer.")
MANY = (list, tuple, set, QuerySet)


def _speak_plainly(field: forms.Field) -> None:
    """Replace Django's own messages by ones that say what to do; a field's own message stays."""
    chooses = isinstance(field, forms.ChoiceField | forms.ModelChoiceField)
    plain: dict[tuple[Any, str], Any] = {
        (forms.Field, "required"): _("Maak een keuze.") if chooses else _("Vul dit in."),
        (forms.ChoiceField, "invalid_choice"): _("Kies iets uit de lijst."),
        (forms.ModelChoiceField, "invalid_choice"): _("Kies iets uit de lijst."),
        (forms.ModelMultipleChoiceField, "invalid_choice"): _("Kies iets uit de lijst."),
        (forms.ModelMultipleChoiceField, "invalid_pk_value"): _("Kies iets uit de lijst."),
        (forms.MultipleChoiceField, "invalid_list"): _("Kies iets uit de lijst."),
        (forms.IntegerField, "invalid"): _("Vul een heel getal in, zonder komma."),
        (forms.UUIDField, "invalid"): _("Laad deze bladzijde opnieuw en probeer het nog een keer."),
    }
    for (kind, code), message in plain.items():
        usual = kind.default_error_messages.get(code)
        if isinstance(field, kind) and usual is not None and field.error_messages.get(code) == usual:
            field.error_messages[code] = message
    if isinstance(field, forms.IntegerField) and not isinstance(field, forms.DecimalField):
        for validator in field.validators:
            if isinstance(validator, MinValueValidator):
                validator.message = _("Vul een getal in van ten minste %(limit_value)s.")
            elif isinstance(validator, MaxValueValidator):
                validator.message = _("Vul een getal in van ten hoogste %(limit_value)s.")


def _may_stay_empty(label: Any) -> str:
    return gettext("%(label)s (mag leeg)") % {"label": label}


may_stay_empty = lazy(_may_stay_empty, str)  # said only when somebody looks, in their language


class OurForm(forms.Form):
    """A form whose buttons stand in the template; ``layout`` may name its fields in groups."""

    error_css_class = "is-invalid"
    speaks_plainly: bool

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._teach_to_speak_plainly()
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if not field.required and not isinstance(field, forms.BooleanField):
                field.label = may_stay_empty(field.label)

    @classmethod
    def _teach_to_speak_plainly(cls) -> None:
        """Once for every kind of form, at its first use: each of them starts with copies of the same fields."""
        if "speaks_plainly" not in cls.__dict__:
            for field in cls.base_fields.values():  # type: ignore[attr-defined]
                _speak_plainly(field)
            cls.speaks_plainly = True

    def layout(self) -> Layout:
        """The fields in order; a form with groups says so here."""
        return Layout(*self.fields)

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper(self)
        helper.form_tag = False
        helper.disable_csrf = True
        helper.form_show_errors = True
        helper.layout = self.layout()
        return helper

    def refuse(self, error: DomainError) -> None:
        """Show a refusal at its field, or above the form."""
        self.add_error(error.field if error.field in self.fields else None, error.message)

    @property
    def above(self) -> str:
        """The refusal that belongs to no field, for a page that has no place for the form; empty without one."""
        return next((str(error) for error in self.non_field_errors()), "")

    def carry_out(self, deed: Callable[[], Any]) -> Any:
        """Do ``deed`` when what was typed is right; None, with the reason in the form, when it could not be done."""
        if not self.is_valid():
            return None
        try:
            return deed()
        except DomainError as error:
            self.refuse(error)
        except IntegrityError:
            self.add_error(None, SOMEBODY_WAS_FIRST)
        return None


class EditForm(OurForm):
    """A form about a record as it was when the page was opened.

    When somebody else changed the record meanwhile, nothing is saved at first: what was typed stays, and beside each
    field that now holds something else stands what that is. Sending it again saves what was typed. Who typed exactly
    what stands there already loses nobody's words, and is not asked.
    """

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, data: Any, current: dict[str, Any], files: Any = None, *, starts_empty: tuple[str, ...] = ()
    ) -> None:
        """``current`` is the record now, field by field; those of ``starts_empty`` are compared but not filled in."""
        self.current = current
        filled_in = {name: value for name, value in current.items() if name not in starts_empty}
        super().__init__(data, files, initial={**filled_in, "seen": self.stamp()})

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        helper.render_hidden_fields = True  # a layout that names the fields does not have to think of ``seen``
        return helper

    def stamp(self) -> str:
        """A short mark of the record as it is now."""
        text = repr(sorted((name, self._plain(value)) for name, value in self.current.items()))
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    @staticmethod
    def _plain(value: Any) -> str:
        if isinstance(value, MANY):
            return ", ".join(sorted(str(item) for item in value))
        if isinstance(value, Decimal):
            return f"{value:.2f}"  # 12.5 is 12.50; and 0 is something else than nothing
        return "" if value is None or value is False else str(value)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        seen = data.pop("seen", "")
        if seen and seen != self.stamp():
            self._show_both_versions(data)
        return data

    def _show_both_versions(self, data: dict[str, Any]) -> None:
        others = [
            name for name, now in self.current.items() if name in data and self._plain(now) != self._plain(data[name])
        ]
        if not others:
            return
        self.add_error(
            None,
            _("Iemand anders heeft dit intussen veranderd. Kijk wat er nu staat, en sla het op als het goed is."),
        )
        for name in others:
            self.add_error(name, _("Nu staat er: %(now)s") % {"now": self._told(name) or _("niets")})
        self.data = self.data.copy()  # type: ignore[attr-defined]
        self.data["seen"] = self.stamp()  # type: ignore[index]

    def _told(self, name: str) -> str:
        """What the record holds now, in the words and the writing of the page."""
        value = self.current[name]
        items = value if isinstance(value, MANY) else [value]
        return ", ".join(sorted(filter(None, (_in_words(self.fields[name], item) for item in items))))


def _in_words(field: forms.Field, item: Any) -> str:
    if isinstance(field, forms.ModelChoiceField) and isinstance(item, Model):
        return field.label_from_instance(item)
    if isinstance(item, bool):
        return gettext("Ja") if item else gettext("Nee")
    if isinstance(item, date):
        return spoken_day(item)
    if isinstance(item, time):
        return item.strftime("%H:%M")
    if item is None or item == "":
        return ""
    labels: dict[Any, Any] = dict(field.choices) if isinstance(field, forms.ChoiceField) else {}  # type: ignore[arg-type]
    return str(labels.get(item) or field.prepare_value(item))


class ReasonForm(OurForm):
    """A deed that asks why."""

    reason = TextLine(label=_("Waarom?"), max_length=300)


class TypedOverForm(OurForm):
    """A deed that cannot be undone: one of ``names`` is typed over. Capitals and spaces are not what it is about."""

    name = TextLine(label=_("Typ de naam over"))

    def __init__(self, names: Iterable[str], data: Any = None) -> None:
        self.wanted = {_folded(name) for name in names if name}
        super().__init__(data)

    def clean_name(self) -> str:
        typed: str = self.cleaned_data["name"]
        if _folded(typed) not in self.wanted:
            raise forms.ValidationError(_("Dit is niet de naam die hierboven staat. Typ die over."))
        return typed


def _folded(name: str) -> str:
    return "".join(name.casefold().split())


def posted(request: HttpRequest) -> Any:
    """What a form is to be filled with: what was sent, however little, or nothing when the page is only opened."""
    return request.POST if request.method == "POST" else None


def press(request: HttpRequest, deed: Callable[[], Any], done: Any) -> bool:
    """A button without fields: do ``deed`` and say ``done`` (None says nothing), or say why not."""
    try:
        deed()
    except DomainError as error:
        messages.error(request, error.message)
    except IntegrityError:
        messages.error(request, SOMEBODY_WAS_FIRST)
    else:
        if done:
            messages.success(request, done)
        return True
    return False
