"""What everybody may read, without an account, a cookie or a script: the projects of the city, by district."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.http import require_safe

from mixen.languages import READING_LANGUAGES, SOURCE
from mixen.limits import at_most
from projects.models import District, Project, PublicityText
from projects.permissions import open_to_all
from projects.publicity.facts import contact_of, days_of
from projects.publicity.picture import picture_of, picture_of_district
from projects.publicity.proposing import words_of
from projects.publicity.signing_up import sign_up_path
from projects.publicity.words import story

# A whole hall may look at once; a machine that copies the site is slowed down.
READ = at_most(1200, seconds=600, methods=("GET",))
PICTURE_KEPT = 60 * 60
"""Seconds that a picture may be kept: messengers ask for it each time somebody shares a page."""


def _public_projects() -> list[Project]:
    found = Project.objects.real().filter(ends_on__gte=timezone.localdate()).with_publicity()
    return sorted((project for project in found if project.is_public), key=lambda project: project.name)


def _public_project(slug: str) -> Project:
    """A project everybody may read of; any other answers 404."""
    project = get_object_or_404(Project.objects.with_publicity(), slug=slug)
    if not project.is_public:
        raise Http404
    return project


@READ
@require_safe
@open_to_all
def city(request: HttpRequest) -> HttpResponse:
    """The districts, each with its projects."""
    projects = _public_projects()
    rows = [
        (district, [project for project in projects if project.district_id == district.pk])
        for district in District.objects.all()
    ]
    return render(request, "projects/public/city.html", {"rows": rows})


@READ
@require_safe
@open_to_all
def district(request: HttpRequest, slug: str) -> HttpResponse:
    """The projects of one district, with their days."""
    found = get_object_or_404(District, slug=slug)
    context = {
        "district": found,
        "rows": [
            {"project": project, "days": days_of(project), "sign_up": sign_up_path(project)}
            for project in _public_projects()
            if project.district_id == found.pk
        ],
        **_addresses("projects:public_district", slug),
    }
    return render(request, "projects/public/district.html", context)


@READ
@require_safe
@open_to_all
def project(request: HttpRequest, slug: str, language: str = SOURCE) -> HttpResponse:
    """What it is, when and where, and where to sign up, in a language of participants."""
    if language not in READING_LANGUAGES:
        raise Http404
    found = _public_project(slug)
    with override(language):
        told = story()
        if language == SOURCE:
            words = words_of(found, PublicityText.Kind.FOLDER)
            told = told._replace(title=words.title, text=words.text)
        context = {
            "project": found,
            "story": told,
            "days": days_of(found),
            "contact": contact_of(found),
            "reading": READING_LANGUAGES[language],
            "languages": READING_LANGUAGES.values(),
            "sign_up": sign_up_path(found, language),
            "is_source": language == SOURCE,
            **_addresses("projects:public_project", slug),
        }
        return render(request, "projects/public/project.html", context)


@READ
@require_safe
@open_to_all
def vacancy(request: HttpRequest, slug: str) -> HttpResponse:
    """The vacancy for ambassadors, with an address to mail to."""
    found = _public_project(slug)
    context = {
        "project": found,
        "words": words_of(found, PublicityText.Kind.VACANCY),
        "contact": contact_of(found),
        **_addresses("projects:public_project", slug),
        "page_address": settings.SITE_URL + reverse("projects:public_vacancy", args=[slug]),
    }
    return render(request, "projects/public/vacancy.html", context)


def _addresses(name: str, slug: str) -> dict[str, Any]:
    """The whole address of a page, and of the picture that goes along when it is shared."""
    page = settings.SITE_URL + reverse(name, args=[slug])
    return {"page_address": page, "picture_address": f"{page}deel.png"}


@at_most(300, seconds=600, methods=("GET",))
@require_safe
@open_to_all
def picture(request: HttpRequest, slug: str) -> HttpResponse:
    """The picture of a project."""
    return _png(picture_of(_public_project(slug)))


@at_most(300, seconds=600, methods=("GET",))
@require_safe
@open_to_all
def district_picture(request: HttpRequest, slug: str) -> HttpResponse:
    """The picture of a district."""
    found = get_object_or_404(District, slug=slug)
    return _png(picture_of_district(found, [one for one in _public_projects() if one.district_id == found.pk]))


def _png(content: bytes) -> HttpResponse:
    response = HttpResponse(content, content_type="image/png")
    response.headers["Cache-Control"] = f"public, max-age={PICTURE_KEPT}"
    return response
