"""What an ambassador asks on the phone."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from matching.models import CheckIn

GUIDE: dict[CheckIn.Kind, list[Any]] = {
    CheckIn.Kind.EARLY: [
        _("Hebben jullie elkaar al gezien? Hoe was dat?"),
        _("Wanneer zien jullie elkaar weer, en waar? Noteer het hieronder."),
        _("Begrijpen jullie elkaar goed? Wat helpt als het lastig is?"),
        _("Weet je wat uitjes kosten, en dat je kosten en de tram kunt terugvragen?"),
        _("Is er iets vervelend of lastig? Wil je dat iemand helpt?"),
    ],
    CheckIn.Kind.HALFWAY: [
        _("Hoe vaak zien jullie elkaar? Wat was het leukst?"),
        _("Wanneer zien jullie elkaar weer, en waar? Noteer het hieronder."),
        _("Praten jullie Nederlands met elkaar? Gaat dat beter dan eerst?"),
        _("Heb je je kosten en de tram al teruggevraagd?"),
        _("Is er iets vervelend of lastig? Wil je dat iemand helpt?"),
        _("Gaan jullie mee met een excursie?"),
    ],
    CheckIn.Kind.STOPPED: [
        _("Vertel dat het koppel stopt. Meer hoef je niet uit te leggen."),
        _("Hoe gaat het met jou?"),
        _("Wil je praten met de coördinator? Die belt je dan."),
    ],
}
"""The questions of each call: few enough to have beside the phone."""
