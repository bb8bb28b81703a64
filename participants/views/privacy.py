"""The privacy statement: for everybody, in nine languages, on a screen and on paper."""

from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.http import require_safe

from mixen import pdf
from mixen.catalogue import fingerprint
from mixen.languages import READING_LANGUAGES, SOURCE
from mixen.limits import at_most
from mixen.sheets import download
from participants.models import LanguageReview
from participants.privacy_statement import AUTHORITY, NOT_READ, TITLE, WRITTEN_ON, filled
from projects.permissions import open_to_all

A_DAY = 24 * 60 * 60


@require_safe
@at_most(300, seconds=600, methods=("GET",))
@open_to_all
def statement(request: HttpRequest, language: str = SOURCE) -> HttpResponse:
    """The page; another language is one tap away."""
    context = _in(language)
    with override(language):
        return render(request, "participants/privacy/page.html", context)


@require_safe
@at_most(60, seconds=600, methods=("GET",))
@open_to_all
def paper(request: HttpRequest, language: str) -> HttpResponse:
    """The same as PDF, for who reads on paper. It is made once a day for each language, however many ask."""
    context = _in(language)
    key = f"privacy:{language}:{fingerprint(language)}:{WRITTEN_ON}:{settings.PRIVACY_EMAIL}:{settings.PRIVACY_PHONE}"
    made = cache.get(key)
    if made is None:
        with override(language):
            made = pdf.render("pdf/privacy.html", context)
        cache.set(key, made, A_DAY)
    return download(made, f"privacy-{language}.pdf", "application/pdf", inline=True)


def _in(language: str) -> dict[str, Any]:
    """What the page shows in ``language``; 404 for one that is not read here."""
    if language not in READING_LANGUAGES:
        raise Http404
    review = LanguageReview.objects.filter(language=language).first()
    was_read = language == SOURCE or bool(review and review.fingerprint == fingerprint(language))
    with override(language):
        return {
            "title": str(TITLE),
            "sections": filled(),
            "not_read": "" if was_read else str(NOT_READ),
            "written_on": WRITTEN_ON,
            "reading": READING_LANGUAGES[language],
            "languages": READING_LANGUAGES.values(),
            "authority": AUTHORITY,
            "controller": settings.PRIVACY_CONTROLLER,
            "email": settings.PRIVACY_EMAIL,
            "phone": settings.PRIVACY_PHONE,
        }
