"""What somebody sees through their own link: what they agreed to, a copy of it, and taking it back."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from mixen.forms import posted
from mixen.languages import READING_LANGUAGES
from mixen.limits import at_most
from mixen.sheets import download
from participants import actions
from participants.actions.claims import left_to_claim
from participants.forms import OwnClaimForm
from participants.models import Claim, ConsentText, Participant, PersonalLink
from participants.models.participant import TAKES_PART
from participants.papers import copy_of
from projects.models import ClaimKind
from projects.permissions import open_to_all

View = Callable[..., HttpResponse]


def personal_view(view: View) -> View:
    """For pages behind somebody's own link, in their own language; a wrong link is a page that does not exist."""

    @wraps(view)
    def wrapped(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
        link = PersonalLink.of_token(token)
        if link is None:
            raise Http404
        with override(link.participant.person.language):
            response = view(request, link.participant, **kwargs)
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return at_most(120, seconds=600, methods=("GET", "POST"))(never_cache(open_to_all(wrapped)))


@require_safe
@personal_view
def personal(request: HttpRequest, participant: Participant) -> HttpResponse:
    """What I agreed to, with a button to take each back."""
    context = {
        "participant": participant,
        "token": participant.personal_link.token,
        "reading": READING_LANGUAGES[participant.person.language],
        "consents": participant.consents.standing().in_reading_order(),
        "next_meeting": participant.project.meetings.upcoming().first(),
        "may_claim": _may_claim(participant),
        "left": {kind.label: left_to_claim(participant, kind) for kind in ClaimKind},
        "claims": participant.claims.all(),
    }
    return render(request, "participants/registration/personal.html", context)


def _may_claim(participant: Participant) -> bool:
    """Whether there is something to claim: who takes part, while the books are open."""
    open_books = participant.project.books_closed_at is None
    return (
        open_books and participant.status in TAKES_PART and any(left_to_claim(participant, k) > 0 for k in ClaimKind)
    )


@personal_view
def claim(request: HttpRequest, participant: Participant) -> HttpResponse:
    """Ask money back. Nothing to ask any more is a page that does not exist."""
    if not _may_claim(participant):
        raise Http404
    form = OwnClaimForm(participant, posted(request))
    token = participant.personal_link.token
    if request.method == "POST" and form.carry_out(
        lambda: actions.submit_claim(participant=participant, via=Claim.Via.PERSONAL, by=None, **form.cleaned_data)
    ):
        return redirect(f"{reverse('participants:personal', args=[token])}#geld")
    context = {
        "participant": participant,
        "token": token,
        "form": form,
        "reading": READING_LANGUAGES[participant.person.language],
    }
    status = 422 if form.errors else 200
    return render(request, "participants/registration/claim.html", context, status=status)


@require_safe
@personal_view
def copy(request: HttpRequest, participant: Participant) -> HttpResponse:
    """My own form as PDF."""
    return download(copy_of([participant]), "mixen-in-mokum.pdf", "application/pdf", inline=True)


@require_POST
@personal_view
def withdraw(request: HttpRequest, participant: Participant, kind: str) -> HttpResponse:
    """Take one consent back; asked again, it is simply gone already."""
    if kind not in ConsentText.Kind.values:
        raise Http404
    if participant.consents.standing().filter(kind=kind).exists():
        actions.withdraw_consent(participant=participant, kind=kind, by=None)
    return redirect("participants:personal", participant.personal_link.token)
