"""What every page behind somebody's own link shares: who may open it, in which language, and what goes with it."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt
from django.views.defaults import page_not_found

from mixen.errors import DomainError
from mixen.forms import OurForm
from mixen.languages import READING_LANGUAGES
from mixen.limits import at_most
from participants.link_life import link_of
from participants.models import Participant
from participants.personal import Card
from projects.permissions import open_to_all

View = Callable[..., HttpResponse]
SAID = "klaar"
HEADERS = {
    "Cache-Control": "no-store, private",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}


def personal_view(view: View) -> View:
    """For pages behind somebody's own link, in their own language; a wrong link is a page that does not exist.

    Whatever is wrong with a link (guessed, changed, taken back, over), the answer is the same. These pages ask for
    no CSRF token: what gives access is the secret in the address and no cookie, so nobody who does not know it can
    have a form sent; and with ``no-referrer`` a browser says ``Origin: null``, which Django would refuse.
    """

    @wraps(view)
    def wrapped(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
        link = link_of(token)
        try:
            if link is None:
                raise Http404
            with override(link.participant.person.language):
                response = view(request, link.participant, **kwargs)
                if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and request.method == "GET":
                    # The address of a button, opened again from the history: the page it stands on tells more.
                    response = back_home(link.participant)
        except Http404 as error:
            response = page_not_found(request, error)
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response

    # Forty people in a hall share one address, and each deed is two requests.
    return csrf_exempt(at_most(400, seconds=600, methods=("GET", "POST"))(open_to_all(wrapped)))


def show(
    request: HttpRequest, participant: Participant, template: str, *, status: int = 200, **context: Any
) -> HttpResponse:
    """A page of ``participant``, in the language and direction they read."""
    return render(request, template, {**_common(participant), **context}, status=status)


def show_card(participant: Participant, card: Card) -> str:
    """One card, ready to stand on the page."""
    return render_to_string(card.template, {**_common(participant), **card.context})


def _common(participant: Participant) -> dict[str, Any]:
    return {
        "participant": participant,
        "token": participant.personal_link.token,
        "reading": READING_LANGUAGES[participant.person.language],
    }


def show_form(
    request: HttpRequest, participant: Participant, form: OurForm, *, title: Any, submit: Any, **context: Any
) -> HttpResponse:
    """A page with a form; refused, it answers 422 with what was typed."""
    template = context.pop("template", "participants/own/form.html")
    status = 422 if form.errors else 200
    return show(request, participant, template, status=status, form=form, title=title, submit=submit, **context)


def back_home(participant: Participant, said: str = "") -> HttpResponse:
    """To the page itself, which tells the sentence called ``said``."""
    address = reverse("participants:personal", args=[participant.personal_link.token])
    return redirect(f"{address}?{urlencode({SAID: said})}" if said else address)


def press_own(
    request: HttpRequest, participant: Participant, deed: Callable[[], Any], said: str | Callable[[Any], str]
) -> HttpResponse:
    """A button without fields: do ``deed``, go home and say so; or say on a page of its own why not.

    ``said`` may depend on what the deed gave.
    """
    try:
        done = deed()
    except DomainError as error:
        return show(request, participant, "participants/own/refused.html", status=422, message=error.message)
    return back_home(participant, said if isinstance(said, str) else said(done))
