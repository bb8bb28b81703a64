"""What everybody may know about their data, in the order of the page; the terms come from where they are kept.

Each section is a heading and its sentences. Words in ``%(...)s`` are filled by ``filled``.
"""

from datetime import date
from typing import Any, NamedTuple

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from participants import terms

WRITTEN_ON = date(2026, 11, 28)
"""The day of the text; change it with the words."""

AUTHORITY = {"site": "autoriteitpersoonsgegevens.nl", "phone": "+31881805250"}


class Section(NamedTuple):
    """A heading and what stands below it."""

    title: Any
    sentences: tuple[Any, ...]
    contact: bool = False
    authority: bool = False


SECTIONS = (
    Section(
        _("Wie zijn wij?"),
        (
            _(
                "Mixen in Mokum is een programma van %(who)s, in Amsterdam. Wij brengen mensen die hier al lang wonen "
                "en nieuwe Amsterdammers bij elkaar. Wij zorgen goed voor je gegevens."
            ),
            _("Heb je een vraag over je gegevens? Vraag het ons:"),
        ),
        contact=True,
    ),
    Section(
        _("Wat bewaren wij?"),
        (
            _(
                "Je naam, hoe wij je kunnen bereiken, of je een vrouw of een man bent, je geboortejaar, je talen, "
                "wat je graag doet en wanneer je kunt."
            ),
            _(
                "Wat er in het project gebeurt: waar je was, met wie je op stap gaat, wat je ons vertelt en welk geld "
                "je terugvraagt."
            ),
            _(
                "Je land van herkomst en foto's van jou bewaren wij alleen als jij dat goed vindt. "
                "Dat vragen wij apart."
            ),
            _("Wij vragen niet naar je geloof, je gezondheid, je verblijfsvergunning of je BSN."),
        ),
    ),
    Section(
        _("Waarom?"),
        (
            _("Om een mixmaatje voor je te vinden, om je te bereiken en om je geld terug te geven."),
            _(
                "Wij mogen dit bewaren omdat jij ja zegt als je je inschrijft. Nee zeggen mag ook. Je ja intrekken "
                "mag altijd. Dat verandert niets aan je taalles, je uitkering of je verblijf."
            ),
        ),
    ),
    Section(
        _("Wie ziet het?"),
        (
            _(
                "De coördinator en de projectleider zien je gegevens. Je ambassadeur ziet je naam en hoe je te "
                "bereiken bent."
            ),
            _(
                "Word je een koppel? Dan krijgt je mixmaatje je naam, je telefoonnummer en je e-mailadres. Je adres "
                "alleen als jij dat wilt."
            ),
            _("Het stadsdeel krijgt alleen cijfers, nooit je naam."),
            _(
                "Wij verkopen niets. Bedrijven die voor ons mails en berichten versturen of de computers beheren, "
                "mogen je gegevens alleen daarvoor gebruiken."
            ),
            _("Wij schrijven op wie je gegevens bekijkt of verandert."),
        ),
    ),
    Section(
        _("Hoe lang?"),
        (
            _(
                "Is er geen mixmaatje voor je? Dan vragen wij na %(asked)s maanden wat je wilt. Na %(removed)s "
                "maanden halen wij je gegevens weg."
            ),
            _(
                "Had je een mixmaatje? Dan halen wij %(anonymised)s maanden na het einde van het project je naam weg, "
                "en alles waaraan men jou kan herkennen. Gaan jullie langer samen door? Dan tellen wij vanaf jullie "
                "laatste dag. Alleen cijfers blijven."
            ),
            _(
                "Notities, bijvoorbeeld van een telefoongesprek, halen wij %(notes)s maanden na het einde van het "
                "project weg. Wie er naar je gegevens keek, bewaren wij %(audit)s maanden."
            ),
            _("Je rekeningnummer halen wij weg als je je geld hebt en de boeken gesloten zijn."),
        ),
    ),
    Section(
        _("Wat mag jij?"),
        (
            _(
                "Je mag vragen wat wij over je bewaren. Je krijgt het dan in één bestand of op papier. Je mag het "
                "laten veranderen of weghalen."
            ),
            _(
                "Doe het op je eigen bladzijde, zeg het tegen je ambassadeur, of vraag het ons. Je hoeft niet te "
                "zeggen waarom. Je krijgt binnen een maand antwoord."
            ),
        ),
    ),
    Section(
        _("Ben je niet tevreden?"),
        (
            _("Zeg het eerst tegen ons. Dan zoeken wij samen een oplossing."),
            _("Je mag ook klagen bij de Autoriteit Persoonsgegevens. Die let in Nederland op gegevens van mensen."),
        ),
        authority=True,
    ),
)
TITLE = _("Wat doen wij met je gegevens?")
NOT_READ = _(
    "Deze tekst is vertaald door een computer. Een mens die deze taal spreekt, heeft hem nog niet nagelezen. Is iets "
    "niet duidelijk? Vraag het."
)


def filled() -> list[Section]:
    """The sections in the language of the moment, with names and terms filled in."""
    facts = {"who": settings.PRIVACY_CONTROLLER, **terms.by_name()}
    return [
        section._replace(title=str(section.title), sentences=tuple(str(text) % facts for text in section.sentences))
        for section in SECTIONS
    ]
