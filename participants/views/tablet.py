"""What a tablet in registration mode asks for. It knows itself by its own token; nobody is logged in on it."""

import hashlib
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from mixen.languages import READING_LANGUAGES
from participants import actions
from participants.middleware import COOKIE, tablet_of
from participants.models import Tablet
from participants.registration.keys import public_key
from participants.registration.receiving import receive_sealed
from participants.registration.shell import ASSETS, pages, shell
from projects.permissions import open_to_all

COUNTED = 100_000
View = Callable[..., HttpResponse]


def _closed(request: HttpRequest) -> HttpResponse:
    """The tablet is not in registration mode (any more); what it holds stays on it."""
    return render(request, "participants/tablet/closed.html", status=403)


def on_open_tablet(view: View) -> View:
    """For pages only a tablet in registration mode may open."""

    @wraps(view)
    def wrapped(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        tablet = tablet_of(request)
        if tablet is None or not tablet.is_open():
            return _closed(request)
        return view(request, tablet, **kwargs)

    return open_to_all(wrapped)


@require_safe
@on_open_tablet
def first(request: HttpRequest, tablet: Tablet) -> HttpResponse:
    """The first screen: which language do you read?"""
    return _shell(request, tablet, "participants/tablet/first.html", {"languages": READING_LANGUAGES.values()})


@require_safe
@on_open_tablet
def questions(request: HttpRequest, tablet: Tablet, language: str) -> HttpResponse:
    """The form in one language; all its questions, none of anybody's answers."""
    if language not in READING_LANGUAGES:
        return redirect("participants:tablet")
    with override(language):
        context = shell(tablet.project, language)
        return _shell(request, tablet, "participants/tablet/questions.html", context)


def _shell(request: HttpRequest, tablet: Tablet, template: str, context: dict[str, Any]) -> HttpResponse:
    response = render(request, template, {**context, "tablet": tablet, "public_key": public_key()})
    response.headers["X-Shell"] = "1"  # the one kind of page the tablet may keep for when the network is gone
    response.headers["Cache-Control"] = "no-cache"
    return response


@open_to_all
def leave(request: HttpRequest) -> HttpResponse:
    """Leave registration mode with the PIN; a tablet that is not in it any more needs none."""
    tablet = tablet_of(request)
    wrong = False
    if request.method == "POST":
        pin = request.POST.get("pin", "")[:20]
        if tablet is None or actions.leave_tablet(tablet=tablet, pin=pin, by=None):
            response = redirect("account_login")
            response.delete_cookie(COOKIE)
            return response
        tablet.refresh_from_db()
        wrong = True
    context = {"tablet": tablet, "wrong": wrong, "asks_pin": tablet is not None and tablet.is_open()}
    return render(request, "participants/tablet/leave.html", context, status=422 if wrong else 200)


@cache
def _worker_source() -> str:
    return (settings.BASE_DIR / "static/js/tablet-worker.js").read_text()


@require_safe
@open_to_all
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker. It keeps the form and what belongs to it, and nothing else."""
    kept = [*pages(), *(static(name) for name in ASSETS)]
    version = hashlib.sha256("\n".join([*kept, _worker_source(), _stamp()]).encode()).hexdigest()[:12]
    body = render_to_string(
        "participants/tablet/worker.js", {"kept": kept, "version": version, "source": _worker_source()}
    )
    return HttpResponse(body, content_type="text/javascript", headers={"Cache-Control": "no-cache"})


def _stamp() -> str:
    """A mark of the files themselves, so that a changed one makes tablets fetch them all again."""
    marks = hashlib.sha256()
    for name in ASSETS:
        found = finders.find(name)
        marks.update(Path(found).read_bytes() if found else b"")
    return marks.hexdigest()


@require_safe
@open_to_all
def manifest(request: HttpRequest) -> HttpResponse:
    """What a tablet needs to put the form on its home screen."""
    icons = [
        {"src": static(f"img/icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for size in (192, 512)
        for purpose in ("any", "maskable")
    ]
    told = {
        "id": reverse("participants:tablet"),
        "name": _("Mixen in Mokum: aanmelden"),
        "short_name": _("Aanmelden"),
        "start_url": reverse("participants:tablet"),
        "scope": reverse("participants:tablet"),
        "display": "fullscreen",
        "orientation": "any",
        "background_color": "#fbf8f3",
        "theme_color": "#0e5a54",
        "lang": "nl",
        "icons": icons,
    }
    return JsonResponse(told, content_type="application/manifest+json")


@csrf_exempt
@require_POST
@open_to_all
def receive(request: HttpRequest) -> HttpResponse:
    """Take in one sealed registration, sent with the tablet's token and not with a cookie."""
    tablet = _of_header(request)
    if tablet is None:
        return JsonResponse({"answer": "unknown_tablet"}, status=401)
    answer, key = receive_sealed(tablet, request.body)
    _hear(request, tablet)
    return JsonResponse({"answer": answer.name.lower(), "key": key}, status=int(answer))


@csrf_exempt
@require_POST
@open_to_all
def state(request: HttpRequest) -> HttpResponse:
    """A tablet says how many it holds, and hears whether it is still in registration mode."""
    tablet = _of_header(request)
    if tablet is None:
        return JsonResponse({"open": False}, status=401)
    _hear(request, tablet)
    return JsonResponse({"open": tablet.is_open(), "expires": tablet.expires_at.isoformat(), "key": public_key()})


def _of_header(request: HttpRequest) -> Tablet | None:
    kind, _space, token = request.headers.get("Authorization", "").partition(" ")
    return Tablet.objects.of_token(token) if kind == "Tablet" and token else None


def _hear(request: HttpRequest, tablet: Tablet) -> None:
    counts = [request.headers.get(name, "") for name in ("X-Waiting", "X-Sent")]
    if all(text.isascii() and text.isdigit() and len(text) <= 9 and int(text) <= COUNTED for text in counts):
        waiting, sent = map(int, counts)
        if tablet.is_news(waiting, sent):
            actions.hear_from_tablet(tablet=tablet, waiting=waiting, sent=sent, by=None)
