"""The public page of a project: read what it is, show interest, or sign up whole on one's own phone."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from mixen.forms import posted
from mixen.languages import READING_LANGUAGES
from mixen.limits import at_most
from participants import actions
from participants.forms.interest import InterestForm
from participants.forms.registration import RegistrationForm
from participants.models import Participant, RegistrationDraft
from participants.models.joining import DRAFT_WAITS
from participants.registration.keepable import keepable
from participants.registration.receiving import LANGUAGE_FIELD, digest_of, joining_of
from participants.registration.shell import shell
from projects.models import Project
from projects.permissions import open_to_all

DRAFT_COOKIE = "mixen_draft"
READ = at_most(1200, seconds=600, methods=("GET",))  # a whole hall may look at once
NOT_DRAFTED = {"csrfmiddlewaretoken", "strokes", "signed_as", "agrees", "key"}
View = Callable[..., HttpResponse]


def public_project(slug: str) -> Project:
    """A real project that is not over; any other answers 404."""
    project = get_object_or_404(Project.objects.select_related("district"), slug=slug)
    if not project.is_public:
        raise Http404
    return project


def in_language(view: View) -> View:
    """Finds the project, and switches the page to the language in its address."""

    @wraps(view)
    def wrapped(request: HttpRequest, slug: str, language: str, **kwargs: Any) -> HttpResponse:
        if language not in READING_LANGUAGES:
            raise Http404
        with override(language):
            return view(request, public_project(slug), language, **kwargs)

    return open_to_all(wrapped)


@READ
@require_safe
@open_to_all
def join(request: HttpRequest, slug: str) -> HttpResponse:
    """Which language do you read?"""
    context = {"project": public_project(slug), "languages": READING_LANGUAGES.values()}
    return render(request, "participants/registration/join.html", context)


@at_most(60, seconds=600)
@in_language
def join_language(request: HttpRequest, project: Project, language: str) -> HttpResponse:
    """What it is and when, with a short form for who wants to know more."""
    form = InterestForm(posted(request))
    if request.method == "POST" and (form.is_machine or form.carry_out(lambda: _register(project, form, language))):
        return redirect("participants:join_done", project.slug, language)
    context = {
        "project": project,
        "form": form,
        "reading": READING_LANGUAGES[language],
        "languages": READING_LANGUAGES.values(),
        "meetings": project.meetings.upcoming()[:3],
    }
    return render(request, "participants/registration/interest.html", context, status=422 if form.errors else 200)


def _register(project: Project, form: InterestForm, language: str) -> Participant:
    return actions.register(
        project=project,
        side=form.cleaned_data["side"],
        person={**form.person_fields(), "language": language},
        part={"channel": Participant.Channel.WEBSITE},
        key=form.cleaned_data["key"],
        by=None,
    )


@READ
@require_safe
@in_language
def join_done(request: HttpRequest, project: Project, language: str) -> HttpResponse:
    """Thank you: somebody calls."""
    context = {
        "project": project,
        "reading": READING_LANGUAGES[language],
        "next_meeting": project.meetings.upcoming().first(),
    }
    return render(request, "participants/registration/join_done.html", context)


@at_most(60, seconds=600)
@never_cache
@in_language
def join_form(request: HttpRequest, project: Project, language: str) -> HttpResponse:
    """The whole form. What somebody began and did not send waits a day on the server."""
    form = RegistrationForm(project, posted(request), initial=_draft_answers(request, project))
    if request.method == "POST":
        made = form.carry_out(lambda: _join(project, form, request.POST, language))
        if made:
            _forget_draft(request)
            response = redirect("participants:personal", made.personal_link.token)
            response.delete_cookie(DRAFT_COOKIE)
            return response
    context = {**shell(project, language), "form": form}
    return render(request, "participants/registration/own_phone.html", context, status=422 if form.errors else 200)


def _join(project: Project, form: RegistrationForm, typed: QueryDict, language: str) -> Participant:
    """Raises DomainError, also for a form that was sent before with other answers: it says so above the form."""
    answers = {name: [str(value) for value in values] for name, values in typed.lists()}
    answers[LANGUAGE_FIELD] = [language]
    made, _first = actions.join(
        project=project,
        key=form.cleaned_data["key"],
        digest=digest_of(answers),
        joining=joining_of(form, language),
        by=None,
    )
    return made


@at_most(600, seconds=600)
@require_POST
@in_language
def join_draft(request: HttpRequest, project: Project, language: str) -> HttpResponse:
    """Keep what was filled in so far; never the signature."""
    answers = keepable({name: values for name, values in request.POST.lists() if name not in NOT_DRAFTED})
    if len(json.dumps(answers)) > 50_000:
        return HttpResponse(status=413)
    draft = _draft(request, project) or RegistrationDraft(project=project)
    draft.answers, draft.language = answers, language
    draft.save()
    response = HttpResponse(status=204)
    response.set_cookie(
        DRAFT_COOKIE,
        draft.token,
        max_age=int(DRAFT_WAITS.total_seconds()),
        httponly=True,
        secure=request.is_secure(),
        samesite="Strict",
    )
    return response


def _draft(request: HttpRequest, project: Project) -> RegistrationDraft | None:
    token = keepable(request.COOKIES.get(DRAFT_COOKIE, ""))
    found = RegistrationDraft.objects.filter(token=token, project=project)
    return found.filter(touched_at__gte=RegistrationDraft.waits_until()).first() if token else None


def _draft_answers(request: HttpRequest, project: Project) -> dict[str, Any]:
    """What was kept, as a form shows it: lists where several answers can be given."""
    draft = _draft(request, project)
    many = {"languages", "interests", "dayparts"}
    return {name: values if name in many else values[-1] for name, values in (draft.answers if draft else {}).items()}


def _forget_draft(request: HttpRequest) -> None:
    RegistrationDraft.objects.filter(token=keepable(request.COOKIES.get(DRAFT_COOKIE, ""))).delete()
