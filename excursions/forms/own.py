"""The shape of what somebody types on their own page about a visit."""

from django.utils.translation import gettext_lazy as _

from mixen.fields import TextLine
from mixen.forms import OurForm


class OwnVisitForm(OurForm):
    """When they can, in their own words."""

    wished = TextLine(
        label=_("Wanneer kunnen jullie?"),
        max_length=300,
        help_text=_("Bijvoorbeeld: liefst op dinsdag, na drie uur."),
    )
