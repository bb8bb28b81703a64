"""What folder, poster and public page say to participants, in the language of the moment."""

from typing import NamedTuple

from django.utils.translation import gettext as _


class Story(NamedTuple):
    """A heading and what it is about; how it goes; what is good to know."""

    title: str
    text: str
    steps: list[str]
    to_know: list[str]


def story() -> Story:
    """The programme in its own words."""
    return Story(
        _("Leer Amsterdam kennen, samen met iemand anders"),
        _(
            "Ben je nieuw in Amsterdam en leer je Nederlands? Of woon je hier al lang? Wij brengen jullie bij elkaar. "
            "Je gaat drie maanden lang één keer per week samen op stap: wandelen, koken, naar de markt, "
            "naar een museum. Meedoen kost niets."
        ),
        [
            _("Kom luisteren op de informatiebijeenkomst. Je zit nog nergens aan vast."),
            _("Op de mixbijeenkomst praat je met veel mensen. Je kiest zelf met wie je op stap wilt."),
            _("Je spreekt met je maatje af: welke dag, hoe laat en waar."),
            _("Je krijgt een boekje met leuke plekken, en je kunt mee met excursies."),
            _("Aan het eind is er een feest. Je krijgt een certificaat."),
        ],
        [
            _("Je bent 18 jaar of ouder."),
            _("Je spreekt een beetje Nederlands, of je spreekt het goed."),
            _("Je krijgt geld terug voor tram en bus en voor wat je samen doet, tot een vast bedrag."),
            _("Wil je alleen met vrouwen op stap? Dat kan."),
        ],
    )
