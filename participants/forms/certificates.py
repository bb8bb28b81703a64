"""The shape of what is typed about certificates."""

from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django.utils.translation import gettext_lazy as _

from mixen.fields import TextLine
from mixen.forms import EditForm
from participants.models.certificate import MOST_SIGNATORIES
from projects.models import Project

PLACES = range(1, MOST_SIGNATORIES + 1)


class SignatoriesForm(EditForm):
    """Up to three names, each with a function; ``cleaned_data["signatories"]`` has those that were filled in."""

    name_1 = TextLine(label=_("Wie tekent?"), max_length=100, required=False)
    role_1 = TextLine(label=_("Functie"), max_length=100, required=False)
    name_2 = TextLine(label=_("Wie tekent nog?"), max_length=100, required=False)
    role_2 = TextLine(label=_("Functie"), max_length=100, required=False)
    name_3 = TextLine(label=_("Wie tekent als derde?"), max_length=100, required=False)
    role_3 = TextLine(label=_("Functie"), max_length=100, required=False)

    def __init__(self, project: Project, data: Any = None) -> None:
        current: dict[str, Any] = {f"{part}_{place}": "" for place in PLACES for part in ("name", "role")}
        for row in project.signatories.all():
            current |= {f"name_{row.position}": row.name, f"role_{row.position}": row.role}
        super().__init__(data, current)

    def layout(self) -> Layout:
        """Each name with its function beside it."""
        return Layout(
            "seen",
            *(Row(Column(f"name_{place}", css_class="col-md-6"), Column(f"role_{place}")) for place in PLACES),
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        pairs = [(data.get(f"name_{place}", ""), data.get(f"role_{place}", "")) for place in PLACES]
        for place, (name, role) in zip(PLACES, pairs, strict=True):
            if role and not name:
                self.add_error(f"name_{place}", _("Vul bij deze functie ook een naam in."))
        data["signatories"] = [pair for pair in pairs if pair[0]]
        return data
