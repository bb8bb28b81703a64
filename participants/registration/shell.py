"""The form as a page without anybody in it: what a tablet keeps for when the network is gone."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from mixen.languages import READING_LANGUAGES
from participants.forms.registration import RegistrationForm
from participants.models import ConsentText
from projects.models import Project

ASSETS = (
    "vendor/bootstrap/css/bootstrap.min.css",
    "vendor/bootstrap/css/bootstrap.rtl.min.css",
    "vendor/signature_pad/signature_pad.umd.min.js",
    "fonts/fonts.css",
    "fonts/AtkinsonHyperlegible-Regular.woff2",
    "fonts/AtkinsonHyperlegible-Bold.woff2",
    "fonts/NotoSansArabic-Regular.woff2",
    "fonts/NotoSansArabic-Bold.woff2",
    "fonts/NotoSansEthiopic-Regular.woff2",
    "fonts/NotoSansEthiopic-Bold.woff2",
    "fonts/NotoSans-CyrillicGreek-Regular.woff2",
    "fonts/NotoSans-CyrillicGreek-Bold.woff2",
    "fonts/NotoSans-Latin-Regular.woff2",
    "fonts/NotoSans-Latin-Bold.woff2",
    "css/theme.css",
    "css/registration.css",
    "js/steps.js",
    "js/signature.js",
    "js/read-aloud.js",
    "js/tablet-queue.js",
    "js/tablet-sender.js",
    "js/tablet.js",
    "img/sign.svg",
    "img/favicon.svg",
    "img/icon-192.png",
    "vendor/bootstrap-icons/icons.svg",
)


def pages() -> list[str]:
    """The addresses of every page of the form."""
    one_each = [reverse("participants:tablet_questions", args=[code]) for code in READING_LANGUAGES]
    return [reverse("participants:tablet"), *one_each]


def words() -> dict[str, str]:
    """What the scripts say, in the language of the page."""
    return {
        "step": _("Stap {now} van {all}"),
        "fill": _("Vul dit in."),
        "choose": _("Maak een keuze."),
        "phone": _("Vul een telefoonnummer in van 10 cijfers, bijvoorbeeld 06 1234 5678."),
        "email": _("Dit e-mailadres klopt niet. Een adres ziet eruit als naam@voorbeeld.nl."),
        "postcode": _("Vul een postcode in als 1012 AB: vier cijfers en twee letters."),
        "year": _("Vul een jaar in van vier cijfers, bijvoorbeeld 1958."),
        "letters": _("Vul een naam in met letters."),
        "reach": _("Vul één manier in om je te bereiken: telefoon, e-mail of iets anders."),
        "sign": _("Zet je handtekening in het vak, of typ hier je naam."),
        "copy": _("Voor een kopie per e-mail is je e-mailadres nodig. Kies anders papier."),
        "country": _("Kies een land, of haal het vinkje weg."),
        "empty": _("Niet ingevuld"),
        "yes": _("Ja"),
    }


def consent_texts(language: str) -> dict[str, Any]:
    """The texts to agree to, and which of them no native speaker has read."""
    texts = ConsentText.objects.in_force(language)
    return {"texts": texts, "not_read": [text for text in texts.values() if not text.was_read]}


def shell(project: Project, language: str) -> dict[str, Any]:
    """What the page of questions shows, in the language that is switched on."""
    form = RegistrationForm(project)
    upcoming = project.meetings.upcoming().first()
    return {
        "project": project,
        "form": form,
        **consent_texts(language),
        "reading": READING_LANGUAGES[language],
        "languages": READING_LANGUAGES.values(),
        "next_meeting": upcoming,
        "words": words(),
    }
