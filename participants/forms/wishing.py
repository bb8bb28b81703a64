"""The shape of the answer to who wants to become an ambassador."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.fields import MailField, NameField
from mixen.forms import OurForm
from participants.models import AmbassadorWish
from projects.models import Project


class InviteWisherForm(OurForm):
    """For the team of which project, and where the invitation goes to."""

    project = forms.ModelChoiceField(Project.objects.none(), label=_("Voor welk project?"), empty_label=None)
    name = NameField(label=_("Naam"))
    email = MailField(
        label=_("E-mail"),
        help_text=_("Een ambassadeur logt in met dit adres. Vraag het als het er niet staat."),
    )

    def __init__(self, wish: AmbassadorWish, led: list[Project], data: Any = None) -> None:
        participant = wish.participant
        person = participant.person
        super().__init__(data, initial={"project": participant.project_id, "name": person.name, "email": person.email})
        going = [one.pk for one in led if one.ends_on >= timezone.localdate() and not one.is_practice]
        projects = Project.objects.filter(pk__in=going)
        self.fields["project"].queryset = projects  # type: ignore[attr-defined]
