"""Pages about access itself: one's own account and devices, and what no library has in our words."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView
from allauth.usersessions.models import UserSession
from axes.helpers import get_client_username, get_cool_off
from axes.models import AccessAttempt
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.generic.edit import FormView

from mixen.accounts import actions
from mixen.accounts.devices import devices_of
from mixen.accounts.requests import MemberRequest
from mixen.accounts.second_factor import FACTORS, must_have_second_factor


@require_safe
def own(request: MemberRequest) -> HttpResponse:
    """One's own account: how one logs in, the second step, and where one is logged in."""
    factors = set(Authenticator.objects.filter(user=request.user).values_list("type", flat=True))
    context = {
        "has_factor": bool(factors & set(FACTORS)),
        "must_have": must_have_second_factor(request.user),
        "devices": list(devices_of(request.user, here=request.session.session_key)),
    }
    return render(request, "account/own.html", context)


class _NewRecoveryCodes(GenerateRecoveryCodesView):
    """As allauth's, but the codes that were there are not opened: perhaps nobody can any more (a changed secret)."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return FormView.get_context_data(self, **kwargs)


new_recovery_codes = _NewRecoveryCodes.as_view()


@require_POST
def end_session(request: MemberRequest, pk: int) -> HttpResponse:
    """Log out on one device of one's own."""
    session = get_object_or_404(UserSession, user=request.user, pk=pk)
    here = session.is_current()
    actions.end_session(session=session, by=request.user)
    if here:  # no message then: it would be kept in what has just ended
        logout(request)
        return redirect("account_login")
    messages.success(request, _("Dat apparaat is uitgelogd."))
    return redirect("account_own")


@require_POST
def end_others(request: MemberRequest) -> HttpResponse:
    """Log out everywhere but here."""
    actions.end_sessions(user=request.user, by=request.user, but=request.session.session_key or "")
    messages.success(request, _("Je bent op alle andere apparaten uitgelogd."))
    return redirect("account_own")


def locked_out(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Too many wrong passwords for one account; the page says when it ends, for addresses we do not know too."""
    attempts = AccessAttempt.objects.filter(username=get_client_username(request))
    last = attempts.order_by("-attempt_time").values_list("attempt_time", flat=True).first()
    ends = (last or timezone.now()) + get_cool_off(request)
    return render(request, "account/locked.html", {"ends": ends}, status=429)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that stood open too long or came from elsewhere."""
    return render(request, "403_csrf.html", status=403)
